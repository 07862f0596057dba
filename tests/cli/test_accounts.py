"""Accounts, for the person at the machine."""

import io
import json

import pytest
from django.contrib.auth import authenticate

from innervate.cli.main import main
from innervate.server.accounts import store

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ana() -> None:
    store.create("ana@example.org", "a long password 1")


def typed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accounts", "list"]) == 0
    assert capsys.readouterr().out.startswith("ana@example.org  since ")
    assert main(["accounts", "list", "--json"]) == 0
    (account,) = json.loads(capsys.readouterr().out)["accounts"]
    assert account["email"] == "ana@example.org"


def test_a_new_password_works_and_the_old_one_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    typed("another long one 2\n", monkeypatch)
    assert main(["accounts", "reset-password", "Ana@example.org", "--stdin"]) == 0
    assert store.by_email("ana@example.org").check_password("another long one 2")
    assert not store.by_email("ana@example.org").check_password("a long password 1")
    assert authenticate(email="ana@example.org", password="a long password 1") is None


def test_a_poor_password_is_refused_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("short\n", monkeypatch)
    assert main(["accounts", "reset-password", "ana@example.org"]) == 1
    assert "too short" in capsys.readouterr().err
    assert store.by_email("ana@example.org").check_password("a long password 1")


def test_delete_wants_to_be_meant(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("", monkeypatch)
    assert main(["accounts", "delete", "ana@example.org"]) == 1
    assert "--yes" in capsys.readouterr().err
    assert len(store.accounts()) == 1
    assert main(["accounts", "delete", "ana@example.org", "--yes"]) == 0
    assert store.accounts() == []


def test_nobody_of_that_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accounts", "delete", "bo@example.org", "--yes", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["ok"] is False
