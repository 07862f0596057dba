"""Looking back: every session can be reached, found by exercise, mended, deleted and repeated."""

import re

import pytest
from playwright.sync_api import APIRequestContext, Page, expect

from tests.browser.installation import Installation
from tests.browser.lifter import open_app, past_session, push, stored_sets, table
from tests.browser.phone import Phone

CURL = {"dumbbell-curl": [{"load_kg": 12.0, "reps": 10, "connection": "weak", "note": "grip"}]}
PULL = {"lat-pulldown": [{"load_kg": 60.0, "reps": 8, "connection": "strong"}]}
SESSIONS = 70


@pytest.fixture
def history(phone: Phone, installation: Installation, ana: APIRequestContext) -> Page:
    """Seventy sessions, every tenth with curls; History is open."""
    rows = [
        row
        for at in range(SESSIONS)
        for row in past_session(f"Day {at:02}", CURL if at % 10 == 0 else PULL, days_ago=at + 1)
    ]
    push(ana, installation.address, rows)
    open_app(phone.page, installation.address)
    phone.page.get_by_role("link", name="History").click()
    expect(phone.page.get_by_role("link", name=re.compile("Day 00"))).to_be_visible()
    return phone.page


def test_scrolling_reaches_the_first_session(history: Page) -> None:
    end = history.get_by_text("This is where your log begins.")
    for _ in range(60):
        if end.count():
            break
        history.mouse.wheel(0, 4_000)
        history.wait_for_timeout(100)
    titles = history.locator("main li strong").all_text_contents()
    assert titles == [f"Day {at:02}" for at in range(SESSIONS)]


def test_search_finds_the_sessions_with_an_exercise(history: Page) -> None:
    history.get_by_role("searchbox").fill("dumbell curl")
    expect(history.locator("main li strong")).to_have_text(
        [f"Day {at:02}" for at in range(0, SESSIONS, 10)]
    )


def test_a_set_is_mended_and_a_deleted_session_comes_back(history: Page) -> None:
    before = stored_sets(history)
    history.get_by_role("link", name=re.compile("Day 00")).click()
    history.get_by_role("button", name=re.compile("^Edit set 1.*Weak.*grip")).click()
    history.get_by_role("group", name="Connection").get_by_role("button", name="Strong").click()
    history.get_by_role("button", name="Done", exact=True).click()
    expect(history.get_by_role("button", name=re.compile("^Edit set 1.*Strong"))).to_be_visible()
    history.get_by_role("button", name="Delete this session").click()
    expect(history.get_by_role("link", name=re.compile("Day 01"))).to_be_visible()
    assert stored_sets(history) == before - 1
    history.get_by_role("button", name="Undo").click()
    expect(history.get_by_role("link", name=re.compile("Day 00"))).to_be_visible()
    mended = [one for one in table(history, "sets") if one.get("note") == "grip"]
    assert sorted(one["connection"] for one in mended) == ["strong"] + ["weak"] * 6


def test_what_is_typed_into_a_set_stays_as_typed(history: Page) -> None:
    """However slowly the phone stores: nothing typed jumps back, no field takes another with it."""
    history.get_by_role("link", name=re.compile("Day 00")).click()
    history.get_by_role("button", name=re.compile("^Edit set 1.*grip")).click()
    history.evaluate(_SLOW)
    note = history.get_by_role("textbox", name="Note")
    note.press("End")
    history.keyboard.type(" wide, then narrow", delay=60)
    expect(note).to_have_value("grip wide, then narrow")
    history.get_by_role("textbox", name="Your words for this set").click()
    history.keyboard.type("elbows still", delay=60)
    more = history.get_by_role("button", name="More Reps")
    for _ in range(3):
        more.click()
    expect(history.get_by_role("textbox", name="Reps")).to_have_value("13")
    history.evaluate(_STORED)
    (mended,) = [one for one in table(history, "sets") if "wide" in one.get("note", "")]
    assert (mended["note"], mended["cue"], mended["reps"]) == (
        "grip wide, then narrow",
        "elbows still",
        13,
    )


def test_repeating_plans_the_same_exercises(history: Page) -> None:
    history.get_by_role("link", name=re.compile("Day 00")).click()
    history.get_by_role("button", name="Repeat this session").click()
    expect(history.get_by_role("article", name="Dumbbell curl")).to_be_visible()
    expect(history.get_by_text("“grip”")).to_be_visible()


_STORED = """async () => {
  while (window.waiting) await new Promise((done) => setTimeout(done, 25));
}"""

# Every write to a set takes a tenth of a second longer: the transaction is kept busy meanwhile.
_SLOW = """() => {
  const put = IDBObjectStore.prototype.put;
  window.waiting = 0;
  IDBObjectStore.prototype.put = function (...given) {
    const request = put.apply(this, given);
    if (this.name !== 'sets') return request;
    window.waiting += 1;
    this.transaction.addEventListener('complete', () => { window.waiting -= 1; });
    const until = performance.now() + 100;
    const wait = () => { if (performance.now() < until) this.get('').onsuccess = wait; };
    wait();
    return request;
  };
}"""
