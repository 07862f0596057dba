"""One word for one thing: the values of the gym stand in the glossary, and no file says nothing."""

import ast
import re

from tests.house.source import PACKAGE, ROOT, python_files, shown, tree, web_files

_EMPTY_WORDS = {
    "base", "common", "data", "handler", "helper", "helpers", "info", "manager", "misc",
    "processor", "service", "util", "utils",
}  # fmt: skip
_SAYS_NOTHING = re.compile(r"(?:Base|Common|Data|Handler|Helper|Info|Manager|Misc|Util|Utils)$")


def _glossary() -> set[str]:
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    return set(re.findall(r"`([A-Za-z_]\w*)`", text))


def _values() -> dict[str, str]:
    """Public dataclasses and enumerations of the training room, and where each stands."""
    return {
        node.name: shown(path)
        for path in sorted((PACKAGE / "training").rglob("*.py"))
        for node in tree(path).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and _is_value(node)
    }


def _is_value(node: ast.ClassDef) -> bool:
    says = [ast.unparse(word) for word in (*node.decorator_list, *node.bases)]
    return any(word.startswith("dataclass") or word.endswith("Enum") for word in says)


def test_values_stand_in_the_glossary() -> None:
    values, glossary = _values(), _glossary()
    assert values
    missing = {name: where for name, where in values.items() if name not in glossary}
    assert missing == {}


def test_no_file_is_named_after_nothing() -> None:
    empty = [
        shown(path)
        for path in [*python_files(), *web_files()]
        if "messages" not in path.parts  # there, `common` are the words every screen shares
        and (path.name.split(".")[0] in _EMPTY_WORDS or path.parent.name in _EMPTY_WORDS)
    ]
    assert empty == []


def test_no_class_is_named_after_nothing() -> None:
    empty = [
        f"{shown(path)}: {node.name}"
        for path in python_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
        and _SAYS_NOTHING.search(node.name)
        and not _SAYS_NOTHING.search(_parent(node))  # a framework's own word
    ]
    assert empty == []


def _parent(node: ast.ClassDef) -> str:
    return ast.unparse(node.bases[0]).split("[")[0] if node.bases else ""
