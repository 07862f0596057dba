"""Muscles in the lifter's own ratings, and every screen of the account for every eye and tongue."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.door import new_phone, opened, serving, sign_up
from tests.browser.lifter import past_session, push
from tests.browser.screen import UNWRAPPED, settled

SCREENS = ["#/muscles", "#/muscles/lats", "#/import", "#/account", "#/account/security"]
DOORS = ["#/welcome", "#/sign-in"]


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with opened(playwright) as running:
        yield running


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("install")) as running:
        yield running


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = new_phone(browser, address)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def trained(browser: Browser, address: str) -> Iterator[Page]:
    """A lifter with three weeks of pulldowns: strong, strong and weak; rows nobody rated."""
    context = new_phone(browser, address)
    page = context.new_page()
    sign_up(page, "trained@example.org")
    for weeks_ago, rating in enumerate(["strong", "strong", "weak"]):
        pulldowns: list[dict[str, Any]] = [{"reps": 10, "load_kg": 60, "connection": rating}] * 3
        rows: list[dict[str, Any]] = [{"reps": 10, "load_kg": 50}] * 2
        session = past_session(
            f"Pull {weeks_ago}", {"lat-pulldown": pulldowns, "barbell-row": rows}, 7 * weeks_ago + 1
        )
        push(page.request, address, session)
    page.reload()
    page.goto("/#/muscles")
    expect(page.get_by_role("heading", name="Sets by connection")).to_be_visible()
    yield page
    context.close()


def test_a_muscle_says_what_was_reported_and_what_was_not(trained: Page) -> None:
    trained.goto("/#/muscles/lats")
    settled(trained)
    expect(trained.get_by_text("Rated sets: mostly strong")).to_be_visible()
    chart = trained.get_by_role("img", name=re.compile("^Sets of Lats, 12 weeks"))
    expect(chart).to_have_attribute("aria-label", re.compile("6 strong, 0 moderate, 3 weak, 6 unr"))
    expect(trained.get_by_text("6 strong, 0 moderate, 3 weak, 0 unrated")).to_be_visible()
    expect(trained.get_by_text("trained, none rated")).to_be_visible()
    trained.get_by_role("button", name="Show as a table").click()
    expect(trained.get_by_role("row")).to_have_count(4)


def test_the_body_map_says_in_words_what_it_shows(trained: Page) -> None:
    trained.goto("/#/muscles")
    lats = trained.get_by_role("button", name="Lats: mostly strong")
    expect(lats).to_have_count(1)
    lats.focus()
    trained.keyboard.press("Enter")
    trained.wait_for_url("**/#/muscles/lats")


def test_muscles_work_without_a_network(trained: Page) -> None:
    trained.goto("/#/muscles")
    settled(trained)
    trained.evaluate("navigator.serviceWorker.ready.then(() => true)")
    trained.context.set_offline(offline=True)
    try:
        trained.goto("/#/muscles/lats")
        trained.get_by_text("All", exact=True).click()
        expect(trained.get_by_text("Rated sets: mostly strong")).to_be_visible()
        chart = trained.get_by_role("img", name=re.compile("^Sets of Lats, All"))
        expect(chart).to_have_attribute("aria-label", re.compile("6 strong"))
    finally:
        trained.context.set_offline(offline=False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_has_no_barrier(trained: Page, screen: str, scheme: Any) -> None:
    trained.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    trained.goto(f"/{screen}")
    trained.reload()  # or the page may be the same one as before, seen in the other scheme
    settled(trained)
    found = Axe().run(trained)
    assert found.violations_count == 0, found.generate_report()
    width = trained.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", DOORS)
def test_a_door_has_no_barrier(page: Page, screen: str, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"/{screen}")
    settled(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_no_text_of_the_account_screens_bypasses_the_messages(trained: Page) -> None:
    for screen in SCREENS:
        trained.goto(f"/?locale=pseudo{screen}")
        settled(trained)
        names = names_known(trained)
        left = [text for text in trained.evaluate(UNWRAPPED) if text not in names]
        assert left == [], screen


def test_no_text_of_the_doors_bypasses_the_messages(page: Page) -> None:
    for screen in DOORS:
        page.goto(f"/?locale=pseudo{screen}")
        settled(page)
        assert page.evaluate(UNWRAPPED) == [], screen


def names_known(page: Page) -> set[str]:
    """What the catalogue calls muscles and exercises: data, not messages."""
    catalogue = page.request.get("/api/catalogue").json()
    muscles = catalogue["muscles"]
    return {
        *(row["name"] for row in muscles + catalogue["exercises"]),
        *(row["anatomical_name"] for row in muscles),
    }


@pytest.mark.parametrize("screen", [*SCREENS, *DOORS])
def test_a_small_phone_with_large_text_needs_no_sideways_scrolling(
    trained: Page, screen: str
) -> None:
    trained.set_viewport_size({"width": 360, "height": 640})
    try:
        trained.goto(f"/{screen}")
        settled(trained)
        trained.evaluate("document.documentElement.style.fontSize = '200%'")
        assert trained.evaluate("document.documentElement.scrollWidth") <= 360
    finally:
        trained.evaluate("document.documentElement.style.fontSize = ''")
        trained.set_viewport_size({"width": 390, "height": 844})
