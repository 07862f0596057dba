"""What can be typed or set is written down, and what is written down leads somewhere."""

import argparse
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from innervate.cli.main import COMMANDS
from tests.house.source import PACKAGE, ROOT, files_here, shown

_TEXTS = [path for path in files_here() if path.suffix == ".md"]
_LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)[^)]*\)")
_SETTING = re.compile(r"\bINNERVATE_[A-Z_]+\b")


def _commands() -> Iterator[str]:
    for name in COMMANDS:
        parser = argparse.ArgumentParser()
        import_module(f"innervate.cli.{name}").declare(parser)
        yield from _below(parser, f"innervate {name}")


def _below(parser: argparse.ArgumentParser, words: str) -> Iterator[str]:
    nested = [action for action in parser._actions if isinstance(action.choices, dict)]
    if not nested:
        yield words
    for action in nested:
        for name, inner in dict(action.choices or {}).items():
            yield from _below(inner, f"{words} {name}")


def _settings() -> set[str]:
    """Names the server or the commands read from the environment."""
    texts = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    quoted = re.compile(r"""["'](INNERVATE_[A-Z_]+)["']""")
    return {name for text in texts for name in quoted.findall(text)}


def _reference() -> str:
    places = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    return "\n".join(path.read_text(encoding="utf-8") for path in places)


def test_commands_are_documented() -> None:
    reference = _reference()
    assert [command for command in _commands() if command not in reference] == []


def test_settings_are_documented() -> None:
    assert _settings() - set(_SETTING.findall(_reference())) == set()


@pytest.mark.parametrize("text", _TEXTS, ids=shown)
def test_links_lead_somewhere(text: Path) -> None:
    targets = _LINK.findall(text.read_text(encoding="utf-8"))
    assert [target for target in targets if not (text.parent / target).exists()] == []
