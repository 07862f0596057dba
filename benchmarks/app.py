"""What the app costs on a phone with ten years of one lifter's log, against the real server.

Run with `python benchmarks/app.py`: CHROME names the browser, and `python benchmarks/app.py 4`
lets it compute four times slower, as an older phone does. Times are wall time in a real Chromium
of 390 x 844, from the finger's event to the frame that shows the answer, so they carry whatever
else the machine does; its load is printed with them.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import APIRequestContext, Page, Playwright, sync_playwright

from benchmarks.app_page import (
    FIRST_SCREEN,
    LEAVE_AND_OPEN,
    WATCH,
    Filled,
    javascript,
    memory,
    slowed,
    tapped,
)
from benchmarks.ten_years import SETS, wire_rows
from tests.browser.installation import Installation
from tests.browser.lifter import PASSWORD, make_account, past_session, push, stored_sets
from tests.browser.phone import Phone

EMAIL = "ten@years.example"
TITLE = "Thirty taps"
TAPS, STARTS, VISITS = 30, 7, 7
SLIP_MS = 550


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    name: str
    figures: list[float]
    unit: str = "ms"
    budget: float | None = None

    def __str__(self) -> str:
        budget = "" if self.budget is None else f"{self.budget:,.0f}"
        middle, worst = statistics.median(self.figures), max(self.figures)
        last = f"{worst:10,.1f}" if len(self.figures) > 1 else f"{'':10}"
        return f"{self.name:44}{middle:10,.1f}{last}{budget:>9} {self.unit}"


def fill(request: APIRequestContext, address: str) -> None:
    """Ten years on the server, and one session to repeat whose sets all differ in their reps."""
    make_account(request, address, EMAIL)
    rows = wire_rows()
    while batch := list(islice(rows, 500)):
        push(request, address, batch)
    sets = [{"load_kg": 60.0, "reps": reps} for reps in range(1, TAPS + 2)]
    push(request, address, past_session(TITLE, {"lat-pulldown": sets}, days_ago=1))


def sign_in(page: Page, address: str) -> Iterator[Line]:
    """The first pull: from the tap on Sign in until the log is whole."""
    page.goto(address)
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.evaluate(FIRST_SCREEN)
    page.get_by_role("button", name="Sign in", exact=True).click()
    filled = Filled.awaited(page)
    assert stored_sets(page) == SETS + TAPS + 1
    yield Line("sign in to the whole log on the phone", [filled.wall_ms])
    yield Line("  Today shown with the latest sessions", [filled.today_ms])
    yield Line("  longest task on the main thread", [filled.longest_ms])
    yield Line("  tasks over 50 ms", [filled.tasks], "tasks")
    yield Line("  the log on the wire", [filled.wire_kb], "kB", 2000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def cold_starts(phone: Phone, address: str, slow: float) -> list[float]:
    """Browser started anew, no signal: from opening the address until Today is there."""
    times = []
    for _ in range(STARTS):
        page = phone.restart()
        page.context.add_init_script(WATCH)
        page.context.set_offline(True)
        slowed(page, slow)
        page.goto(address)
        times.append(page.evaluate("watch.until(watch.hasToday)"))
    return times


def taps(page: Page) -> list[float]:
    """Ratings in one session, each until it is stored and its frame shown."""
    page.evaluate("location.hash = '#/today'")
    page.get_by_role("button", name=TITLE).click()
    page.get_by_role("heading", name="Set 1 of").wait_for()
    before, times = stored_sets(page), []
    for _ in range(TAPS):
        times.append(tapped(page, "Strong"))
        page.wait_for_timeout(SLIP_MS)
    assert stored_sets(page) == before + TAPS
    return times


def visits(page: Page, screen: str) -> list[float]:
    """Opening a screen from the menu, the first time with its code; from Today each time."""
    return [page.evaluate(LEAVE_AND_OPEN, screen) for _ in range(VISITS)]


def lines(playwright: Playwright, folder: Path, slow: float) -> Iterator[Line]:
    """Measure, in the order in which a new phone meets it."""
    data = folder / "data"
    data.mkdir()
    installation = Installation(data)
    installation.start()
    anyone = playwright.request.new_context()
    fill(anyone, installation.address)
    phone = Phone(playwright, folder / "phone")
    try:
        page = phone.start()
        page.context.add_init_script(WATCH)
        slowed(page, slow)
        yield from sign_in(page, installation.address)
        yield Line(
            "cold start without signal to Today",
            cold_starts(phone, installation.address, slow),
            budget=1000,
        )
        page = phone.page
        yield Line("JavaScript until Today, gzipped", [javascript(page)], "kB", 90)
        yield Line("open Muscles", visits(page, "muscles"))
        yield Line("open History", visits(page, "history"))
        yield Line("heap after that", [memory(page)], "MB")
        yield Line("tap on a rating to stored and shown", taps(page), budget=50)
        yield Line("heap after that", [memory(page)], "MB")
        yield Line(
            "the log on the phone",
            [page.evaluate("navigator.storage.estimate().then(({ usage }) => usage / 1e6)")],
            "MB",
        )
    finally:
        phone.kill()
        anyone.dispose()
        installation.stop()


def main(slow: str = "1") -> None:
    """Measure and print."""
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"{SETS:,} sets; {os.cpu_count()} processors, load {load}; slowed {slow} times\n")
    print(f"{'':44}{'median':>10}{'worst':>10}{'budget':>9}")
    with tempfile.TemporaryDirectory(prefix="innervate-bench-") as folder, sync_playwright() as up:
        for line in lines(up, Path(folder), float(slow)):
            print(line, flush=True)
    print(f"\nload at the end {' '.join(f'{one:.1f}' for one in os.getloadavg())}")


if __name__ == "__main__":
    main(*sys.argv[1:])
