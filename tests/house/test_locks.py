"""Locks name versions and hashes, never a place to fetch from: whoever installs decides that."""

import re
from pathlib import Path

import pytest

from tests.house.source import ROOT, files_here, shown

_ADDRESS = re.compile(r"(?:https?|ftp|file)://[^\s\"',)]+")
_PINNED = re.compile(r"^[a-z0-9][a-z0-9._-]*==\S+", re.MULTILINE)
_LOCKS = [
    path
    for path in files_here()
    if path.suffix == ".lock" or path.name in {"package-lock.json", ".npmrc"}
]


def _without_funding(text: str) -> str:
    """npm notes where a package asks for money; nothing is fetched from there."""
    return re.sub(r'"funding": (?:\{[^}]*\}|\[[^\]]*\]|"[^"]*")', "", text)


def test_there_are_locks() -> None:
    names = {shown(path) for path in _LOCKS}
    assert {
        "requirements/serve.lock",
        "requirements/test.lock",
        "requirements/tools.lock",
        "requirements/node.lock",
        "web/package-lock.json",
        "web/.npmrc",
    } <= names


@pytest.mark.parametrize("lock", _LOCKS, ids=shown)
def test_no_address_in(lock: Path) -> None:
    assert _ADDRESS.findall(_without_funding(lock.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("name", ["serve", "test", "tools", "node"])
def test_everything_is_hashed_in(name: str) -> None:
    lock = (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", lock.strip())
    assert blocks
    assert [block for block in blocks if not _PINNED.match(block) or "--hash=" not in block] == []


def test_the_tests_run_with_the_versions_that_are_served() -> None:
    serve, test = (
        set(_PINNED.findall((ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")))
        for name in ("serve", "test")
    )
    assert serve <= test


def test_npm_is_told_to_leave_addresses_out() -> None:
    settings = (ROOT / "web" / ".npmrc").read_text(encoding="utf-8").split()
    assert "omit-lockfile-registry-resolved=true" in settings
