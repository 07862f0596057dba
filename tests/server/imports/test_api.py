"""The routes of imports, as a phone uses them."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from innervate.formats.decoding import SIZE_MAX
from innervate.server.accounts.models import Account
from innervate.server.jobs import store as jobs
from innervate.server.worker import WORK, now_ms

pytestmark = pytest.mark.django_db

LOGS = Path(__file__).parents[2] / "golden" / "logs"
HEVY = (LOGS / "hevy-kg.csv").read_bytes()


def signed_in(email: str = "ana@example.org") -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(
        Account.objects.create(email=email), "allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def upload(client: Client, content: bytes, name: str = "hevy.csv") -> Any:
    return client.post(f"/api/imports?name={name}", content, content_type="text/csv")


def work() -> None:
    """Do what the worker does, inside the test's transaction."""
    while job := jobs.claim("test", now_ms()):
        WORK[job.name].do(job.owner, job.argument)
        jobs.finish(job, "test")


def test_from_upload_to_outcome_to_undo() -> None:
    phone = signed_in()
    sent = upload(phone, HEVY)
    assert sent.status_code == 202
    address = f"/api/imports/{sent.json()['id']}"
    assert phone.get(address).json()["state"] == "reading"
    work()
    found = phone.get(address).json()
    assert (found["state"], found["name"], found["preview"]["sets"]) == ("ready", "hevy.csv", 13)
    assert "reason" not in found
    start = {"zone": "Europe/Berlin", "mapping": {"Plank": None}}
    assert phone.post(f"{address}/start", start, "application/json").status_code == 202
    assert phone.get(address).json()["state"] == "writing"
    work()
    done = phone.get(address).json()
    assert done["state"] == "done"
    assert done["outcome"] == {"sessions_added": 2, "sets_added": 13, "already_here": 0}
    assert done["can_undo"] is True
    assert phone.get(f"{address}/skipped").json() == []
    assert [each["id"] for each in phone.get("/api/imports").json()] == [done["id"]]
    assert phone.post(f"{address}/undo").json()["state"] == "undone"
    rows = phone.get("/api/sync/pull?after=0").json()["rows"]
    assert all(row.get("deleted") for row in rows)


def test_a_phone_pulls_what_was_imported() -> None:
    phone = signed_in()
    address = f"/api/imports/{upload(phone, HEVY).json()['id']}"
    work()
    phone.post(f"{address}/start", {"zone": "UTC", "mapping": {}}, "application/json")
    work()
    rows = phone.get("/api/sync/pull?after=0").json()["rows"]
    order = [row["kind"] for row in rows]
    assert order == sorted(order, key=["exercise", "session", "set"].index)
    assert order.count("set") == 13


def test_a_pending_import_is_removed() -> None:
    phone = signed_in()
    address = f"/api/imports/{upload(phone, HEVY).json()['id']}"
    assert phone.delete(address).status_code == 204
    assert phone.get(address).status_code == 404
    work()  # The job that waited for it finds nothing, and that is fine.
    assert phone.get("/api/imports").json() == []


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "empty"), (b"x" * (SIZE_MAX + 1), "at most 16 MB")],
)
def test_a_file_of_no_sensible_size_is_refused_at_the_door(content: bytes, says: str) -> None:
    phone = signed_in()
    answer = upload(phone, content)
    assert answer.status_code == 422
    assert says in answer.json()["detail"]
    assert phone.get("/api/imports").json() == []


def test_a_file_that_is_no_log_says_so_when_looked_at() -> None:
    phone = signed_in()
    address = f"/api/imports/{upload(phone, b'name,age').json()['id']}"
    work()
    found = phone.get(address).json()
    assert found["state"] == "failed"
    assert "Hevy and Strong" in found["reason"]


@pytest.mark.parametrize(
    "body", [{"zone": "Nowhere", "mapping": {}}, {"mapping": {}}, {"unit": "stone", "mapping": {}}]
)
def test_answers_that_do_not_fit_are_refused_with_a_sentence(body: dict[str, object]) -> None:
    phone = signed_in()
    address = f"/api/imports/{upload(phone, HEVY).json()['id']}"
    work()
    answer = phone.post(f"{address}/start", body, "application/json")
    assert answer.status_code == 422
    assert answer.json()["detail"]
    assert phone.get(address).json()["state"] == "ready"


def test_nobody_and_strangers_reach_nothing() -> None:
    id = upload(signed_in(), HEVY).json()["id"]
    stranger, nobody = signed_in("cy@example.org"), Client(headers={"host": "localhost"})
    for client, status in ((stranger, 404), (nobody, 401)):
        assert client.get(f"/api/imports/{id}").status_code == status
        assert client.get(f"/api/imports/{id}/skipped").status_code == status
        assert client.delete(f"/api/imports/{id}").status_code == status
        assert client.post(f"/api/imports/{id}/undo").status_code == status
        start = client.post(f"/api/imports/{id}/start", {"mapping": {}}, "application/json")
        assert start.status_code == status
    assert stranger.get("/api/imports").json() == []
