"""Pictures of the app for its pages: `python -m tests.browser.pictures [FOLDER]`.

A made-up lifter on a real server, in a real browser (CHROME names it), 390 x 844 at twice the
density. Rerun it when a screen has changed; the dates are those of the day.
"""

import csv
import io
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.agreement import agree
from tests.browser.door import new_phone, opened
from tests.browser.installation import Installation
from tests.browser.lifter import Json, make_account, open_app, past_session, push, rate, repeat
from tests.browser.palette import with_palette

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SHIFT = "Number(localStorage.getItem('shift') ?? 0)"
MINUTE_MS = 60_000
CUE = "Push the wall away with your hands"

# Exercise: load, reps, sets, and how often its sets are felt weakly, moderately, strongly.
PLANS: dict[str, dict[str, tuple[float, int, int, tuple[int, int, int]]]] = {
    "Push": {
        "barbell-bench-press": (70, 8, 3, (3, 5, 1)),
        "cable-lateral-raise": (7.5, 14, 4, (0, 2, 6)),
        "triceps-pushdown": (25, 12, 3, (0, 3, 5)),
    },
    "Pull": {
        "lat-pulldown": (60, 10, 4, (1, 5, 2)),
        "barbell-row": (32.5, 10, 3, (6, 2, 0)),
        "dumbbell-curl": (12, 11, 3, (0, 1, 7)),
    },
    "Legs": {
        "back-squat": (95, 6, 4, (2, 5, 2)),
        "romanian-deadlift": (80, 9, 3, (0, 2, 6)),
        "leg-extension": (45, 13, 3, (0, 1, 8)),
        "machine-standing-calf-raise": (60, 12, 3, (5, 2, 0)),
    },
}
NAMES = (
    "Bench Press (Barbell)",
    "Lateral Raise (Cable)",
    "Squat (Barbell)",
    "Lat Pulldown (Cable)",
    "Bicep Curl (Dumbbell)",
    "Landmine Twist, slow",
)


def trained_weeks(weeks: int = 10) -> Iterator[list[Json]]:
    """Three sessions a week, the loads growing, most sets rated."""
    rng = random.Random(4)  # noqa: S311
    for week in range(weeks, 0, -1):
        for nth, (title, plan) in enumerate(PLANS.items()):
            sets = {name: list(_sets(rng, *told, weeks - week)) for name, told in plan.items()}
            yield past_session(title, sets, days_ago=7 * week - 2 * nth - 1)


def _sets(
    rng: random.Random, load: float, reps: int, sets: int, felt: tuple[int, int, int], week: int
) -> Iterator[Json]:
    for nth in range(sets):
        one: Json = {"load_kg": load + 2.5 * (week // 4) * (load > 20), "reps": reps - nth % 3}
        if rng.random() < 0.9:
            one["connection"] = rng.choices(("weak", "moderate", "strong"), felt)[0]
        if load == 7.5:
            one |= {"cue": CUE, "focus": "external", "tempo": "2-0-1-1"}
        yield one


def export() -> bytes:
    """A year of another app's log."""
    rng = random.Random(9)  # noqa: S311
    file = io.StringIO()
    table = csv.writer(file, quoting=csv.QUOTE_ALL)
    table.writerow(
        [
            "title",
            "start_time",
            "end_time",
            "description",
            "exercise_title",
            "superset_id",
            "exercise_notes",
            "set_index",
            "set_type",
            "weight_kg",
            "reps",
            "distance_km",
            "duration_seconds",
            "rpe",
        ]
    )
    for day in range(96):
        date = f"{1 + day % 28} {['Jan', 'Feb', 'Mar', 'Apr'][day // 28]} 2026"
        times = (f"{date}, 18:05", f"{date}, 19:10")
        for name in rng.sample(NAMES[:5], 3) + list(NAMES[5:]) * (day % 16 == 0):
            table.writerows(
                (
                    "Session",
                    *times,
                    "",
                    name,
                    "",
                    "",
                    at,
                    "normal",
                    40,
                    rng.randint(6, 14),
                    "",
                    0,
                    "",
                )
                for at in range(3)
            )
    return file.getvalue().encode()


def session(page: Page) -> None:
    """Half an hour into Push: the first raise was felt strongly a moment ago."""
    _shift(page, -31 * MINUTE_MS)
    repeat(page, "Push")
    for rating in ("Moderate", "Strong", "Moderate"):
        rate(page, rating)
    _shift(page, -38_000)
    rate(page, "Strong")
    _shift(page, 0)
    expect(page.get_by_role("heading", name="Set 2 of 4")).to_be_visible()
    # The exercise before, whole, for the picture.
    page.evaluate("scrollBy(0, -16)")


def _shift(page: Page, by_ms: int) -> None:
    page.evaluate("(by) => localStorage.setItem('shift', by)", by_ms)
    page.reload()


def shots(browser: Browser, installation: Installation) -> Iterator[tuple[str, Page]]:
    """Each screen once it is as it should be seen."""
    context = new_phone(browser, installation.address, density=2)
    context.add_init_script(
        f"""const Right = Date;
        globalThis.Date = class extends Right {{
          constructor(...given) {{ given.length ? super(...given) : super(Right.now() + {SHIFT}); }}
          static now() {{ return Right.now() + {SHIFT}; }}
        }};"""
    )
    make_account(context.request, installation.address, "ana@example.org")
    for rows in trained_weeks():
        push(context.request, installation.address, rows)
    page = context.new_page()
    open_app(page, installation.address)
    agree(page, installation.address)
    expect(page.get_by_role("button", name=re.compile("^Push"))).to_be_visible()
    yield "today", page
    page.goto("/#/muscles")
    expect(page.get_by_role("heading", name="Sets by connection")).to_be_visible()
    yield "muscles", page
    page.goto("/#/history")
    expect(page.locator("main li .numbers").first).to_be_visible()
    yield "history", page
    page.goto("/#/import")
    file = {"name": "workouts.csv", "mimeType": "text/csv", "buffer": export()}
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("button", name=re.compile("^Add .* sets"))).to_be_visible()
    yield "import", page
    page.goto("/#/today")
    session(page)
    yield "session", page


def main(folder: str = "") -> None:
    """Take the pictures."""
    images = Path(folder) if folder else IMAGES
    images.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        installation = Installation(Path(data))
        installation.start()
        try:
            with opened(playwright) as browser:
                for name, page in shots(browser, installation):
                    page.wait_for_load_state("networkidle")
                    picture = page.screenshot(animations="disabled")
                    (images / f"{name}.png").write_bytes(with_palette(page, picture))
        finally:
            installation.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
