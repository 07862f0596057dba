"""One tap a set, and a rating is always the lifter's own."""

from collections.abc import Callable

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

RATED = {"load_kg": 60.0, "reps": 10, "connection": "strong", "rir": 2, "drifts": 3}
TWENTY = {
    exercise: [RATED] * 4
    for exercise in ("lat-pulldown", "barbell-row", "dumbbell-curl", "leg-press", "push-up")
}
Record = Callable[[str, object], None]


@pytest.fixture
def session(phone: Phone, installation: Installation, ana: APIRequestContext) -> Page:
    """A session of twenty planned sets that has just begun."""
    push(ana, installation.address, past_session("Long", TWENTY, days_ago=2))
    open_app(phone.page, installation.address)
    return phone.page


def test_twenty_sets_are_twenty_taps(session: Page, record_testsuite_property: Record) -> None:
    session.evaluate(_COUNT_TAPS)
    repeat(session, "Long")
    before = stored_sets(session)
    for done in range(20):
        session.get_by_role("button", name="Moderate", exact=True).click()
        wait_for_sets(session, before + done + 1)
        session.wait_for_timeout(TWO_TAPS_APART_MS)
    session.get_by_role("button", name="Finish").click()
    session.get_by_role("button", name="Finish session").click()
    expect(session.get_by_role("button", name="Repeat this session")).to_be_visible()
    start, finish = 1, 2
    assert session.evaluate("window.taps") == start + 20 + finish
    mine = [one for one in table(session, "sets") if one["connection"] == "moderate"]
    assert len(mine) == 20
    waits = sorted(session.evaluate("window.waits"))
    record_testsuite_property("tap_to_shown_ms_median", waits[len(waits) // 2])


def test_ratings_are_never_carried_over(session: Page) -> None:
    repeat(session, "Long")
    before = stored_sets(session)
    for _ in range(2):
        session.get_by_role("button", name="End the set without rating").click()
        session.wait_for_timeout(TWO_TAPS_APART_MS)
    wait_for_sets(session, before + 2)
    fresh = [one for one in table(session, "sets") if "connection" not in one]
    assert len(fresh) == 2
    for one in fresh:
        assert one["load_kg"] == 60.0
        assert one["reps"] == 10
        assert not {"rir", "rpe", "drifts", "felt_strongest", "note"} & set(one)


def test_a_double_tap_is_one_set(session: Page) -> None:
    repeat(session, "Long")
    before = stored_sets(session)
    session.get_by_role("button", name="Strong", exact=True).dblclick()
    session.wait_for_timeout(TWO_TAPS_APART_MS)
    assert stored_sets(session) == before + 1


def test_keys_rate_and_typing_does_not(session: Page) -> None:
    repeat(session, "Long")
    before = stored_sets(session)
    session.get_by_role("textbox", name="Reps").press("ControlOrMeta+a")
    session.keyboard.press("3")
    session.wait_for_timeout(200)
    assert stored_sets(session) == before
    session.get_by_role("heading", name="Long").focus()
    session.evaluate("document.activeElement.blur()")
    session.keyboard.press("3")
    wait_for_sets(session, before + 1)
    fresh = [one for one in table(session, "sets") if "rir" not in one]
    assert [(one["reps"], one["connection"]) for one in fresh] == [(3, "strong")]


def test_a_phone_that_cannot_write_says_so_and_keeps_the_input(session: Page) -> None:
    repeat(session, "Long")
    before = stored_sets(session)
    session.get_by_role("textbox", name="Reps").fill("11")
    session.wait_for_timeout(300)
    session.evaluate(_FULL)
    session.get_by_role("button", name="Strong", exact=True).click()
    expect(session.get_by_role("alert")).to_contain_text("Not stored")
    expect(session.get_by_role("textbox", name="Reps")).to_have_value("11")
    assert stored_sets(session) == before
    session.evaluate("window.mend()")
    session.get_by_role("button", name="Try again").click()
    wait_for_sets(session, before + 1)
    expect(session.get_by_role("alert")).to_have_count(0)


# Taps are pointer releases on the page; a wait ends with the frame that shows the stored set.
_COUNT_TAPS = """() => {
  window.taps = 0;
  window.waits = [];
  let tapped = 0;
  addEventListener('pointerdown', () => { window.taps += 1; }, true);
  addEventListener('click', (event) => { tapped = event.timeStamp; }, true);
  let said = '';
  new MutationObserver(() => {
    const places = [...document.querySelectorAll('[role=status]')];
    const now = places.map((one) => one.textContent).join();
    if (now === said || !now.includes('stored')) return;
    said = now;
    requestAnimationFrame(() => window.waits.push(Math.round(performance.now() - tapped)));
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""

_FULL = """() => {
  const put = IDBObjectStore.prototype.put;
  const refuse = () => { throw new DOMException('full', 'QuotaExceededError'); };
  IDBObjectStore.prototype.put = refuse;
  window.mend = () => { IDBObjectStore.prototype.put = put; };
}"""
