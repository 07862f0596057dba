"""An exercise's page, the list of all, what is known, and German, on a phone."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.door import new_phone, opened, serving, sign_up
from tests.browser.lifter import past_session, push, table
from tests.browser.screen import UNWRAPPED, settled

OWN = str(uuid4())
OWN_NAME = "Side raise of mine"
SCREENS = [
    "#/exercise/lateral-raise",
    "#/exercise/barbell-bench-press",
    f"#/exercise/{OWN}",
    "#/exercises",
    "#/evidence",
    "#/evidence/focus-raises-muscle-signal",
]


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with opened(playwright) as running:
        yield running


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("install")) as running:
        yield running


@pytest.fixture(scope="module")
def lifter(browser: Browser, address: str) -> Iterator[Page]:
    """Someone who has done lateral raises, and an exercise of their own."""
    context = new_phone(browser, address)
    page = context.new_page()
    sign_up(page, "lifter@example.org")
    raises: list[dict[str, Any]] = [
        {"reps": 10, "load_kg": 15, "connection": "strong", "note": "Elbows first."},
        {"reps": 8, "load_kg": 15, "connection": "weak"},
    ]
    own = {"kind": "exercise", "id": OWN, "name": OWN_NAME, "stamp": f"{1:012x}000000c0ffee"}
    push(page.request, address, [own])
    sets = {"lateral-raise": raises, OWN: [{"reps": 12, "load_kg": 5}]}
    push(page.request, address, past_session("Shoulders", sets, 2))
    page.reload()
    page.goto("/#/exercise/lateral-raise")
    expect(page.get_by_text("Elbows first.")).to_be_visible()
    yield page
    context.close()


def test_a_page_says_what_it_is_for_and_what_takes_over(lifter: Page) -> None:
    lifter.goto("/#/exercise/lateral-raise")
    settled(lifter)
    expect(lifter.get_by_role("button", name="Side delts: target")).to_have_count(2)
    expect(lifter.get_by_role("button", name="Upper traps: may take over").first).to_be_visible()
    over = lifter.get_by_role("region", name="When something else takes over")
    expect(over.get_by_role("heading", name="Upper traps")).to_be_visible()
    over.get_by_role("link", name=re.compile("^Grade")).first.click()
    lifter.wait_for_url("**/#/evidence/*")
    settled(lifter)
    lifter.get_by_role("link", name="Back").click()
    lifter.wait_for_url("**/#/exercise/lateral-raise")


def test_a_page_shows_the_own_history(lifter: Page) -> None:
    lifter.goto("/#/exercise/lateral-raise")
    record = lifter.get_by_role("region", name="Your history")
    expect(record.get_by_text(re.compile("^15 kg . 10$"))).to_be_visible()
    expect(record.get_by_text("One-rep maximum, estimated")).to_be_visible()
    expect(record.get_by_text("≈ 20 kg")).to_be_visible()
    expect(record.get_by_role("img", name="1 Strong, 1 Weak")).to_be_visible()


def test_without_body_prompts_nothing_asks_for_the_body(lifter: Page) -> None:
    lifter.goto("/#/exercise/lateral-raise")
    touch = lifter.get_by_role("heading", name="Touch")
    expect(touch).to_be_visible()
    set_prompts(lifter)
    lifter.goto("/#/exercise/lateral-raise")
    expect(lifter.get_by_text("To the weight")).to_be_visible()
    expect(touch).to_have_count(0)
    expect(lifter.get_by_text("To the muscle")).to_have_count(0)
    set_prompts(lifter)


def set_prompts(page: Page) -> None:
    """Turn body prompts off, or on again."""
    page.goto("/#/account")
    page.get_by_text("Body-awareness prompts", exact=True).click()


def test_a_thumb_finds_an_exercise_and_comes_back_to_the_list(lifter: Page) -> None:
    lifter.goto("/#/exercises")
    settled(lifter)
    search = lifter.get_by_label("Search exercises")
    search.fill("latral raize")
    found = lifter.get_by_role("link", name=re.compile("^Lateral raise"))
    found.first.click()
    lifter.wait_for_url("**/#/exercise/lateral-raise")
    lifter.get_by_role("link", name="Back").click()
    expect(search).to_have_value("latral raize")
    lifter.get_by_role("button", name="Clear").click()
    lifter.get_by_role("button", name="Muscle", exact=True).click()
    chest = lifter.get_by_role("dialog", name="Muscle")
    chest.get_by_role("button", name="Upper chest").click()
    lifter.get_by_role("button", name="Equipment", exact=True).click()
    lifter.get_by_role("dialog").get_by_role("button", name=re.compile("^Dumbbell")).click()
    expect(lifter.get_by_role("link", name=re.compile("^Incline dumbbell press"))).to_be_visible()
    expect(lifter.get_by_role("link", name=re.compile("^Lateral raise"))).to_have_count(0)
    lifter.get_by_role("button", name="Clear").click()


def test_the_whole_list_is_there_by_scrolling(lifter: Page) -> None:
    lifter.goto("/#/exercises")
    settled(lifter)
    count = len(lifter.request.get("/api/catalogue").json()["exercises"]) + 1
    rows = lifter.locator("main li")
    for _ in range(20):
        lifter.mouse.wheel(0, 20_000)
        lifter.wait_for_timeout(100)
    expect(rows).to_have_count(count)


def test_an_own_exercise_is_edited_and_merged_and_parted(lifter: Page) -> None:
    lifter.goto(f"/#/exercise/{OWN}")
    lifter.get_by_role("button", name="Edit").click()
    sheet = lifter.get_by_role("dialog", name="Your exercise")
    sheet.get_by_label("Add a muscle").select_option(label="Side delts")
    sheet.get_by_text("Isolation").click()
    sheet.get_by_role("button", name="Save").click()
    expect(lifter.get_by_text("A set counts as one set for")).to_be_visible()
    row = next(one for one in table(lifter, "exercises") if one["id"] == OWN)
    assert (row["targets"], row["mechanic"]) == (["side-delts"], "isolation")

    lifter.get_by_role("button", name="It is one of ours").click()
    lifter.get_by_role("dialog").get_by_role("button", name=re.compile("^Lateral raise")).click()
    lifter.wait_for_url("**/#/exercise/lateral-raise")
    expect(lifter.get_by_text(f"Counts the sets of {OWN_NAME} too.")).to_be_visible()
    expect(lifter.get_by_text("3 sets")).to_have_count(1)
    lifter.get_by_role("button", name="Undo").click()
    lifter.wait_for_url(f"**/#/exercise/{OWN}")
    row = next(one for one in table(lifter, "exercises") if one["id"] == OWN)
    assert "merged_into" not in row
    assert row["targets"] == ["side-delts"]


def test_an_own_exercise_is_told_like_one_of_ours(lifter: Page) -> None:
    lifter.goto(f"/#/exercise/{OWN}")
    lifter.get_by_role("button", name="Edit").click()
    sheet = lifter.get_by_role("dialog", name="Your exercise")
    sheet.get_by_text("More: cues").click()
    sheet.get_by_label("One more that takes over").select_option(label="Upper traps")
    sheet.get_by_role("button", name="Save").click()
    expect(sheet.get_by_role("alert")).to_contain_text("Say how it shows")
    sheet.get_by_label("How it shows that Upper traps").fill("The shoulders climb.")
    sheet.get_by_label("To the muscle").fill("Out, not up.")
    sheet.get_by_label("A set is from").fill("8")
    sheet.get_by_label("to", exact=True).fill("15")
    sheet.get_by_role("textbox", name="Load step").fill("1.25")
    sheet.get_by_role("button", name="Cable").click()
    sheet.get_by_role("button", name="Save").click()
    for told in ("The shoulders climb.", "Out, not up.", "8 to 15 reps"):
        expect(lifter.get_by_text(told)).to_be_visible()
    row = next(one for one in table(lifter, "exercises") if one["id"] == OWN)
    assert row["compensators"] == [{"muscle": "upper-traps", "sign": "The shoulders climb."}]
    assert (row["rep_range"], row["load_step_kg"], row["equipment"]) == ([8, 15], 1.25, ["cable"])


def test_what_is_known_is_there_without_a_network(lifter: Page) -> None:
    lifter.goto("/#/evidence")
    settled(lifter)
    lifter.evaluate("navigator.serviceWorker.ready.then(() => true)")
    lifter.context.set_offline(offline=True)
    try:
        lifter.reload()
        first = lifter.get_by_role("link", name=re.compile("raises its signal by 20 to 60 %"))
        expect(first).to_contain_text("Overstated")
        first.click()
        source = lifter.get_by_role("link", name=re.compile("^DOI 10")).first
        expect(source).to_have_attribute("href", re.compile("^https://doi.org/10"))
    finally:
        lifter.context.set_offline(offline=False)


def test_german_is_chosen_and_stays(lifter: Page) -> None:
    lifter.goto("/#/account")
    lifter.get_by_text("Deutsch", exact=True).click()
    try:
        expect(lifter.get_by_role("heading", name="Konto")).to_be_visible()
        assert lifter.evaluate("document.documentElement.lang") == "de"
        lifter.goto("/#/muscles")
        expect(lifter.get_by_role("link", name=re.compile("^Seitliche Schulter"))).to_be_visible()
        lifter.goto("/#/exercise/lateral-raise")
        lifter.reload()
        expect(lifter.get_by_role("heading", name="Dein Verlauf")).to_be_visible()
        expect(lifter.get_by_text("Ein Satz mit zehn Wiederholungen dauert")).to_be_visible()
    finally:
        lifter.goto("/#/account")
        lifter.get_by_text("English", exact=True).click()
        expect(lifter.get_by_role("heading", name="Account")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.replace(OWN, "own"))
def test_a_screen_has_no_barrier(lifter: Page, screen: str, scheme: Any) -> None:
    lifter.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    lifter.goto(f"/{screen}")
    # What is out of sight keeps the colours it was first painted in until it comes into sight.
    lifter.reload()
    settled(lifter)
    found = Axe().run(lifter)
    assert found.violations_count == 0, found.generate_report()
    assert lifter.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.replace(OWN, "own"))
def test_no_text_bypasses_the_messages_and_large_text_fits(lifter: Page, screen: str) -> None:
    lifter.set_viewport_size({"width": 360, "height": 640})
    try:
        lifter.goto(f"/?locale=pseudo{screen}")
        settled(lifter)
        catalogue = lifter.request.get("/api/catalogue").json()
        names = {row["name"] for row in catalogue["muscles"] + catalogue["exercises"]} | {OWN_NAME}
        left = [text for text in lifter.evaluate(UNWRAPPED) if text not in names]
        assert left == []
        lifter.evaluate("document.documentElement.style.fontSize = '200%'")
        assert lifter.evaluate("document.documentElement.scrollWidth") <= 360
    finally:
        lifter.set_viewport_size({"width": 390, "height": 844})
        lifter.goto(f"/{screen}")
