"""A server that is killed in the middle of pushes has every row that it said it stored, once."""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.server.people import PASSWORD, performed, session

pytestmark = pytest.mark.skipif(
    not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
    reason="PostgreSQL is not what is killed",
)


class Server:
    """A real server process on a data folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._env = os.environ | {
            "INNERVATE_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "innervate.server.settings",
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        self.port = 0
        self.process: subprocess.Popen[str] | None = None

    def migrate(self) -> None:
        self._python("-m", "django", "migrate", "-v0").communicate(timeout=60)

    def start(self) -> None:
        code = (
            "import socket, uvicorn; s = socket.socket(); s.bind(('127.0.0.1', 0)); "
            "print(s.getsockname()[1], flush=True); s.listen(64); "
            "uvicorn.Server(uvicorn.Config('innervate.server.asgi:application', "
            "log_level='error')).run(sockets=[s])"
        )
        self.process = self._python("-c", code)
        assert self.process.stdout
        self.port = int(self.process.stdout.readline())

    def kill(self) -> None:
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout
        self.process.stdout.close()

    def _python(self, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, *arguments]
        return subprocess.Popen(command, env=self._env, stdout=subprocess.PIPE, text=True)


class Wire:
    """A browser's requests over a real connection."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        link = http.client.HTTPConnection("localhost", self._server.port, timeout=30)
        try:
            headers = {
                "Content-Type": "application/json",
                "X-CSRFToken": self._cookies.get("csrftoken", ""),
                "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            }
            link.request(method, path, json.dumps(body) if body else None, headers)
            answer = link.getresponse()
            for line in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = line.split(";")[0].partition("=")
                self._cookies[name] = value
            return json.loads(answer.read())
        finally:
            link.close()


def test_what_was_acknowledged_is_there_once(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.migrate()
    server.start()
    wire = Wire(server)
    wire.ask("GET", "/api/setup")
    wire.ask("POST", "/_allauth/browser/v1/auth/signup",
             {"email": "ana@example.org", "password": PASSWORD})  # fmt: skip
    wire.ask("POST", "/api/sync/push", {"device": "0000a1a1", "rows": [session()]})

    rows = [performed(n, reps=n % 20) for n in range(1200)]
    acknowledged: set[str] = set()
    rng = random.Random(7)  # noqa: S311
    for _ in range(2):
        threading.Timer(rng.uniform(0.2, 0.6), server.kill).start()
        while True:
            batch = [row for row in rows if row["id"] not in acknowledged][:20]
            try:
                answer = wire.ask("POST", "/api/sync/push", {"device": "0000a1a1", "rows": batch})
            except (OSError, http.client.HTTPException, ValueError):
                break
            acknowledged |= {one["id"] for one in answer["results"] if one["outcome"] == "stored"}
        time.sleep(0.1)
        server.start()
    try:
        page = wire.ask("GET", "/api/sync/pull?after=0")
    finally:
        server.kill()
    there = [row["id"] for row in page["rows"]]
    assert acknowledged
    assert acknowledged <= set(there)
    assert len(there) == len(set(there))
