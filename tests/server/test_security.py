"""What every answer carries, and to whom we answer."""

import asyncio
import logging
import stat
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import pytest

from innervate.server.asgi import application
from innervate.server.security import BODY_BYTES_MAX, NoSecrets, is_ours, secret_key
from tests.server.people import Browser, Person

NAMES = frozenset({"localhost", "gym.example.org"})


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "192.168.1.7:8000",
     "gym.example.org", "GYM.example.org:443", "app.localhost:1"],
)  # fmt: skip
def test_ours(host: str) -> None:
    assert is_ours(host, NAMES)


@pytest.mark.parametrize(
    "host",
    ["", "evil.example.org", "localhost.evil.org", "127.0.0.1.evil.org", "gym.example.org.evil",
     "a@localhost", "localhost/", "999.1.1.1", "[::1", "localhost:80:80"],
)  # fmt: skip
def test_not_ours(host: str) -> None:
    assert not is_ours(host, NAMES)


def test_a_rebound_name_gets_no_answer(ana: Person) -> None:
    assert ana.get("/api/account", host="evil.example.org").status_code == 400


@pytest.mark.parametrize("path", ["/", "/api/setup", "/api/account", "/nowhere"])
def test_the_policy_is_on_every_answer(db: None, path: str) -> None:
    headers = Browser().get(path).headers
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "http" not in headers["Content-Security-Policy"]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_cookies_stay_on_https_where_there_is_https(ana: Person) -> None:
    answer = ana.client.get("/api/setup", secure=True)
    assert answer.cookies["csrftoken"]["secure"]
    assert not ana.client.get("/api/setup").cookies["csrftoken"]["secure"]


def test_answers_about_people_are_not_kept_by_caches(ana: Person) -> None:
    assert ana.get("/api/account").headers["Cache-Control"] == "no-store"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such modes")
def test_the_key_is_made_once_and_only_for_us(tmp_path: Path) -> None:
    key = secret_key(tmp_path)
    assert len(key) > 50
    assert secret_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_logged_error_does_not_quote_what_a_lifter_wrote() -> None:
    try:
        raise ValueError("note: my shoulder hurts")  # noqa: TRY301  it is caught here
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "It broke.", (), sys.exc_info())
    NoSecrets().filter(record)
    text = logging.Formatter().format(record)
    assert "shoulder" not in "".join(line for line in text.splitlines() if "raise" not in line)
    assert "ValueError" in text


@pytest.mark.parametrize("announced", [True, False])
def test_a_body_beyond_the_limit_is_not_taken(announced: bool) -> None:  # noqa: FBT001
    chunk = b"x" * (1024 * 1024)
    taken, sent = [], []

    async def receive() -> dict[str, Any]:
        taken.append(len(chunk))
        return {"type": "http.request", "body": chunk, "more_body": True}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    length = [(b"content-length", b"99999999")] if announced else []
    scope = {"type": "http", "method": "POST", "path": "/api/setup", "query_string": b"",
             "headers": [(b"host", b"localhost"), *length]}  # fmt: skip
    asyncio.run(application(scope, receive, send))
    assert sum(taken) <= BODY_BYTES_MAX + len(chunk)
    assert [message["status"] for message in sent if "status" in message] == [413] * announced
