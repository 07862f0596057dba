"""The address Innervate listens on: a free port, or a sentence why there is none."""

import errno
import socket
import sys

from innervate.cli.outcome import CommandError
from innervate.cli.serve import FIRST_PORT

_PORTS_TRIED = 20
_EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104  compared with, not bound to
_HERE = {"127.0.0.1", "::1", "localhost"}


def listen(host: str, port: int | None) -> socket.socket:
    """A socket that listens on `port`, or on the first free one from 8000 where none is asked."""
    ports = range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED) if port is None else (port,)
    for candidate in ports:
        try:
            return _bound(host, candidate)
        except OSError as problem:
            if problem.errno != errno.EADDRINUSE:
                raise CommandError(_sentence(host, candidate, problem)) from problem
    if port is None:
        raise CommandError(
            f"Ports {ports[0]} to {ports[-1]} are all in use; choose another with --port."
        )
    raise CommandError(
        f"Port {port} is in use, perhaps by Innervate itself; "
        "choose another with --port, or leave it out."
    )


def shown_address(door: socket.socket) -> str:
    """The address to type into a browser on this machine.

    It says localhost and not 127.0.0.1, because passkeys only work on a name.
    """
    host, port = door.getsockname()[:2]
    name = "localhost" if host in _HERE | _EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}"


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((host, port))
        door.listen(socket.SOMAXCONN)
    except OSError:
        door.close()
        raise
    door.set_inheritable(False)
    return door


def _sentence(host: str, port: int, problem: OSError) -> str:
    if isinstance(problem, PermissionError):
        return f"Port {port} is not ours to open; choose one above 1023 with --port."
    return f"{host} is no address of this machine ({problem.strerror or problem})."
