"""People with a browser, and what their phones send."""

import json
from typing import Any
from uuid import UUID

from django.test import Client

from innervate.server.accounts.models import Account

PASSWORD = "three slow seconds down"
NOW = 1_795_000_000_000
SESSION = "018f0000-0000-7000-8000-000000000001"
ALLAUTH = "/_allauth/browser/v1"


class Browser:
    """A browser that nobody has signed in to yet. CSRF is on, as it is everywhere."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
        self.get("/api/setup")

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(path, headers=headers)

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        token = self.client.cookies["csrftoken"].value
        return self.client.generic(
            method,
            path,
            b"" if body is None else json.dumps(body),
            "application/json",
            headers={"x-csrftoken": token, **headers},
        )

    def post(self, path: str, body: Any = None) -> Any:
        return self.send("POST", path, body)

    def sign_up(self, email: str, password: str = PASSWORD) -> Any:
        return self.post(f"{ALLAUTH}/auth/signup", {"email": email, "password": password})

    def sign_in(self, email: str, password: str = PASSWORD) -> Any:
        return self.post(f"{ALLAUTH}/auth/login", {"email": email, "password": password})

    def push(self, *rows: dict[str, Any]) -> list[dict[str, Any]]:
        answer = self.post("/api/sync/push", {"device": "0000a1a1", "rows": rows})
        assert answer.status_code == 200, answer.content
        results: list[dict[str, Any]] = answer.json()["results"]
        return results

    def pull(self, after: int = 0) -> dict[str, Any]:
        page: dict[str, Any] = self.get(f"/api/sync/pull?after={after}").json()
        return page

    def rows(self) -> dict[str, dict[str, Any]]:
        return {row["id"]: row for row in self.pull()["rows"]}


class Person(Browser):
    """Somebody with an account, signed in."""

    def __init__(self, email: str) -> None:
        super().__init__()
        self.account = Account.objects.create(email=email)
        self.client.force_login(self.account)
        self.get("/api/setup")


def stamp(tick: int = 0, device: str = "0000a1a1") -> str:
    return f"{NOW + tick:012x}0000{device}"


def session(tick: int = 0, id: str = SESSION, **body: Any) -> dict[str, Any]:
    began = {"started_at": "2026-11-18T17:00:00.000Z", "zone": "Europe/Berlin"}
    return {"kind": "session", "id": id, "stamp": stamp(tick), **began, **body}


def performed(nth: int, tick: int = 0, **body: Any) -> dict[str, Any]:
    worked = {"session": SESSION, "exercise": "lateral-raise", "position": nth}
    return {"kind": "set", "id": set_id(nth), "stamp": stamp(tick), **worked, **body}


def deleted(row: dict[str, Any], tick: int) -> dict[str, Any]:
    return {"kind": row["kind"], "id": row["id"], "stamp": stamp(tick), "deleted": True}


def set_id(nth: int) -> str:
    return str(UUID(int=(0x018F0000 << 96) | (7 << 76) | (2 << 62) | 0xABC000 + nth))


def outcomes(results: list[dict[str, Any]]) -> list[str]:
    return [result["outcome"] for result in results]
