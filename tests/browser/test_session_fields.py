"""Numbers as lifters type them: replacing what stood there, in their unit, never lost."""

import re

import pytest
from playwright.sync_api import APIRequestContext, Page, expect

from tests.browser.installation import Installation
from tests.browser.lifter import (
    TWO_TAPS_APART_MS,
    open_app,
    past_session,
    push,
    repeat,
    stored_sets,
    table,
    wait_for_sets,
)
from tests.browser.phone import Phone

CURLS = {"dumbbell-curl": [{"load_kg": 12.5, "reps": 10}] * 3}


@pytest.fixture
def session(phone: Phone, installation: Installation, ana: APIRequestContext) -> Page:
    """A session of three planned sets of curls, on a phone with a touch screen, in pounds."""
    account = ana.get(f"{installation.address}/api/account").json()
    pounds = {"kind": "preferences", "id": account["preferences_id"], "unit": "lb"}
    stamp = f"{account['now']:012x}000000c0ffee"
    rows = past_session("Arms", CURLS, days_ago=2)
    push(ana, installation.address, [*rows, {**pounds, "stamp": stamp}])
    page = phone.page
    touch = page.context.new_cdp_session(page)
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    open_app(page, installation.address)
    repeat(page, "Arms")
    return page


def test_typing_replaces_the_number_and_a_tap_on_a_rating_takes_it(session: Page) -> None:
    before = stored_sets(session)
    reps = session.get_by_role("textbox", name="Reps")
    reps.click(position={"x": 8, "y": 20})
    session.keyboard.type("8")
    expect(reps).to_have_value("8")
    load = session.get_by_role("textbox", name="Load")
    expect(load).to_have_attribute("inputmode", "decimal")
    load.click()
    session.keyboard.type("61,25")
    session.get_by_role("button", name="Strong", exact=True).click()
    wait_for_sets(session, before + 1)
    (fresh,) = [one for one in table(session, "sets") if one.get("connection")]
    assert fresh["reps"] == 8
    assert fresh["load_kg"] == 61.25 * 0.45359237
    done = session.get_by_role("button", name=re.compile("^Edit set 1: 61.25 lb . 8"))
    expect(done).to_be_visible()
    # Up and down again on the grid of pounds, and what was typed reads back as typed.
    expect(load).to_have_value("61.25")
    session.get_by_role("button", name="More Load").click()
    expect(load).to_have_value("62.5")
    session.get_by_role("button", name="Less Load").click()
    expect(load).to_have_value("60")


def test_a_second_tap_puts_the_caret_into_the_number(session: Page) -> None:
    reps = session.get_by_role("textbox", name="Reps")
    reps.click()
    reps.click()
    session.keyboard.press("End")
    session.keyboard.type("0")
    expect(reps).to_have_value("100")


def test_a_plank_is_logged_in_seconds_and_a_carry_in_metres(session: Page) -> None:
    for name, field, typed in (("Plank", "Seconds", "45"), ("Farmer.s walk", "Metres", "30")):
        before = stored_sets(session)
        session.get_by_role("button", name="Add exercise").click()
        session.get_by_role("searchbox").fill(name)
        session.get_by_role("button", name=re.compile(f"^{name}", re.IGNORECASE)).first.click()
        session.get_by_role("textbox", name=field).fill(typed)
        expect(session.get_by_role("textbox", name="Reps")).to_have_count(0)
        session.get_by_role("button", name="Moderate", exact=True).click()
        wait_for_sets(session, before + 1)
        session.wait_for_timeout(TWO_TAPS_APART_MS)
    fresh = [one for one in table(session, "sets") if one.get("connection")]
    assert {one.get("duration_s") or one.get("distance_m") for one in fresh} == {45, 30}
    assert all("reps" not in one for one in fresh)


def test_two_tabs_show_one_session(session: Page) -> None:
    before = stored_sets(session)
    other = session.context.new_page()
    other.goto(session.url)
    expect(other.get_by_role("heading", name="Set 1 of 3")).to_be_visible()
    session.bring_to_front()
    session.get_by_role("button", name="Strong", exact=True).click()
    wait_for_sets(session, before + 1)
    other.bring_to_front()
    expect(other.get_by_role("heading", name="Set 2 of 3")).to_be_visible()
    other.get_by_role("textbox", name="Reps").fill("7")
    other.get_by_role("button", name="Weak", exact=True).click()
    wait_for_sets(other, before + 2)
    session.bring_to_front()
    expect(session.get_by_role("heading", name="Set 3 of 3")).to_be_visible()
    session.wait_for_timeout(TWO_TAPS_APART_MS)  # a set that has just come up ignores a slip
    session.get_by_role("button", name="Moderate", exact=True).click()
    wait_for_sets(session, before + 3)
    fresh = [one for one in table(session, "sets") if one.get("connection")]
    felt = [one["connection"] for one in sorted(fresh, key=lambda one: one["position"])]
    assert felt == ["strong", "weak", "moderate"]
