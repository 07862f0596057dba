"""Files, classes and functions stay small enough to be read at once."""

import ast
from pathlib import Path

import pytest

from tests.house.source import files_here, python_files, shown, tree, web_files

_FILE_LINES = 300
_WEB_FILE_LINES = 250
_CLASS_LINES = 150
_FILE_BYTES = 1_000_000
_STATEMENTS = 30


@pytest.mark.parametrize("path", python_files(), ids=shown)
def test_python_file(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= _FILE_LINES


@pytest.mark.parametrize("path", web_files(), ids=shown)
def test_web_file(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= _WEB_FILE_LINES


def test_no_file_is_large() -> None:
    large = [shown(path) for path in files_here() if path.stat().st_size > _FILE_BYTES]
    assert large == []


def test_functions_and_classes() -> None:
    too_long = [
        f"{shown(path)}: {node.name}"
        for path in python_files()
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.ClassDef) and _lines(node) > _CLASS_LINES)
        or (isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _size(node) > _STATEMENTS)
    ]
    assert too_long == []


def _lines(node: ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _size(node: ast.AST) -> int:
    return sum(isinstance(inner, ast.stmt) for inner in ast.walk(node)) - 1
