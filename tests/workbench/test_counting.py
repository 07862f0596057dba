"""The closing line counts what ran, and never calls a failure a success."""

import sys
from pathlib import Path

import pytest

from workbench import checks
from workbench.checks import Check


@pytest.fixture(autouse=True)
def _reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "REPORTS", tmp_path)


def _says(report: Path, text: str, code: int) -> Check:
    program = f"import pathlib, sys; pathlib.Path({str(report)!r}).write_text({text!r})"
    return Check("tests", [sys.executable, "-c", f"{program}; sys.exit({code})"], report=report)


def _junit(*, tests: int, failures: int = 0, errors: int = 0, skipped: int = 0) -> str:
    counts = f'tests="{tests}" failures="{failures}" errors="{errors}" skipped="{skipped}"'
    return f"<testsuites><testsuite {counts}/></testsuites>"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (_junit(tests=7, skipped=2), 0, "5 passed, 0 failed, 2 skipped"),
        (_junit(tests=7, failures=1, errors=1), 1, "5 passed, 2 failed, 0 skipped"),
        (_junit(tests=7), 3, "7 passed, 1 failed, 0 skipped"),
    ],
)
def test_pytest(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], text: str, code: int, line: str
) -> None:
    assert checks._run([_says(tmp_path / "told.xml", text, code)]) == (1 if code else 0)
    assert capfd.readouterr().out.splitlines()[-1] == line


def test_vitest(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = '{"numPassedTests": 4, "numFailedTests": 1, "numPendingTests": 2}'
    assert checks._run([_says(tmp_path / "told.json", text, 1)]) == 1
    assert capfd.readouterr().out.splitlines()[-1] == "4 passed, 1 failed, 2 skipped"


def test_a_check_without_a_report_counts_once(capfd: pytest.CaptureFixture[str]) -> None:
    fine, broken = ([sys.executable, "-c", f"raise SystemExit({code})"] for code in (0, 2))
    assert checks._run([Check("style", fine), Check("types", broken)]) == 1
    said = capfd.readouterr().out.splitlines()
    assert said[-2:] == ["Not right yet: types.", "1 passed, 1 failed, 0 skipped"]


def test_an_old_report_does_not_speak_for_a_run_that_wrote_none(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "told.xml"
    report.write_text(_junit(tests=9))
    silent = Check("tests", [sys.executable, "-c", "raise SystemExit(1)"], report=report)
    assert checks._run([silent]) == 1
    assert capfd.readouterr().out.splitlines()[-1] == "0 passed, 1 failed, 0 skipped"
