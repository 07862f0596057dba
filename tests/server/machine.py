"""A real installation in processes of its own, which can be killed; requests over a real line."""

import http.client
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg

from tests.server.people import PASSWORD

ALLAUTH = "/_allauth/browser/v1"
_WEB = (
    "import socket, uvicorn; s = socket.socket(); s.bind(('127.0.0.1', 0)); "
    "s.listen(64); print(s.getsockname()[1], flush=True); "
    "uvicorn.Server(uvicorn.Config('innervate.server.asgi:application', "
    "log_level='critical')).run(sockets=[s])"
)


class Machine:
    """Web server and worker on a data folder and a database of their own."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._address = address
        self._env = os.environ | {
            "INNERVATE_DATA": str(folder),
            "INNERVATE_DATABASE": address,
            "INNERVATE_SIGNUP": "open",
            "DJANGO_SETTINGS_MODULE": "innervate.server.settings",
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        self._running: list[subprocess.Popen[str]] = []
        self.port = 0
        assert self._python("-m", "django", "migrate", "-v0").wait(60) == 0

    def start_web(self) -> subprocess.Popen[str]:
        web = self._python("-c", _WEB)
        assert web.stdout
        self.port = int(web.stdout.readline())
        return web

    def start_worker(self) -> subprocess.Popen[str]:
        return self._python("-m", "innervate.server.worker")

    def stop(self) -> None:
        for process in self._running:
            process.kill()
            process.communicate()

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        """Look or reach into the database from outside."""
        if self._address:
            with psycopg.connect(self._address, autocommit=True) as link:
                found = link.execute(statement)
                return found.fetchall() if found.description else []
        with closing(sqlite3.connect(self._folder / "innervate.sqlite3", timeout=20)) as file, file:
            return file.execute(statement).fetchall()

    def written_bytes(self) -> int:
        """What stands on disk of the log, committed or not."""
        if self._address:
            return int(self.sql("SELECT pg_relation_size('logbook_setrow')")[0][0])
        ahead = self._folder / "innervate.sqlite3-wal"
        return ahead.stat().st_size if ahead.exists() else 0

    def settle(self) -> None:
        """Let what is written from now on be seen: SQLite writes over what it has put away."""
        if not self._address:
            self.sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _python(self, *arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, *arguments], env=self._env, stdout=subprocess.PIPE, text=True
        )
        self._running.append(process)
        return process


class Wire:
    """A browser's requests over a real connection, of somebody who has just signed up."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._cookies: dict[str, str] = {}
        self.ask("GET", "/api/setup")
        body = {"email": f"{uuid4().hex}@example.org", "password": PASSWORD}
        self.ask("POST", f"{ALLAUTH}/auth/signup", body)

    def push(self, *rows: dict[str, Any]) -> list[dict[str, Any]]:
        answer = self.ask("POST", "/api/sync/push", {"device": "0000a1a1", "rows": rows})
        results: list[dict[str, Any]] = answer["results"]
        return results

    def pull(self) -> list[dict[str, Any]]:
        """Every row, page by page."""
        rows, cursor, more = [], 0, True
        while more:
            page = self.ask("GET", f"/api/sync/pull?after={cursor}")
            rows += page["rows"]
            cursor, more = page["cursor"], page["more"]
        return rows

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        sent = body if isinstance(body, bytes) else json.dumps(body) if body else None
        with closing(http.client.HTTPConnection("localhost", self._machine.port, timeout=30)) as to:
            headers = {
                "Content-Type": "application/json",
                "X-CSRFToken": self._cookies.get("csrftoken", ""),
                "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            }
            to.request(method, path, sent, headers)
            answer = to.getresponse()
            for line in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = line.split(";")[0].partition("=")
                self._cookies[name] = value
            return json.loads(answer.read())


@contextmanager
def empty_database() -> Iterator[str]:
    """Address of an empty PostgreSQL database where the tests have one, else '' for SQLite."""
    server = os.environ.get("INNERVATE_DATABASE", "")
    if not server:
        yield ""
        return
    name = f"killed_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as link:
        link.execute(f"CREATE DATABASE {name}")
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        link.execute(f"DROP DATABASE {name} WITH (FORCE)")


def wait_until(is_so: Callable[[], bool], seconds: float = 60, pause_s: float = 0.2) -> None:
    """Wait for something that happens in another process."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it never happened"
        time.sleep(pause_s)
