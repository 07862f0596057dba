"""Checks: each is a command; the last line counts how they ended."""

import json
import os
import subprocess
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from workbench import browser, environment
from workbench.places import PYTHON, REPORTS, ROOT, WEB, npm, program, surroundings
from workbench.steps import say


@dataclass(frozen=True)
class Check:
    """A command to run, and the report it leaves when it counts tests of its own."""

    name: str
    command: Sequence[str]
    cwd: Path = ROOT
    report: Path | None = None


@dataclass(frozen=True)
class Outcome:
    """How many tests of a check ended how."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0


def check(_: list[str]) -> int:
    """Style, types and contracts."""
    environment.ready_to_check()
    return _run([*_static(), *_static_web()])


def fix(_: list[str]) -> int:
    """Sort, format, repair what ruff can repair, and write the page of the evidence anew."""
    environment.ready_to_check()
    ruff = program("ruff")
    return _run([
        Check("repair", [ruff, "check", "--fix", "."]),
        Check("format", [ruff, "format", "."]),
        Check("evidence", [str(PYTHON), "-m", "workbench.evidence_page"]),
    ])  # fmt: skip


def test(arguments: list[str]) -> int:
    """Everything; or, with arguments, what pytest makes of them."""
    environment.ready_to_test()
    os.environ["CHROME"] = str(browser.chromium())
    if arguments:
        return _run([_pytest("tests", *arguments)])
    return _run([*_static(), *_static_web(), *_web_tests(), *_python_tests()])


def _static() -> list[Check]:
    ruff = program("ruff")
    return [
        Check("style", [ruff, "check", "."]),
        Check("format", [ruff, "format", "--check", "--output-format", "concise", "."]),
        Check("types", [program("mypy")]),
        Check("contracts", [program("lint-imports")]),
        Check("catalogue", [program("innervate"), "catalogue", "check"]),
    ]


def _static_web() -> list[Check]:
    scripts = _scripts()
    named = {"check": "web types", "lint:deps": "web contracts", "size": "web size"}
    return [
        Check(name, npm("run", "--silent", script), WEB)
        for script, name in named.items()
        if script in scripts
    ]


def _web_tests() -> list[Check]:
    if "test" not in _scripts():
        return []
    report = REPORTS / "web.json"
    words = ("--reporter=default", "--reporter=json", f"--outputFile.json={report}")
    return [Check("web tests", npm("run", "--silent", "test", "--", *words), WEB, report)]


def _python_tests() -> list[Check]:
    two = ("-n", "2")
    checks = [_pytest("tests on SQLite", "tests", "--ignore=tests/browser", *two)]
    if (ROOT / "tests" / "server").exists():
        checks.append(_pytest("tests on PostgreSQL", "tests/server", *two, on_postgres=True))
    if (ROOT / "tests" / "browser").exists():
        checks.append(_pytest("tests in the browser", "tests/browser"))
    return checks


def _pytest(name: str, *arguments: str, on_postgres: bool = False) -> Check:
    report = REPORTS / f"{name.replace(' ', '-')}.xml"
    beside = ["-W", "ignore", str(ROOT / "tests" / "postgres.py"), str(PYTHON)]
    database = beside if on_postgres else []
    command = [str(PYTHON), *database, "-m", "pytest", "-q", f"--junitxml={report}", *arguments]
    return Check(name, command, report=report)


def _scripts() -> dict[str, str]:
    package = WEB / "package.json"
    return dict(json.loads(package.read_text())["scripts"]) if package.exists() else {}


def _run(checks: Iterable[Check]) -> int:
    REPORTS.mkdir(parents=True, exist_ok=True)
    outcomes = {one.name: _outcome(one) for one in checks}
    total = Outcome(
        sum(one.passed for one in outcomes.values()),
        sum(one.failed for one in outcomes.values()),
        sum(one.skipped for one in outcomes.values()),
    )
    broken = [name for name, outcome in outcomes.items() if outcome.failed]
    say(f"\nNot right yet: {', '.join(broken)}." if broken else "\nAll is well.")
    say(f"{total.passed} passed, {total.failed} failed, {total.skipped} skipped")
    return 1 if broken else 0


def _outcome(one: Check) -> Outcome:
    say(f"\n== {one.name}")
    if one.report:
        one.report.unlink(missing_ok=True)
    started = time.monotonic()
    code = subprocess.run(one.command, cwd=one.cwd, env=surroundings(), check=False).returncode
    say(f"== {one.name}: {'failed' if code else 'passed'} in {time.monotonic() - started:.0f} s")
    if one.report is None or not one.report.exists():
        return Outcome(failed=1) if code else Outcome(passed=1)
    outcome = _counted(one.report)
    if code and not outcome.failed:  # it fell over outside of any test
        return Outcome(outcome.passed, 1, outcome.skipped)
    return outcome


def _counted(report: Path) -> Outcome:
    if report.suffix == ".json":
        told = json.loads(report.read_text())
        return Outcome(told["numPassedTests"], told["numFailedTests"], told["numPendingTests"])
    suites = ElementTree.parse(report).getroot().iter("testsuite")  # noqa: S314  our own report
    counts = [{key: int(suite.get(key, 0)) for key in _ENDS} for suite in suites]
    ran, failures, errors, skipped = (sum(count[key] for count in counts) for key in _ENDS)
    return Outcome(ran - failures - errors - skipped, failures + errors, skipped)


_ENDS = ("tests", "failures", "errors", "skipped")
