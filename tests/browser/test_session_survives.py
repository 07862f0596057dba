"""A session in a gym without signal, on a phone that dies: nothing is lost, nothing doubled."""

import re

import pytest
from playwright.sync_api import APIRequestContext, expect

from tests.browser.installation import Installation
from tests.browser.lifter import (
    Json,
    kept_by_server,
    open_app,
    past_session,
    push,
    rate,
    repeat,
    stored_sets,
    table,
    wait_for_sets,
)
from tests.browser.phone import Phone

PUSH_DAY = {
    "cable-lateral-raise": [{"load_kg": 7.5, "reps": reps} for reps in (14, 13, 12)],
    "triceps-pushdown": [{"load_kg": 25.0, "reps": reps} for reps in (12, 11)],
}


def test_kills_between_taps_lose_nothing(
    phone: Phone, installation: Installation, ana: APIRequestContext
) -> None:
    push(ana, installation.address, past_session("Push", PUSH_DAY, days_ago=3))
    open_app(phone.page, installation.address)
    open_app(phone.restart(), installation.address)
    installation.stop()
    repeat(phone.page, "Push")
    taps = ["Strong", "Weak", "Moderate", "Strong", "Weak"]
    for done, tap in enumerate(taps):
        rate(phone.page, tap)
        _kill_and_continue(phone, installation)
        mine = [one for one in table(phone.page, "sets") if one.get("connection")]
        assert len(mine) == done + 1
    expect(phone.page.get_by_text("Every planned set is done.")).to_be_visible()
    phone.page.get_by_role("button", name="Finish").click()
    phone.page.get_by_role("button", name="Finish session").click()
    expect(phone.page.get_by_role("button", name="Repeat this session")).to_be_visible()

    installation.start()
    phone.page.reload()
    expect(phone.page.get_by_role("button", name="Repeat this session")).to_be_visible()
    _wait_until_sent(phone)
    _assert_kept(kept_by_server(phone.page.context.request, installation.address), taps)


def _kill_and_continue(phone: Phone, installation: Installation) -> None:
    phone.kill()
    page = phone.start()
    page.goto(installation.address)
    page.get_by_role("link", name="Continue").click()
    expect(page.get_by_role("heading", name="Push", level=1)).to_be_visible()


def _wait_until_sent(phone: Phone) -> None:
    for _ in range(100):
        if not table(phone.page, "outbox"):
            return
        phone.page.wait_for_timeout(200)
    pytest.fail("The outbox never emptied.")


def _assert_kept(rows: list[Json], taps: list[str]) -> None:
    rated = [row for row in rows if row["kind"] == "set" and row.get("connection")]
    sets = sorted(rated, key=lambda one: one["position"])
    assert [one["connection"] for one in sets] == [tap.lower() for tap in taps]
    planned = [(one["load_kg"], one["reps"]) for each in PUSH_DAY.values() for one in each]
    assert [(one["load_kg"], one["reps"]) for one in sets] == planned
    sessions = {row["id"]: row for row in rows if row["kind"] == "session"}
    assert sessions[sets[0]["session"]]["ended_at"] >= max(one["ended_at"] for one in sets)


def test_what_was_typed_and_planned_survives_a_kill(
    phone: Phone, installation: Installation, ana: APIRequestContext
) -> None:
    push(ana, installation.address, past_session("Push", PUSH_DAY, days_ago=3))
    open_app(phone.page, installation.address)
    page = phone.restart()
    open_app(page, installation.address)
    repeat(page, "Push")
    page.get_by_role("textbox", name="Reps").fill("17")
    page.get_by_role("button", name="Add exercise").click()
    page.get_by_role("searchbox").fill("barbel crul")
    page.get_by_role("button", name=re.compile("^Barbell curl")).click()
    page.get_by_role("button", name="Do Cable lateral raise now").click()
    page.wait_for_timeout(300)
    phone.kill()
    page = phone.start()
    page.goto(installation.address)
    page.get_by_role("link", name="Continue").click()
    expect(page.get_by_role("textbox", name="Reps")).to_have_value("17")
    expect(page.get_by_role("article", name="Barbell curl")).to_be_visible()


def test_undo_opens_the_set_again_and_the_server_forgets_it(
    phone: Phone, installation: Installation, ana: APIRequestContext
) -> None:
    push(ana, installation.address, past_session("Push", PUSH_DAY, days_ago=3))
    page = phone.page
    open_app(page, installation.address)
    repeat(page, "Push")
    before = stored_sets(page)
    rate(page, "Weak")
    page.get_by_role("button", name="Undo", exact=True).click()
    wait_for_sets(page, before)
    expect(page.get_by_role("heading", name="Set 1 of 3")).to_be_visible()
    page.wait_for_timeout(600)
    rate(page, "Strong")
    for _ in range(100):
        if not table(page, "outbox"):
            break
        page.wait_for_timeout(200)
    rows = kept_by_server(ana, installation.address)
    assert [one["connection"] for one in rows if one.get("connection")] == ["strong"]


def test_a_removed_set_comes_back_with_undo(
    phone: Phone, installation: Installation, ana: APIRequestContext
) -> None:
    push(ana, installation.address, past_session("Push", PUSH_DAY, days_ago=3))
    page = phone.page
    open_app(page, installation.address)
    repeat(page, "Push")
    before = stored_sets(page)
    rate(page, "Weak")
    page.get_by_role("button", name=re.compile("^Edit set 1")).click()
    page.get_by_role("button", name="Remove this set").click()
    wait_for_sets(page, before)
    page.get_by_role("button", name="Undo").click()
    wait_for_sets(page, before + 1)
    expect(page.get_by_role("button", name=re.compile("^Edit set 1.*Weak"))).to_be_visible()
