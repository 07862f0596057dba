"""Signing up, in and out, as a lifter does it on a phone."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.mfa.totp.internal import auth as totp
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.door import (
    PASSWORD,
    new_phone,
    opened,
    prove_if_asked,
    serving,
    sign_in,
    sign_out,
    sign_up,
)


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


def code_now(secret: str) -> str:
    """The six digits an authenticator app shows now."""
    return str(totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30)))


def test_the_first_account_is_made_on_one_screen_with_one_tap(
    browser: Browser, tmp_path: Path
) -> None:
    with serving(tmp_path) as fresh:
        context = new_phone(browser, fresh)
        page = context.new_page()
        page.goto("/")
        page.get_by_label("E-mail").fill("ana@example.org")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Create account").click()
        expect(page.get_by_role("heading", name="Today")).to_be_visible()
        page.goto("/#/account")
        expect(page.get_by_text("ana@example.org")).to_be_visible()
        context.close()


def test_a_weak_password_is_refused_beside_its_field(page: Page) -> None:
    page.goto("/#/welcome")
    page.get_by_label("E-mail").fill("weak@example.org")
    page.get_by_label("Password", exact=True).fill("password1234")
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_text("This password is too common")).to_be_visible()
    expect(page.get_by_label("Password", exact=True)).to_have_attribute("aria-invalid", "true")


def test_signing_in_again_after_signing_out_and_with_a_wrong_password_not(page: Page) -> None:
    sign_up(page, "out@example.org")
    sign_out(page)
    sign_in(page, "out@example.org", "not the password")
    expect(page.get_by_role("alert")).to_have_text("E-mail or password is not right.")
    sign_in(page, "out@example.org")
    expect(page.get_by_role("heading", name="Today")).to_be_visible()


def test_signing_in_without_a_network_says_that_nothing_is_lost(page: Page) -> None:
    page.goto("/#/sign-in")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.context.set_offline(offline=True)
    sign_in(page, "out@example.org")
    expect(page.get_by_role("alert")).to_contain_text("what you logged on this phone is safe")


def test_a_passkey_signs_in_without_a_password(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    authenticator = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": authenticator})
    sign_up(page, "key@example.org")
    page.goto("/#/account/security")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_label("Name of this passkey").fill("Ana's phone")
    page.get_by_role("button", name="Add a passkey").click()
    prove_if_asked(page, page.get_by_text("Ana's phone"))
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    page.goto("/#/account/security")
    page.get_by_role("button", name="Remove Ana's phone").click()
    prove_if_asked(page, page.get_by_text("No passkey yet."))


def test_two_step_sign_in_with_a_code_and_then_with_a_recovery_code(page: Page) -> None:
    sign_up(page, "two@example.org")
    page.goto("/#/account/security")
    page.get_by_role("button", name="Set up").click()
    prove_if_asked(page, page.get_by_role("img", name=re.compile("QR code")))
    secret = page.locator("code").inner_text().replace(" ", "")
    page.get_by_label("The 6 digits it shows").fill(code_now(secret))
    page.get_by_role("button", name="Turn on").click()
    prove_if_asked(page, page.get_by_text("On, with an authenticator app."))
    page.get_by_role("button", name="Show", exact=True).click()
    recovery = page.locator("ul code").first.inner_text()
    sign_out(page)

    sign_in(page, "two@example.org")
    expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_contain_text("This code is not right")
    page.get_by_label("Code").fill(recovery)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    page.goto("/#/account/security")
    expect(page.get_by_text("9 codes left")).to_be_visible()


def test_a_lost_phone_is_signed_out_from_another(
    browser: Browser, address: str, page: Page
) -> None:
    sign_up(page, "lost@example.org")
    lost = new_phone(browser, address)
    there = lost.new_page()
    there.goto("/#/sign-in")
    sign_in(there, "lost@example.org")
    expect(there.get_by_role("heading", name="Today")).to_be_visible()
    page.goto("/#/account/security")
    page.get_by_role("button", name=re.compile("^Sign out .* on ")).click()
    expect(page.get_by_role("button", name=re.compile("^Sign out .* on "))).to_have_count(0)
    assert there.request.get("/api/account").status == 401
    assert page.request.get("/api/account").status == 200
    lost.close()


def test_the_account_goes_only_after_its_e_mail_was_typed(page: Page) -> None:
    sign_up(page, "gone@example.org")
    page.goto("/#/account/security")
    page.get_by_role("button", name="Delete account").click()
    last = page.get_by_role("button", name="Delete everything")
    expect(last).to_be_disabled()
    page.get_by_label("Type gone@example.org to confirm").fill("gone@example.org")
    last.click()
    prove_if_asked(page, page.get_by_role("heading", name="Sign in"))
    assert page.request.get("/api/account").status == 401
    sign_in(page, "gone@example.org")
    expect(page.get_by_role("alert")).to_have_text("E-mail or password is not right.")
