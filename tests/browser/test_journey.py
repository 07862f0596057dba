"""The promise in one story, and the accidents on the way: no set is lost, none is there twice."""

import csv
import re
import secrets
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, Route, expect

from tests.browser.agreement import (
    agree,
    carried,
    sets_on_phone,
    sets_on_server,
    until,
    with_signal,
    without_signal,
)
from tests.browser.door import PASSWORD, new_phone, opened, sign_in
from tests.browser.installation import Installation
from tests.browser.lifter import (
    Json,
    make_account,
    open_app,
    past_session,
    push,
    rate,
    repeat,
    stored_sets,
)
from tests.browser.phone import Phone

HEVY = Path(__file__).parents[1] / "golden" / "logs" / "hevy-kg.csv"
KINDS = {"normal": None, "dropset": "drop"}
RATINGS = ["Strong", "Weak", "Moderate", "Strong", "Strong", "Weak", "Moderate", "Strong"]
PULL = {"lat-pulldown": [{"load_kg": 60.0 + at, "reps": 10} for at in range(4)]}
PUSH = "**/api/sync/push"
TWO_DAYS_MS = 2 * 86_400_000


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with opened(playwright) as running:
        yield running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation that all but the first story share, each with an account of its own."""
    shared = Installation(tmp_path_factory.mktemp("shared"))
    shared.start()
    yield shared
    shared.stop()


@pytest.fixture
def page(browser: Browser, server: Installation) -> Iterator[Page]:
    """A phone in airplane mode, with a session like last week's under way."""
    context = new_phone(browser, server.address)
    make_account(context.request, server.address, f"{secrets.token_hex(4)}@example.org")
    push(context.request, server.address, past_session("Pull", PULL, days_ago=7))
    page = context.new_page()
    open_app(page, server.address)
    expect(page.get_by_role("button", name=re.compile("^Pull"))).to_be_visible()
    agree(page, server.address)
    without_signal(page)
    repeat(page, "Pull")
    yield page
    context.close()


def test_a_lifter_moves_in_trains_without_signal_and_finds_each_set_once(
    phone: Phone, installation: Installation, playwright: Playwright
) -> None:
    lines = list(csv.DictReader(HEVY.read_text().splitlines(keepends=True)))
    move_in(phone.page, installation.address, lines)
    imported = agree(phone.page, installation.address)
    assert len(imported) == len(lines)
    # A browser keeps a new cookie in memory for half a minute, unless it ends in peace.
    open_app(phone.restart(), installation.address)

    plan = [line for line in lines if line["title"] == "Push Day"]
    train_without_signal(phone, installation.address, plan)
    assert sets_on_server(phone.page, installation.address) == imported
    logged = sets_on_phone(phone.page)

    with_signal(phone.page)
    there = agree(phone.page, installation.address)
    assert there == logged
    fresh = [there[id] for id in there.keys() - imported.keys()]
    assert Counter(carried(one)[1:-1] for one in fresh) == Counter(map(measured, plan))
    in_order = sorted(fresh, key=lambda one: one["position"])
    assert [one.get("connection") for one in in_order] == [None, *map(str.lower, RATINGS)]
    with opened(playwright) as browser:
        second = new_phone(browser, installation.address).new_page()
        second.goto("/")
        sign_in(second, "ana@example.org")
        expect(second.get_by_role("heading", name="Today")).to_be_visible()
        assert agree(second, installation.address) == there
        second.get_by_role("link", name="History").click()
        expect(second.locator("main li strong")).to_have_text(["Push Day", "Legs", "Push Day"])


def test_a_server_killed_while_the_phone_pushes_has_each_set_once(
    page: Page, server: Installation
) -> None:
    before = stored_sets(page)
    for taps, wait_s in enumerate((0.0, 0.01, 0.04)):
        rate(page, "Strong")
        kill = threading.Timer(wait_s, server.stop)
        page.route(PUSH, killing(kill), times=1)
        with_signal(page)
        until(page, partial(getattr, kill, "ident"))
        kill.join()
        without_signal(page)
        server.start()
        assert stored_sets(page) == before + taps + 1
    with_signal(page)
    sets = agree(page, server.address)
    assert len(sets) == before + 3
    assert [one["connection"] for one in sets.values() if "connection" in one] == ["strong"] * 3


def test_a_lost_reply_doubles_nothing(page: Page, server: Installation) -> None:
    before = stored_sets(page)
    rate(page, "Weak")
    rate(page, "Strong")
    lost: list[Json] = []

    def lose(route: Route) -> None:
        lost.append(route.fetch().json())
        route.abort()

    page.route(PUSH, lose, times=1)
    with page.expect_event("requestfailed", lambda request: "push" in request.url):
        with_signal(page)
    assert {one["outcome"] for one in lost[0]["results"]} == {"stored"}
    assert len(sets_on_server(page, server.address)) == before + 2
    assert len(agree(page, server.address)) == before + 2


