"""Who owns it comes first: no row is read or written without saying whose it is."""

import ast
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, shown, tree

_FOR_EVERYBODY = {
    "accounts": "is about the owners themselves",
    "jobs": "the worker takes whatever job is due, whoever asked for it",
}
_STORES = [
    path
    for path in sorted((PACKAGE / "server").rglob("*.py"))
    if path.name in {"store.py", "batches.py"} and path.parent.name not in _FOR_EVERYBODY
]


def test_there_are_stores() -> None:
    assert "logbook" in {path.parent.name for path in _STORES}


@pytest.mark.parametrize("store", _STORES, ids=shown)
def test_owner_is_the_first_argument_in(store: Path) -> None:
    without = [
        node.name
        for node in tree(store).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
        and [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)][:1]
        != ["owner"]
    ]
    assert without == []
