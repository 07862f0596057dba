"""What every browser test stands on: a server of its own and a phone that can be killed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import APIRequestContext, Playwright, sync_playwright

from tests.browser.installation import Installation
from tests.browser.lifter import make_account
from tests.browser.phone import Phone


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


# Not for the whole run: while Playwright is up, its loop keeps Django from the database.
@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Playwright, for one file of tests."""
    with sync_playwright() as running:
        yield running


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """A fresh installation that is up."""
    data = tmp_path / "data"
    data.mkdir()
    fresh = Installation(data)
    fresh.start()
    yield fresh
    fresh.stop()


@pytest.fixture
def phone(playwright: Playwright, tmp_path: Path) -> Iterator[Phone]:
    """A phone that is on and has never seen the app."""
    fresh = Phone(playwright, tmp_path / "phone")
    fresh.start()
    yield fresh
    fresh.kill()


@pytest.fixture
def ana(phone: Phone, installation: Installation) -> APIRequestContext:
    """Ana's account; her phone is signed in to it."""
    request = phone.page.context.request
    make_account(request, installation.address, "ana@example.com")
    return request
