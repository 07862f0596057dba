"""The worker: does the jobs that requests leave behind, and cleans up once in a while.

It stands beside the web server and leaves with it: where its standard input is a pipe, the other
end is its parent's, and when that closes the worker goes, however the parent died.
"""

import logging
import os
import secrets
import signal
import stat
import sys
import threading
import time
from collections.abc import Callable, Mapping

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "innervate.server.settings")
django.setup()

from django.db import close_old_connections, connection  # noqa: E402  after the setup

from innervate.server.accounts import store as accounts  # noqa: E402
from innervate.server.imports.work import WORK as IMPORTS  # noqa: E402
from innervate.server.jobs import store as jobs  # noqa: E402
from innervate.server.jobs.store import Claimed, Work  # noqa: E402

_PAUSE_S = 0.5
_SIGN_OF_LIFE_S = 5.0
_CLEANING_MS = 3_600_000
_log = logging.getLogger("innervate.worker")

WORK: Mapping[str, Work] = {**IMPORTS}
"""What the rooms have to do, by name."""

CLEANING: tuple[Callable[[int], None], ...] = (accounts.forget_ended_sessions,)
"""What is done once an hour; each is told the time."""


def now_ms() -> int:
    """The clock."""
    return time.time_ns() // 1_000_000


class Worker:
    """One worker process."""

    def __init__(
        self, work: Mapping[str, Work], cleaning: tuple[Callable[[int], None], ...] = ()
    ) -> None:
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._work = work
        self._cleaning = cleaning
        self._cleaned_ms = 0
        self._stopping = threading.Event()

    def run(self) -> None:
        """Work until told to stop."""
        threading.Thread(target=self._show_life, daemon=True).start()
        while not self._stopping.is_set():
            if not self._survives(self.step):
                self._stopping.wait(_PAUSE_S)
        connection.close()

    def stop(self) -> None:
        """End after the job in hand."""
        self._stopping.set()

    def step(self) -> bool:
        """Do one job, if there is one; True when there was."""
        if now_ms() - self._cleaned_ms > _CLEANING_MS:
            self._cleaned_ms = now_ms()
            for clean in self._cleaning:
                clean(now_ms())
        job = jobs.claim(self.name, now_ms())
        if job is None:
            return False
        self._do(job)
        return True

    def _do(self, job: Claimed) -> None:
        work = self._work[job.name]
        if job.is_hopeless:
            work.give_up(job.owner, job.argument)
            jobs.finish(job, self.name)
            return
        try:
            work.do(job.owner, job.argument)
        except Exception:
            _log.exception("Job %s (%s) failed, attempt %s.", job.id, job.name, job.attempts)
            jobs.put_back(job, self.name, now_ms())
        else:
            jobs.finish(job, self.name)

    def _show_life(self) -> None:
        while not self._stopping.wait(_SIGN_OF_LIFE_S):
            self._survives(lambda: jobs.hold(self.name, now_ms()))
        connection.close()

    def _survives(self, step: Callable[[], object]) -> bool:
        """Do `step`; what goes wrong is logged, and tried again at the next turn."""
        try:
            close_old_connections()
            return bool(step())
        except Exception:
            _log.exception("The worker stumbled.")
            connection.close()
            return False


def leave_with_parent(stop: Callable[[], None]) -> None:
    """Call `stop` when the other end of standard input closes, if standard input is a pipe."""
    if not stat.S_ISFIFO(os.fstat(sys.stdin.fileno()).st_mode):
        return

    def watch() -> None:
        while os.read(sys.stdin.fileno(), 1024):
            pass
        stop()

    threading.Thread(target=watch, daemon=True).start()


def main() -> None:
    """Work until the parent goes or a signal comes. The next worker takes up a job in hand."""
    worker = Worker(WORK, CLEANING)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: worker.stop())
    leave_with_parent(lambda: os._exit(0))
    worker.run()


if __name__ == "__main__":
    main()
