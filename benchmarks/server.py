"""What the server costs on ten years of one lifter's log: CPU, bytes, SQL statements.

Run with `python benchmarks/server.py`; INNERVATE_DATABASE chooses PostgreSQL, whose own CPU is
not in the figures. Every figure is the best of several, in this process, from the request's bytes
to the answer's, middleware, session and all. `weeks` is asked for after sets of the last week
were pushed; `all weeks` when none is tallied yet, as after an import.
"""

import gzip
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

_folder = tempfile.TemporaryDirectory(prefix="innervate-bench-")
os.environ["INNERVATE_DATA"] = _folder.name
os.environ["DJANGO_SETTINGS_MODULE"] = "innervate.server.settings"
sys.path.insert(0, str(Path(__file__).parents[1]))

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from benchmarks.ten_years import DEVICE, SESSIONS, SETS, wire_rows  # noqa: E402
from innervate.server.accounts.store import create  # noqa: E402
from innervate.server.logbook.store import restore  # noqa: E402
from innervate.server.logbook.weeks import forget_weeks, forget_weeks_of  # noqa: E402

_LATER = 4_000_000_000_000
_BUDGETS_MS = {"weeks": 60, "open Today": 20, "push of 50": 15, "first pull": 1500}


@dataclass(frozen=True, slots=True)
class Cost:
    """The best of several runs."""

    cpu_ms: float
    size: int
    statements: int


def measure(call: Callable[[], list[HttpResponse]], times: int) -> Cost:
    """CPU of the best of `times` calls; bytes and statements of one more."""
    call()
    best = min(_cpu_ms(call) for _ in range(times))
    with CaptureQueriesContext(connection) as captured:
        answers = call()
    assert all(answer.status_code == 200 for answer in answers), answers
    return Cost(best, sum(len(answer.content) for answer in answers), len(captured))


def _cpu_ms(call: Callable[[], object]) -> float:
    began = time.process_time()
    call()
    return (time.process_time() - began) * 1000


class Phone:
    """An app that has signed in."""

    def __init__(self) -> None:
        self.client = Client(
            headers={"host": "localhost", "accept-encoding": "gzip"}, enforce_csrf_checks=True
        )
        self.account = create("ten@years.example", "a log of ten long years")
        self.client.force_login(self.account)
        self.client.get("/api/setup")
        self.token = self.client.cookies["csrftoken"].value

    def get(self, path: str) -> HttpResponse:
        """Fetch."""
        return self.client.get(path)

    def push(self, rows: list[dict[str, object]]) -> HttpResponse:
        """Send."""
        return self.client.post(
            "/api/sync/push",
            json.dumps({"device": DEVICE, "rows": rows}),
            content_type="application/json",
            headers={"x-csrftoken": self.token},
        )

    def pages(self) -> list[int]:
        """The cursor before each page of a first pull, and the one after the last."""
        cursors, more = [0], True
        while more:
            page = json.loads(_unpacked(self.get(f"/api/sync/pull?after={cursors[-1]}")))
            cursors.append(page["cursor"])
            more = page["more"]
        return cursors


def _unpacked(answer: HttpResponse) -> bytes:
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return gzip.decompress(answer.content) if packed else answer.content


def sessions() -> Iterator[list[dict[str, object]]]:
    """Each session with its sets, in the order they were logged."""
    rows = wire_rows()
    while batch := list(islice(rows, 1 + SETS // SESSIONS)):
        yield batch


def main() -> None:
    """Measure and print."""
    call_command("migrate", verbosity=0)
    phone = Phone()
    began = time.process_time()
    counts = Counter()
    for session in sessions():
        counts.update(restore(phone.account, session, _LATER))
    assert counts["set"] == SETS
    print(f"{connection.vendor}; {counts['set']:,} sets, {counts['session']:,} sessions")
    print(f"filled in {time.process_time() - began:.1f} s CPU\n")

    *begins, cursor = phone.pages()
    paths = [f"/api/sync/pull?after={after}" for after in begins]
    newest = list(islice((row for row in wire_rows() if row["kind"] == "set"), SETS - 50, None))
    tick = iter(range(1, 1_000_000))

    def push() -> list[HttpResponse]:
        stamp = f"{_LATER - 1_000_000_000 + next(tick):012x}0000{DEVICE}"
        return [phone.push([{**row, "stamp": stamp} for row in newest])]

    def after_push() -> list[HttpResponse]:
        forget_weeks_of(phone.account, [], [str(row["id"]) for row in newest])
        return [phone.get("/api/logbook/weeks")]

    def from_nothing() -> list[HttpResponse]:
        forget_weeks(phone.account)
        return [phone.get("/api/logbook/weeks")]

    measured = {
        "weeks": measure(after_push, 9),
        "all weeks": measure(from_nothing, 3),
        "open Today": measure(
            lambda: [
                phone.get(path)
                for path in ("/api/setup", "/api/account", f"/api/sync/pull?after={cursor}")
            ],
            25,
        ),
        "push of 50": measure(push, 25),
        "first pull": measure(lambda: [phone.get(path) for path in paths], 3),
        "archive": measure(lambda: [phone.get("/api/logbook/archive")], 1),
    }
    print(f"{'':12}{'CPU ms':>9}{'budget':>9}{'bytes':>12}{'statements':>12}")
    for name, cost in measured.items():
        budget = _BUDGETS_MS.get(name, "")
        print(f"{name:12}{cost.cpu_ms:9.1f}{budget:>9}{cost.size:12,}{cost.statements:12}")


if __name__ == "__main__":
    main()
