"""Today, a session and History for every eye: no barrier, nothing lost when enlarged or small."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import APIRequestContext, Page, expect

from tests.browser.installation import Installation
from tests.browser.lifter import open_app, past_session, push, rate, repeat
from tests.browser.phone import Phone

SETS = {
    "cable-lateral-raise": [
        {"load_kg": 7.5, "reps": 14, "set_kind": "warmup"},
        {"load_kg": 12.5, "reps": 12, "connection": "strong", "note": "Next time: slower"},
        {"load_kg": 12.5, "reps": 11, "connection": "weak", "tempo": "3-1-1-0", "cue": "Elbows"},
    ],
    "triceps-pushdown": [{"load_kg": 25.0, "reps": 12, "connection": "moderate"}] * 3,
}
SMALL = {"width": 360, "height": 640}


@pytest.fixture(params=["light", "dark"])
def page(
    request: pytest.FixtureRequest, phone: Phone, installation: Installation, ana: APIRequestContext
) -> Page:
    """Today, in one theme, with two past sessions."""
    for days, title in ((2, "Shoulders"), (5, "Arms")):
        push(ana, installation.address, past_session(title, SETS, days_ago=days))
    phone.page.emulate_media(color_scheme=request.param, reduced_motion="reduce")
    open_app(phone.page, installation.address)
    return phone.page


def test_no_barriers(page: Page) -> None:
    assert_open(page, "today")
    repeat(page, "Shoulders")
    assert_open(page, "a session, warm-up first")
    page.get_by_role("button", name="Warm-up done").click()
    expect(page.get_by_role("heading", name="Set 1 of 2")).to_be_visible()
    page.wait_for_timeout(600)
    rate(page, "Strong")
    assert_open(page, "a session with rest")
    for opener in ("Cue, tempo, more", "Options for Cable lateral raise", "Add exercise"):
        page.get_by_role("button", name=opener).first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        assert_open(page, opener)
        if opener == "Add exercise":
            page.get_by_role("button", name=re.compile("your own")).last.click()
            assert_open(page, "own exercise")
        page.get_by_role("dialog").get_by_role("button", name="Close").click()
    page.get_by_role("button", name=re.compile("^Edit set 1: 12")).click()
    assert_open(page, "a set that was done")
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Finish").click()
    assert_open(page, "finish")
    page.get_by_role("button", name="Finish session").click()
    expect(page.get_by_role("button", name="Repeat this session")).to_be_visible()
    assert_open(page, "a past session")
    page.goto(re.sub("#.*", "#/history", page.url))
    expect(page.get_by_role("link", name=re.compile("Arms"))).to_be_visible()
    assert_open(page, "history")


@pytest.mark.parametrize("page", ["light"], indirect=True)
def test_a_small_phone_and_text_twice_as_large(page: Page) -> None:
    page.set_viewport_size(SMALL)
    repeat(page, "Arms")
    page.get_by_role("button", name="Warm-up done").click()
    page.wait_for_timeout(600)
    dock = page.locator(".dock").bounding_box()
    assert dock is not None
    assert dock["height"] <= 172
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for place in ("session", "#/today", "#/history"):
        if place != "session":
            page.goto(re.sub("#.*", place, page.url))
            expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"], place
        assert page.evaluate(_CUT) == [], place


def assert_open(page: Page, where: str) -> None:
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == [], where


# Buttons whose words do not fit into them.
_CUT = """() => [...document.querySelectorAll('main button, main a')]
  .filter((one) => one.offsetParent && one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.textContent.trim())"""
