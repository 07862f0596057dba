"""Signing up, signing in, and keeping others out, through the routes that the app uses."""

import threading
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.db import connection, connections
from django.test import override_settings

from innervate.server.accounts import store
from innervate.server.accounts.models import Account
from innervate.server.logbook.models import SessionRow
from tests.server.people import ALLAUTH, PASSWORD, Browser, Person, performed, session

EMAIL = "ana@example.org"


def code_of(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, counter)))


@pytest.fixture
def browser(db: None) -> Browser:
    return Browser()


def test_the_first_account_is_made_in_one_step_and_closes_the_door(browser: Browser) -> None:
    assert browser.get("/api/setup").json()["needs_first_account"] is True
    assert browser.sign_up(EMAIL).status_code == 200
    assert browser.get("/api/account").json()["email"] == EMAIL
    setup = Browser().get("/api/setup").json()
    assert (setup["needs_first_account"], setup["signup_open"]) == (False, False)
    assert Browser().sign_up("bo@example.org").status_code == 403
    assert Account.objects.count() == 1


@override_settings(INNERVATE_SIGNUP="open")
def test_an_open_house_takes_everybody_once(browser: Browser) -> None:
    assert browser.sign_up(EMAIL).status_code == 200
    assert Browser().sign_up("bo@example.org").status_code == 200
    assert Browser().sign_up(EMAIL.upper()).status_code != 200
    assert Account.objects.count() == 2


@pytest.mark.parametrize("password", ["short", "password123", ""])
def test_a_weak_password_is_refused_with_a_reason(browser: Browser, password: str) -> None:
    answer = browser.sign_up(EMAIL, password)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["message"]
    assert not Account.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_simultaneous_first_accounts_there_is_one() -> None:
    browsers = [Browser() for _ in range(4)]
    gate = threading.Barrier(len(browsers))
    codes: list[int] = []

    def race(browser: Browser, nth: int) -> None:
        gate.wait()
        codes.append(browser.sign_up(f"lifter{nth}@example.org").status_code)
        connections.close_all()

    threads = [threading.Thread(target=race, args=(one, n)) for n, one in enumerate(browsers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == [200, 403, 403, 403]
    assert Account.objects.count() == 1


def test_signing_out_ends_the_session(browser: Browser) -> None:
    browser.sign_up(EMAIL)
    assert browser.send("DELETE", f"{ALLAUTH}/auth/session").status_code == 401
    assert browser.get("/api/account").status_code == 401
    assert browser.sign_in(EMAIL.upper()).status_code == 200
    assert browser.get("/api/account").status_code == 200


def test_guessing_is_stopped_even_with_the_right_password_at_last(browser: Browser) -> None:
    browser.sign_up(EMAIL)
    thief = Browser()
    codes = [thief.sign_in(EMAIL, f"guess number {n}").status_code for n in range(5)]
    assert codes == [400] * 5
    assert thief.sign_in(EMAIL).status_code == 400
    assert thief.get("/api/account").status_code == 401


def test_a_second_factor_and_its_recovery_codes(browser: Browser) -> None:
    browser.sign_up(EMAIL)
    assert browser.post(f"{ALLAUTH}/auth/reauthenticate", {"password": PASSWORD}).status_code == 200
    secret = browser.get(f"{ALLAUTH}/account/authenticators/totp").json()["meta"]["secret"]
    path = f"{ALLAUTH}/account/authenticators/totp"
    assert browser.post(path, {"code": code_of(secret)}).status_code == 200
    recovery = browser.get(f"{ALLAUTH}/account/authenticators/recovery-codes").json()
    unused = recovery["data"]["unused_codes"]
    assert len(unused) == 10

    other = Browser()
    assert other.sign_in(EMAIL).status_code == 401
    assert other.get("/api/account").status_code == 401
    assert other.post(f"{ALLAUTH}/auth/2fa/authenticate", {"code": "000000"}).status_code == 400
    assert other.post(f"{ALLAUTH}/auth/2fa/authenticate", {"code": unused[0]}).status_code == 200
    assert other.get("/api/account").status_code == 200

    third = Browser()
    third.sign_in(EMAIL)
    assert third.post(f"{ALLAUTH}/auth/2fa/authenticate", {"code": unused[0]}).status_code == 400


def test_sessions_are_listed_and_can_be_ended(browser: Browser) -> None:
    browser.sign_up(EMAIL)
    lost = Browser()
    lost.sign_in(EMAIL)
    listed = browser.get(f"{ALLAUTH}/auth/sessions").json()["data"]
    assert [one["is_current"] for one in listed] == [True, False]
    ended = {"sessions": [one["id"] for one in listed if not one["is_current"]]}
    assert browser.send("DELETE", f"{ALLAUTH}/auth/sessions", ended).status_code == 200
    assert lost.get("/api/account").status_code == 401
    assert browser.get("/api/account").status_code == 200


def test_deleting_the_account_asks_who_it_is_and_leaves_no_row(ana: Person) -> None:
    ana.push(session(), performed(0))
    assert ana.send("DELETE", "/api/account").status_code == 403
    store.reset_password(ana.account, PASSWORD)
    ana.client.logout()
    ana.get("/api/setup")
    ana.sign_in(EMAIL)
    ana.post(f"{ALLAUTH}/auth/reauthenticate", {"password": PASSWORD})
    assert ana.send("DELETE", "/api/account").status_code == 204
    assert not Account.objects.exists()
    assert not SessionRow.objects.exists()
    assert ana.get("/api/account").status_code == 401


def test_a_password_from_the_command_line_ends_every_session(browser: Browser) -> None:
    browser.sign_up(EMAIL)
    store.reset_password(store.by_email(EMAIL), "a wholly new sentence")
    assert browser.get("/api/account").status_code == 401
    assert Browser().sign_in(EMAIL).status_code == 400
    assert Browser().sign_in(EMAIL, "a wholly new sentence").status_code == 200


def test_passwords_are_kept_as_argon2(browser: Browser) -> None:
    browser.sign_up(EMAIL)
    assert Account.objects.get().password.startswith("argon2$argon2id$")


def statements(call: Any) -> int:
    connection.force_debug_cursor = True
    connection.queries_log.clear()
    call()
    connection.force_debug_cursor = False
    return len(connection.queries_log)


@pytest.mark.parametrize("rows", [2, 50, 500])
def test_a_push_takes_as_many_statements_whatever_its_size(ana: Person, rows: int) -> None:
    few = statements(lambda: ana.push(session(), performed(0)))
    many = statements(lambda: ana.push(session(1), *(performed(n, 1) for n in range(rows - 1))))
    assert many == few
    assert few <= 14
