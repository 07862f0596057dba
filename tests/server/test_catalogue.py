"""What the app ships knowing, told to anyone, in the language asked for."""

import pytest
from django.test import Client

from innervate.coach.evidence import entries
from innervate.training import catalogue


@pytest.fixture
def client() -> Client:
    return Client(headers={"host": "localhost"})


@pytest.mark.parametrize("path", ["/api/catalogue", "/api/evidence"])
def test_who_has_this_version_is_sent_nothing(client: Client, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": f"W/{first.headers['ETag']}"})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert first.headers["ETag"] == f'"{first.json()["version"]}"'


@pytest.mark.parametrize("path", ["/api/catalogue", "/api/evidence"])
def test_each_language_has_its_own_version_and_others_get_english(
    client: Client, path: str
) -> None:
    english, german = client.get(path), client.get(f"{path}?language=de-CH")
    assert english.headers["ETag"] != german.headers["ETag"]
    assert client.get(f"{path}?language=../secret").content == english.content


def test_the_catalogue_is_in_german(client: Client) -> None:
    told = client.get("/api/catalogue?language=de").json()
    assert "Bizeps" in {muscle["name"] for muscle in told["muscles"]}
    assert len(told["exercises"]) == len(catalogue.load())


def test_the_evidence_tells_every_entry(client: Client) -> None:
    told = client.get("/api/evidence").json()["entries"]
    assert [entry["id"] for entry in told] == list(entries())
    touch = next(entry for entry in told if entry["id"] == "touch-helps")
    assert (touch["verdict"], touch["grade"], touch["popular"]) == ("unsupported", "C", True)
    assert touch["sources"]
