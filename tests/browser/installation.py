"""A real server of its own, on a free port, with a database of its own."""

import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

_ROOT = Path(__file__).resolve().parents[2]
_ADDRESS = re.compile(r"http://[\w.]+:\d+")


@dataclass(slots=True)
class Installation:
    """`innervate serve` on this machine; stopping it is pulling the plug."""

    data: Path
    port: int = 0
    address: str = ""
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Serve; after a stop, at the same address as before."""
        words = ["serve", "--data", str(self.data), "--no-browser", "--signup"]
        log = (self.data / "server.log").open("a")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "innervate.cli.main", *words, "--port", str(self.port)],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,
            env={**_environment(), "PYTHONPATH": str(_ROOT / "src"), "PYTHONUNBUFFERED": "1"},
        )
        log.close()
        self.address = _address(self._process.stdout)
        self.port = int(self.address.rsplit(":", 1)[1])

    def stop(self) -> None:
        """End it without a word, as a power cut does."""
        if self._process:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            if self._process.stdout:
                self._process.stdout.close()
        self._process = None


def _environment() -> dict[str, str]:
    """The environment of a lifter: without the settings that the tests themselves run under."""
    return {name: text for name, text in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}


def _address(output: IO[str] | None) -> str:
    for line in output or ():
        if found := _ADDRESS.search(line):
            return found.group()
    raise AssertionError("The server did not say where it is.")
