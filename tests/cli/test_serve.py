"""`innervate serve`, as a person starts and stops it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from innervate.cli.door import listen, shown_address
from innervate.cli.outcome import CommandError

SOURCE = Path(__file__).parents[2] / "src"


def _plain_environment() -> dict[str, str]:
    """That of a person: without what the tests set for themselves."""
    ours = ("DJANGO_", "INNERVATE_", "PYTEST_")
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(ours)},
        "PYTHONPATH": str(SOURCE),
    }


@pytest.fixture
def server(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "innervate.cli.main", "serve", "--no-browser"]
    with subprocess.Popen(
        [*command, "--data", str(tmp_path / "data"), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=_plain_environment(),
    ) as process:
        yield process
        process.kill()


def test_it_says_where_it_is_answers_there_and_stops_clean(
    server: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert server.stdout
    assert server.stderr
    line = server.stdout.readline()
    found = re.fullmatch(r"Innervate is at (http://localhost:\d+) \(stop it with Ctrl-C\)\n", line)
    assert found, server.stderr.read()
    with urllib.request.urlopen(f"{found[1]}/api/setup", timeout=10) as answer:  # noqa: S310
        assert json.load(answer)["needs_first_account"] is True
    server.send_signal(signal.SIGINT)
    assert server.wait(20) == 0
    said = server.stderr.read()
    assert "Making the database ..." in said
    assert "Traceback" not in said
    assert (tmp_path / "data" / "innervate.sqlite3").exists()


def test_a_port_in_use_is_passed_over_unless_it_was_asked_for() -> None:
    with closing(listen("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} is in use"):
            listen("127.0.0.1", port)
    with (
        closing(listen("127.0.0.1", None)) as first,
        closing(listen("127.0.0.1", None)) as second,
    ):
        assert second.getsockname()[1] > first.getsockname()[1]


def test_an_address_of_elsewhere_is_refused_with_a_sentence() -> None:
    with pytest.raises(CommandError, match=r"203\.0\.113\.1 is no address of this machine"):
        listen("203.0.113.1", 0)


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])  # noqa: S104
def test_the_address_shown_has_a_name_because_passkeys_need_one(host: str) -> None:
    with closing(listen(host, 0)) as door:
        assert isinstance(door, socket.socket)
        assert shown_address(door) == f"http://localhost:{door.getsockname()[1]}"
