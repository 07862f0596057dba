"""Going in and out of the app through its screens, on a phone that shares a browser with others."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, expect

from tests.browser.installation import Installation
from tests.browser.phone import chromium

PASSWORD = "three quiet otters"
PATIENCE_MS = 20_000
_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage",
)  # fmt: skip


@contextmanager
def serving(data: Path) -> Iterator[str]:
    """Serve an installation that keeps its data in `data`; gives its address."""
    installation = Installation(data)
    installation.start()
    # A passkey belongs to a name: `localhost` is one, 127.0.0.1 is not.
    yield f"http://localhost:{installation.port}"
    installation.stop()


@contextmanager
def opened(playwright: Playwright) -> Iterator[Browser]:
    """A browser in which many phones can be opened, each with nothing kept."""
    expect.set_options(timeout=PATIENCE_MS)
    browser = playwright.chromium.launch(executable_path=chromium(), args=_FLAGS)
    yield browser
    browser.close()


def new_phone(browser: Browser, address: str, density: float = 1) -> BrowserContext:
    """A phone nobody has used yet."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": 390, "height": 844},
        device_scale_factor=density,
        has_touch=True,
        is_mobile=True,
        locale="en-GB",
        timezone_id="Europe/Berlin",
    )
    context.set_default_timeout(PATIENCE_MS)
    return context


def sign_up(page: Page, email: str) -> None:
    """Make an account on the welcome screen; ends on Today."""
    page.goto("/#/welcome")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """Type e-mail and password on the sign-in screen, and send them."""
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page: Page) -> None:
    """Leave through the account screen; ends on the sign-in screen."""
    page.goto("/#/account")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("dialog").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def prove_if_asked(page: Page, done: Locator) -> None:
    """Say who it is, if asked: whoever was asked a moment ago is not asked again."""
    question = page.get_by_role("dialog", name="Is it you?")
    expect(done.or_(question).first).to_be_visible()
    if question.is_visible():
        question.get_by_label("Password", exact=True).fill(PASSWORD)
        question.get_by_role("button", name="Confirm").click()
    expect(done).to_be_visible()
