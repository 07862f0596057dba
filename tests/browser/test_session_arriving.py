"""A log on its way to a phone: what is not there yet is neither offered nor called synced."""

import re

from playwright.sync_api import APIRequestContext, Page, Route, expect

from tests.browser.installation import Installation
from tests.browser.lifter import past_session, push, stored_sets, table, wait_for_sets
from tests.browser.phone import Phone

PULL = re.compile("/api/sync/pull")
CURLS = {"dumbbell-curl": [{"load_kg": 12.0, "reps": 10}] * 3}


def test_nothing_is_offered_before_its_sets_are_here(
    phone: Phone, installation: Installation, ana: APIRequestContext
) -> None:
    session, *sets = past_session("Arms", CURLS, days_ago=2)
    push(ana, installation.address, [session, *sets])
    page = phone.page
    held = hold_back_sets(page)
    page.goto(installation.address)
    expect(page.get_by_role("heading", name="Your log is arriving")).to_be_visible()
    expect(page.get_by_text("1 row fetched")).to_be_visible()
    assert [one["id"] for one in table(page, "sessions")] == [session["id"]]
    expect(page.get_by_role("button", name=re.compile("^Arms"))).to_have_count(0)
    expect(page.get_by_text("Everything is synced")).to_have_count(0)

    page.get_by_role("link", name="Muscles").click()
    expect(page.get_by_role("status").filter(has_text="Your log is arriving")).to_be_visible()
    page.get_by_role("link", name="History").click()
    expect(page.get_by_role("status").filter(has_text="Your log is arriving")).to_be_visible()
    page.get_by_role("link", name=re.compile("Arms")).click()
    expect(page.get_by_role("button", name="Repeat this session")).to_be_disabled()

    held[0].continue_()
    expect(page.get_by_role("button", name="Repeat this session")).to_be_enabled()
    page.goto(f"{installation.address}/#/today")
    expect(page.get_by_text("Everything is synced")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Arms")).click()
    expect(page.get_by_role("heading", name="Set 1 of 3")).to_be_visible()


def test_a_kill_soon_after_the_first_sign_in_keeps_account_and_sets(
    phone: Phone, installation: Installation, ana: APIRequestContext
) -> None:
    push(ana, installation.address, past_session("Arms", CURLS, days_ago=2))
    page = phone.page
    page.goto(installation.address)
    page.get_by_role("button", name=re.compile("^Arms")).click()
    before = stored_sets(page)
    page.get_by_role("button", name="Strong", exact=True).click()
    wait_for_sets(page, before + 1)
    phone.kill()
    page = phone.start()
    page.route(re.compile("/(api|_allauth)/"), lambda route: route.abort())
    page.goto(installation.address)
    page.get_by_role("link", name="Continue").click()
    expect(page.get_by_role("button", name=re.compile("^Edit set 1.*Strong"))).to_be_visible()


def test_a_session_of_another_app_without_an_end_is_not_under_way(
    phone: Phone, installation: Installation, ana: APIRequestContext
) -> None:
    imported, *sets = past_session("Imported", CURLS, days_ago=0)
    forgotten, *more = past_session("Forgotten", CURLS, days_ago=3)
    for one in (imported, forgotten):
        del one["ended_at"]
    imported["source"] = "strong"
    push(ana, installation.address, [imported, *sets, forgotten, *more])
    page = phone.page
    page.goto(installation.address)
    expect(page.get_by_role("button", name=re.compile("^Imported"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Forgotten"))).to_be_visible()
    expect(page.get_by_role("link", name="Continue")).to_have_count(0)


def hold_back_sets(page: Page) -> list[Route]:
    """The first pull gives one row; every later one waits for `continue_`."""
    held: list[Route] = []

    def one_row(route: Route) -> None:
        if "after=0&" in route.request.url:
            route.continue_(url=re.sub(r"limit=\d+", "limit=1", route.request.url))
        else:
            held.append(route)

    page.route(PULL, one_row)
    return held
