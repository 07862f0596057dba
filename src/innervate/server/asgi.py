"""The web server's way in."""

import os
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "innervate.server.settings")
_django = get_asgi_application()

from innervate.server.security import BODY_BYTES_MAX  # noqa: E402  after the setup

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Scope]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]

_TOO_LARGE = b'{"detail": "This is more than 16 MiB."}'


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Let Django answer, but for bodies beyond the limit: it would write them to disk first."""
    if _announced(scope) > BODY_BYTES_MAX:
        headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
        await send({"type": "http.response.start", "status": 413, "headers": headers})
        await send({"type": "http.response.body", "body": _TOO_LARGE})
        return
    await _django(scope, _limited(receive), send)


def _announced(scope: Scope) -> int:
    length = dict(scope.get("headers", ())).get(b"content-length", b"0")
    return int(length) if length.isdigit() else 0


def _limited(receive: Receive) -> Receive:
    """Hang up on a body that grows beyond the limit without having said so."""
    received = 0

    async def counted() -> Scope:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        return {"type": "http.disconnect"} if received > BODY_BYTES_MAX else message

    return counted
