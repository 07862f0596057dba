"""Serve: database, worker, web server, one line, browser; and all of it away again on Ctrl-C."""

import argparse
import os
import signal
import socket
import sys
import threading
import webbrowser
from contextlib import closing, suppress
from types import FrameType

import uvicorn

from innervate.cli.door import listen, shown_address
from innervate.cli.house import open_house
from innervate.cli.outcome import DONE, say, show
from innervate.cli.workshop import Workshop

_GRACE_S = 3


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped."""
    if arguments.signup:
        os.environ["INNERVATE_SIGNUP"] = "open"
    signal.signal(signal.SIGTERM, _stop)
    with closing(listen(arguments.host, arguments.port)) as door:
        open_house()
        with Workshop():
            _serve(door, address=shown_address(door), opens_browser=not arguments.no_browser)
    say("Innervate has stopped.")
    return DONE


def _serve(door: socket.socket, *, address: str, opens_browser: bool) -> None:
    config = uvicorn.Config(
        "innervate.server.asgi:application",
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=_GRACE_S,
        server_header=False,
    )
    server = _Announced(config)
    server.address = address
    server.opens_browser = opens_browser and _has_browser()
    with suppress(KeyboardInterrupt):
        server.run(sockets=[door])


class _Announced(uvicorn.Server):
    """A server that says where it is once it answers, and not before."""

    address = ""
    opens_browser = False

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.should_exit:
            show(f"Innervate is at {self.address} (stop it with Ctrl-C)")
            if self.opens_browser:
                threading.Thread(target=webbrowser.open, args=[self.address], daemon=True).start()


def _has_browser() -> bool:
    """Is there a screen? A text browser in the terminal that we print to would be no help."""
    if sys.platform in {"darwin", "win32"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(DONE)
