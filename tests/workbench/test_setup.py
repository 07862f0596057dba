"""Setting up: each step once, again when what it was made from changes, healed when cut short."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.house.source import ROOT
from workbench import steps
from workbench.trouble import SetupFailed, sentence


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "TOOLS", tmp_path / ".tools")
    monkeypatch.setattr(steps, "ROOT", tmp_path)


class Kitchen:
    """Makes one dish, and counts how often."""

    def __init__(self, folder: Path) -> None:
        self.dish = folder / "dish"
        self.made = 0

    def cook(self) -> None:
        self.made += 1
        self.dish.write_text("warm")

    def burn(self) -> None:
        self.made += 1
        self.dish.write_text("half")
        raise KeyboardInterrupt


def test_a_step_is_done_once(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    for _ in range(3):
        steps.once("dish", "flour", kitchen.dish, kitchen.cook)
    assert kitchen.made == 1


def test_a_step_is_done_again_when_its_source_changes_or_its_product_is_gone(
    tmp_path: Path,
) -> None:
    kitchen = Kitchen(tmp_path)
    steps.once("dish", "flour", kitchen.dish, kitchen.cook)
    steps.once("dish", "rye", kitchen.dish, kitchen.cook)
    kitchen.dish.unlink()
    steps.once("dish", "rye", kitchen.dish, kitchen.cook)
    assert kitchen.made == 3


def test_a_step_that_was_cut_short_is_done_again(tmp_path: Path) -> None:
    kitchen = Kitchen(tmp_path)
    steps.once("dish", "flour", kitchen.dish, kitchen.cook)
    with pytest.raises(KeyboardInterrupt):
        steps.once("dish", "rye", kitchen.dish, kitchen.burn)
    steps.once("dish", "flour", kitchen.dish, kitchen.cook)
    assert kitchen.dish.read_text() == "warm"
    assert kitchen.made == 3


@given(st.binary(), st.binary())
def test_the_digest_tells_contents_apart(one: bytes, other: bytes) -> None:
    path = Path(vars(steps)["ROOT"], "file")
    digests = []
    for content in (one, other):
        path.write_bytes(content)
        digests.append(steps.digest([path]))
    assert (digests[0] == digests[1]) == (one == other)


def test_what_fails_shows_its_last_lines_and_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shout = "import sys; print('[Errno 28] No space left on device'); sys.exit(3)"
    with pytest.raises(SetupFailed, match=r"Cooking did not work\. The disk is full\."):
        steps.call("Cooking", [sys.executable, "-c", shout], cwd=tmp_path)
    said = capsys.readouterr()
    assert said.out == "Cooking ...\n"
    assert "Errno 28" in said.err


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("npm error code ENOTFOUND", "Is this machine online?"),
        ("Failed to establish a new connection: [Errno -3]", "Is this machine online?"),
        ("error: No space left on device (os error 28)", "disk is full"),
        ("npm error code ENOSPC", "disk is full"),
        ("EACCES: permission denied, mkdir", "cannot be written"),
        ("Hash mismatch for `uv==0.13.9`", "not the one that was expected"),
        ("Segmentation fault", "stands above"),
    ],
)
def test_reasons(output: str, reason: str) -> None:
    assert reason in sentence("Fetching", output)


def test_the_door_needs_the_standard_library_alone() -> None:
    """And neither of its sides loads anything of ours."""
    files = [ROOT / "run.py", *(ROOT / "workbench").glob("*.py")]
    # The build tool runs the one, the project's own Python the other.
    elsewhere = {ROOT / "workbench" / name for name in ("build_web.py", "evidence_page.py")}
    for path in set(files) - elsewhere:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert name.split(".")[0] in {*sys.stdlib_module_names, "workbench"}, path


def test_an_old_python_is_told_so() -> None:
    """The door must be readable by it: no syntax newer than Python 3.0 before the check."""
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 0))
    pretend = (
        "import sys, runpy; sys.version_info = (3, 9, 2, 'final', 0); "
        "runpy.run_path('run.py', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Innervate needs Python 3.11 or newer, and this is Python 3.9.")