def test_a_clock_two_days_ahead_wins_over_nothing_that_comes_later(
    page: Page, server: Installation, browser: Browser
) -> None:
    page.context.add_init_script(_AHEAD)
    page.reload()
    assert page.evaluate("Date.now()") > page.evaluate("performance.timeOrigin") + TWO_DAYS_MS / 2
    rate(page, "Weak")
    with_signal(page)
    sets = agree(page, server.address)
    (mine,) = (one for one in sets.values() if one.get("connection"))

    with_a_right_clock = new_phone(browser, server.address)
    with_a_right_clock.add_cookies(page.context.cookies())
    other = with_a_right_clock.new_page()
    open_app(other, server.address)
    agree(other, server.address)
    other.get_by_role("link", name="Continue").click()
    other.get_by_role("button", name="Do Lat pulldown now").click()
    other.get_by_role("button", name=re.compile("^Edit set 1.*Weak")).click()
    other.get_by_role("group", name="Connection").get_by_role("button", name="Strong").click()
    other.get_by_role("button", name="Done", exact=True).click()
    assert agree(other, server.address)[mine["id"]]["connection"] == "strong"
    page.reload()
    until(page, lambda: sets_on_phone(page)[mine["id"]]["connection"] == "strong")
    assert agree(page, server.address).keys() == sets.keys()
    with_a_right_clock.close()


def move_in(page: Page, address: str, lines: list[dict[str, str]]) -> None:
    """Make the account, bring the file, and see it in History and Muscles."""
    page.goto(address)
    page.get_by_label("E-mail").fill("ana@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    page.get_by_role("link", name="Import your history").click()
    page.locator("input[type=file]").set_input_files(HEVY)
    page.get_by_role("button", name=f"Add {len(lines)} sets").click()
    expect(page.get_by_text(f"2 sessions and {len(lines)} sets added.")).to_be_visible()
    page.get_by_role("link", name="Open history").click()
    warmups = sum(line["set_type"] == "warmup" for line in lines)
    legs = sum(line["title"] == "Legs" for line in lines)
    expect(page.get_by_role("link", name=re.compile("^Legs.*"))).to_contain_text(f"{legs} sets")
    expect(page.get_by_role("link", name=re.compile("^Push Day"))).to_contain_text(
        f"{len(lines) - legs - warmups} sets"
    )
    page.get_by_role("link", name="Muscles").click()
    raises = sum(line["exercise_title"].startswith("Lateral Raise") for line in lines)
    expect(page.get_by_role("link", name=re.compile("^Side delts"))).to_contain_text(str(raises))


def train_without_signal(phone: Phone, address: str, plan: list[dict[str, str]]) -> None:
    """Repeat Push Day in airplane mode, one tap a set; in the middle the phone dies."""
    without_signal(phone.page)
    repeat(phone.page, "Push Day")
    taps = ["Warm-up done", *RATINGS]
    assert len(taps) == len(plan)
    for done, tap in enumerate(taps):
        if done == 4:
            phone.kill()
            without_signal(phone.start())
            phone.page.goto(address)
            phone.page.get_by_role("link", name="Continue").click()
        rate(phone.page, tap)
    expect(phone.page.get_by_text("Every planned set is done.")).to_be_visible()
    phone.page.get_by_role("button", name="Finish").click()
    phone.page.get_by_role("button", name="Finish session").click()
    expect(phone.page.get_by_role("button", name="Repeat this session")).to_be_visible()


def measured(line: dict[str, str]) -> tuple[str | float | None, ...]:
    """Kind, load, reps, seconds and metres of a line of the file."""
    kind = KINDS.get(line["set_type"], line["set_type"])
    load, reps, seconds = (
        float(line[name]) or None if line[name] else None
        for name in ("weight_kg", "reps", "duration_seconds")
    )
    metres = float(line["distance_km"]) * 1000 if line["distance_km"] else None
    return kind, load, reps, seconds, metres


def killing(kill: threading.Timer) -> Callable[[Route], None]:
    """Let the request go, and start the countdown."""

    def handle(route: Route) -> None:
        kill.start()
        route.continue_()

    return handle


_AHEAD = f"""(() => {{
  const Right = Date;
  globalThis.Date = class extends Right {{
    constructor(...given) {{ given.length ? super(...given) : super(Right.now() + {TWO_DAYS_MS}); }}
    static now() {{ return Right.now() + {TWO_DAYS_MS}; }}
  }};
}})();"""
