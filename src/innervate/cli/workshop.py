"""The worker beside the server: started with it, restarted when it falls, gone when it goes."""

import subprocess
import sys
import threading
from types import TracebackType
from typing import Self

from innervate.cli.outcome import say

_PAUSE_S = 1.0
_GRACE_S = 5.0


class Workshop:
    """Keeps one worker process running while the `with` block lasts.

    The worker reads our end of its standard input: when this process dies, however hard, the
    pipe closes and the worker leaves too.
    """

    def __init__(self) -> None:
        self._closing = threading.Event()
        self._worker = _start()
        self._watch = threading.Thread(target=self._keep_alive, daemon=True)

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._worker.terminate()
        try:
            self._worker.wait(_GRACE_S)
        except subprocess.TimeoutExpired:
            self._worker.kill()
            self._worker.wait()

    def _keep_alive(self) -> None:
        while True:
            self._worker.wait()
            if self._closing.wait(_PAUSE_S):
                return
            say("The worker stopped; starting another.")
            self._worker = _start()


def _start() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "innervate.server.worker"]
    return subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603  our own module
