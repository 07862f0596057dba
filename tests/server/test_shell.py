"""The app's files: what caches may keep, how they are packed, and that nothing else is reached."""

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from django.test import RequestFactory

from innervate.server.shell import File, answer, read_app
from tests.server.people import Browser

PAGE = b"<!doctype html><script type=module src=/assets/app-1a2b3c4d.js></script>"
SCRIPT = b"console.log('three slow seconds down');" * 20
PACKED = gzip.compress(SCRIPT, mtime=0)


@pytest.fixture
def app(tmp_path: Path) -> dict[str, File]:
    folder = tmp_path / "web"
    (folder / "assets").mkdir(parents=True)
    (tmp_path / "secret-key").write_text("nobody's business")
    for name, content in {
        "index.html": PAGE,
        "service-worker.js": SCRIPT,
        "manifest.webmanifest": b"{}",
        "assets/app-1a2b3c4d.js": SCRIPT,
        "assets/app-1a2b3c4d.js.gz": PACKED,
        "assets/app-1a2b3c4d.js.br": b"brotli",
    }.items():
        (folder / name).write_bytes(content)
    return read_app(folder)


def ask(app: Mapping[str, File], path: str, **headers: str) -> Any:
    request = RequestFactory().get(f"/{path}", headers=headers)
    return answer(request, app, path)


@pytest.mark.parametrize("path", ["", "index.html", "service-worker.js", "manifest.webmanifest"])
def test_what_names_the_others_is_asked_for_anew(app: dict[str, File], path: str) -> None:
    assert ask(app, path).headers["Cache-Control"] == "no-cache"


def test_a_file_whose_name_is_its_content_is_kept_for_ever(app: dict[str, File]) -> None:
    kept = ask(app, "assets/app-1a2b3c4d.js").headers["Cache-Control"]
    assert "immutable" in kept
    assert "max-age=31536000" in kept


@pytest.mark.parametrize(
    ("accepted", "encoding", "content"),
    [
        ("gzip, deflate, br, zstd", "br", b"brotli"),
        ("gzip, deflate", "gzip", PACKED),
        ("gzip;q=1.0, *;q=0.5", "gzip", PACKED),
        ("", "identity", SCRIPT),
    ],
)
def test_the_best_form_that_the_browser_takes(
    app: dict[str, File], accepted: str, encoding: str, content: bytes
) -> None:
    found = ask(app, "assets/app-1a2b3c4d.js", **{"accept-encoding": accepted})
    assert found.headers["Content-Encoding"] == encoding
    assert found.headers["Vary"] == "Accept-Encoding"
    assert found.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert found.content == content


def test_an_unchanged_page_is_not_sent_again(app: dict[str, File]) -> None:
    tag = ask(app, "").headers["ETag"]
    again = ask(app, "", **{"if-none-match": f"W/{tag}"})
    assert (again.status_code, again.content) == (304, b"")
    assert ask(app, "", **{"if-none-match": '"other"'}).content == PAGE


@pytest.mark.parametrize(
    "path",
    ["../secret-key", "assets/../../secret-key", "/etc/passwd", "..\\secret-key", "nowhere",
     "assets", "assets/", "assets/app-1a2b3c4d.js.br", "%2e%2e/secret-key", "./index.html"],
)  # fmt: skip
def test_no_path_leads_beyond_the_files_of_the_app(app: dict[str, File], path: str) -> None:
    found = ask(app, path)
    assert found.status_code == 404
    assert b"business" not in found.content


def test_without_a_built_app_the_answer_says_what_to_do() -> None:
    found = ask({}, "")
    assert found.status_code == 503
    assert b"run.py" in found.content


@pytest.mark.parametrize(
    "path",
    ["/%2fetc/passwd", "/..%2f..%2fpyproject.toml", "/%2e%2e/%2e%2e/pyproject.toml", "/../run.py"],
)
def test_the_server_finds_nothing_there_either(db: None, path: str) -> None:
    assert Browser().get(path).status_code in {404, 503}


def test_the_app_is_only_read(db: None) -> None:
    assert Browser().send("POST", "/").status_code == 405


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", {200, 503}), ("/nowhere", {404, 503}), ("/api/nowhere", {404}), ("/api/setup", {200}),
     ("/api/account", {401}), ("/_allauth/browser/v1/auth/session", {401})],
)  # fmt: skip
def test_every_answer_carries_the_headers(db: None, path: str, status: set[int]) -> None:
    found = Browser().get(path)
    assert found.status_code in status
    assert found.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 's")
    assert found.headers["X-Content-Type-Options"] == "nosniff"
    assert found.headers["X-Frame-Options"] == "DENY"
    assert found.headers["Referrer-Policy"] == "same-origin"
    assert found.headers["Cross-Origin-Opener-Policy"] == "same-origin"
