"""Two phones of one lifter, both without signal: what each was told is on both, in the end."""

import re
import secrets
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.agreement import (
    agree,
    carried,
    sets_on_phone,
    until,
    with_signal,
    without_signal,
)
from tests.browser.door import new_phone, opened
from tests.browser.installation import Installation
from tests.browser.lifter import Json, make_account, open_app, past_session, push, rate, table

PULL = {"lat-pulldown": [{"load_kg": 60.0, "reps": 10}] * 3}
FIRST_SET = re.compile("^Edit set 1:")


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with opened(playwright) as running:
        yield running


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    installation = Installation(tmp_path_factory.mktemp("shared"))
    installation.start()
    yield installation.address
    installation.stop()


@pytest.fixture
def phones(browser: Browser, address: str) -> Iterator[tuple[Page, Page]]:
    """Two phones without signal, both in a session with one set, that one of them began."""
    contexts = [new_phone(browser, address) for _ in range(2)]
    make_account(contexts[0].request, address, f"{secrets.token_hex(4)}@example.org")
    contexts[1].add_cookies(contexts[0].cookies())
    push(contexts[0].request, address, past_session("Pull", PULL, days_ago=7))
    one, other = (context.new_page() for context in contexts)
    open_app(one, address)
    one.get_by_role("button", name=re.compile("^Pull")).click()
    rate(one, "Strong")
    agree(one, address)
    open_app(other, address)
    agree(other, address)
    other.get_by_role("link", name="Continue").click()
    other.get_by_role("button", name="Do Lat pulldown now").click()
    without_signal(one)
    without_signal(other)
    yield one, other
    for context in contexts:
        context.close()


def test_sets_of_both_are_on_both_once(phones: tuple[Page, Page], address: str) -> None:
    one, other = phones
    before = sets_on_phone(one)
    rate(one, "Moderate")
    rate(one, "Weak")
    other.get_by_role("button", name="Add set").click()
    rate(other, "Strong")
    add_exercise(other, "Dumbbell curl")
    rate(other, "Weak")
    logged = sets_on_phone(one) | sets_on_phone(other)
    assert len(logged) == len(before) + 4
    assert meet(phones, address) == logged
    fresh = sorted(carried(logged[id])[::6] for id in logged.keys() - before.keys())
    assert fresh == [
        ("dumbbell-curl", "weak"),
        ("lat-pulldown", "moderate"),
        ("lat-pulldown", "strong"),
        ("lat-pulldown", "weak"),
    ]


@pytest.mark.parametrize("first_back", [0, 1])
def test_of_two_edits_the_later_is_on_both(
    phones: tuple[Page, Page], address: str, first_back: int
) -> None:
    one, other = phones
    edit_first_set(one, "Weak")
    later_than(other, one)
    edit_first_set(other, "Moderate")
    sets = meet((phones[first_back], phones[1 - first_back]), address)
    assert [row["connection"] for row in sets.values() if "connection" in row] == ["moderate"]
    for phone in phones:
        phone.reload()
        phone.get_by_role("button", name="Do Lat pulldown now").or_(
            phone.get_by_role("heading", name="Lat pulldown")
        ).first.click()
        expect(phone.get_by_role("button", name=re.compile("Edit set 1.*Moder"))).to_be_visible()


def test_a_set_deleted_then_edited_lives(phones: tuple[Page, Page], address: str) -> None:
    one, other = phones
    before = sets_on_phone(one)
    delete_first_set(one)
    later_than(other, one)
    edit_first_set(other, "Weak")
    assert meet(phones, address).keys() == before.keys()


def test_a_set_edited_then_deleted_is_gone(phones: tuple[Page, Page], address: str) -> None:
    one, other = phones
    before = sets_on_phone(one)
    edit_first_set(one, "Weak")
    later_than(other, one)
    delete_first_set(other)
    assert len(meet((other, one), address)) == len(before) - 1


def test_a_set_added_later_revives_the_session(phones: tuple[Page, Page], address: str) -> None:
    one, other = phones
    before = sets_on_phone(one)
    one.get_by_role("button", name="Finish").click()
    one.get_by_role("button", name="Finish session").click()
    one.get_by_role("button", name="Delete this session").click()
    expect(one.get_by_role("heading", name="History")).to_be_visible()
    later_than(other, one)
    other.get_by_role("button", name="Add set").click()
    rate(other, "Weak")
    sets = meet(phones, address)
    (added,) = (row for id, row in sets.items() if id not in before)
    assert added["connection"] == "weak"
    assert len(sets) == len(before)
    for phone in phones:
        assert added["session"] in {row["id"] for row in table(phone, "sessions")}


def meet(phones: tuple[Page, Page], address: str) -> dict[str, Json]:
    """Both come back, one after the other; in the end they hold the same. Gives it."""
    for phone in phones:
        with_signal(phone)
        agree(phone, address)
    sets = agree(phones[1], address)
    phones[0].reload()
    until(phones[0], lambda: sets_on_phone(phones[0]) == sets)
    return sets


def later_than(page: Page, other: Page) -> None:
    """Wait until this phone's clock, as it knows the server's, is past all that `other` wrote."""
    last = max(int(row["stamp"][:12], 16) for row in table(other, "outbox"))
    (clock,) = (row for row in table(page, "meta") if row["key"] == "clock")
    until(page, lambda: page.evaluate("Date.now()") + clock["offset_ms"] > last)


def edit_first_set(page: Page, rating: str) -> None:
    page.get_by_role("button", name=FIRST_SET).click()
    page.get_by_role("group", name="Connection").get_by_role("button", name=rating).click()
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.get_by_role("button", name=re.compile(f"^Edit set 1:.*{rating}"))).to_be_visible()


def delete_first_set(page: Page) -> None:
    page.get_by_role("button", name=FIRST_SET).click()
    page.get_by_role("button", name="Remove this set").click()
    expect(page.get_by_role("button", name=FIRST_SET)).to_have_count(0)


def add_exercise(page: Page, name: str) -> None:
    page.get_by_role("button", name="Add exercise").click()
    page.get_by_role("searchbox").fill(name)
    page.get_by_role("button", name=re.compile(f"^{name}")).click()
