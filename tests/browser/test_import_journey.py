"""Bringing a history: seen before it is added, found in Muscles, and taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.door import new_phone, opened, serving, sign_up

LOGS = Path(__file__).parents[1] / "golden" / "logs"


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


def bring(page: Page, file: Any) -> None:
    """Choose a file on the import screen and wait until it has been looked at."""
    page.goto("/#/import")
    page.locator("input[type=file]").set_input_files(file)
    page.wait_for_url("**/#/import/*")


def add(page: Page) -> None:
    page.get_by_role("button", name="Add ").last.click()
    expect(page.get_by_role("heading", name="Your history is here")).to_be_visible()


def sets_on_server(page: Page) -> int:
    rows = page.request.get("/api/sync/pull?after=0&limit=5000").json()["rows"]
    return sum(row["kind"] == "set" and not row.get("deleted") for row in rows)


def test_a_hevy_history_is_shown_added_reached_and_taken_back(page: Page) -> None:
    sign_up(page, "hevy@example.org")
    bring(page, LOGS / "hevy-kg.csv")
    expect(page.get_by_text("Where did you train?")).to_be_visible()
    expect(page.get_by_label("Time zone")).to_have_value("Europe/Berlin")
    assert sets_on_server(page) == 0
    add(page)
    added = sets_on_server(page)
    assert added > 0
    page.get_by_role("link", name="See which muscles you reach").click()
    expect(page.get_by_role("heading", name="Sets by connection")).to_be_visible()
    page.get_by_role("link", name="Quads, middle").click()
    expect(page.get_by_text("trained, none rated").first).to_be_visible()
    expect(page.get_by_text("Exercises that reach it")).to_be_visible()

    page.goto("/#/import")
    page.get_by_role("link", name="hevy-kg.csv").click()
    page.get_by_role("button", name="Undo this import").click()
    page.get_by_role("button", name="Yes, take them out").click()
    expect(page.get_by_role("heading", name="The import was taken back.")).to_be_visible()
    assert sets_on_server(page) == 0


def test_the_same_file_twice_adds_nothing(page: Page) -> None:
    sign_up(page, "twice@example.org")
    bring(page, LOGS / "hevy-kg.csv")
    add(page)
    once = sets_on_server(page)
    bring(page, LOGS / "hevy-kg.csv")
    expect(page.get_by_text("Everything in this file is in your log already.")).to_be_visible()
    assert sets_on_server(page) == once


def test_the_unit_is_asked_where_the_file_does_not_say(page: Page) -> None:
    sign_up(page, "unit@example.org")
    bring(page, LOGS / "strong-a.csv")
    page.get_by_role("button", name="Add ").last.click()
    expect(page.get_by_role("alert")).to_contain_text("choose kilograms or pounds")
    page.get_by_text("Pounds", exact=True).click()
    add(page)


def test_a_choice_about_a_name_survives_leaving_the_screen(page: Page) -> None:
    sign_up(page, "name@example.org")
    rows = (LOGS / "hevy-kg.csv").read_text().replace("Squat (Barbell)", "Grandmother's Lift")
    bring(page, {"name": "odd.csv", "mimeType": "text/csv", "buffer": rows.encode()})
    page.get_by_role("button", name="Grandmother's Lift").click()
    page.get_by_label("Find an exercise").fill("back squat")
    page.get_by_role("button", name="Back squat", exact=True).click()
    expect(page.get_by_role("button", name="Grandmother's Lift")).to_contain_text("Back squat")
    review = page.url
    page.goto("/#/today")
    page.goto(review)
    expect(page.get_by_role("button", name="Grandmother's Lift")).to_contain_text("Back squat")
    add(page)
    rows_there = page.request.get("/api/sync/pull?after=0&limit=5000").json()["rows"]
    used = {row["exercise"] for row in rows_there if row["kind"] == "set"}
    assert "back-squat" in used


def test_a_file_that_is_no_log_is_refused_with_a_sentence(page: Page) -> None:
    sign_up(page, "photo@example.org")
    bring(page, {"name": "photo.csv", "mimeType": "text/csv", "buffer": b"\x89PNG\r\n\x1a\n" * 50})
    expect(page.get_by_role("heading", name="The file could not be added")).to_be_visible()
    expect(page.get_by_text("Nothing was changed.")).to_be_visible()


def test_without_the_server_the_screen_says_so(page: Page) -> None:
    sign_up(page, "offline@example.org")
    page.goto("/#/import")
    expect(page.get_by_text("Choose a file")).to_be_visible()
    page.context.set_offline(offline=True)
    page.locator("input[type=file]").set_input_files(LOGS / "hevy-kg.csv")
    expect(page.get_by_role("alert")).to_contain_text("Reading a file needs the server")
