"""Where secrets live, who may talk to us, and what every answer carries.

`docs/security.md` names the properties that must hold; most of them live here.
"""

import ipaddress
import logging
import os
import re
import secrets
import socket
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import platformdirs
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

BODY_BYTES_MAX = 17 * 1024 * 1024
"""Sixteen MiB of another app's export, and some room."""

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?", re.IGNORECASE)
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def data_folder() -> Path:
    """The folder of INNERVATE_DATA, made when missing, closed to other users of the machine."""
    chosen = os.environ.get("INNERVATE_DATA")
    folder = Path(chosen) if chosen else Path(platformdirs.user_data_dir("innervate"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder.resolve()


def secret_key(folder: Path) -> str:
    """The key of this installation, made at the first start; simultaneous starts agree on one."""
    path = folder / "secret-key"
    if not path.exists():
        # A link to a whole file appears in one step, so that nobody reads half a key.
        handle, draft = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))
        with suppress(FileExistsError):
            os.link(draft, path)
        Path(draft).unlink()
    return path.read_text(encoding="ascii")


def allowed_names() -> frozenset[str]:
    """Names under which browsers may ask for us: this machine, and those of INNERVATE_HOSTS."""
    chosen = os.environ.get("INNERVATE_HOSTS", "")
    names = {name.strip().lower() for name in chosen.split(",") if name.strip()}
    own = socket.gethostname().lower()
    return frozenset({"localhost", own, f"{own}.local", *names})


def signup_policy() -> str:
    """INNERVATE_SIGNUP: `first` (only while no account exists) or `open`."""
    policy = os.environ.get("INNERVATE_SIGNUP", "first")
    if policy not in {"first", "open"}:
        raise ImproperlyConfigured("INNERVATE_SIGNUP is either 'first' or 'open'.")
    return policy


def is_ours(host: str, names: frozenset[str]) -> bool:
    """May a browser that asked for `host` be answered?

    A page elsewhere can point a name of its own at us (DNS rebinding), but never an address, so
    addresses are fine and names must be known.
    """
    found = _HOST.fullmatch(host)
    if not found:
        return False
    name = found["name"].strip("[]").lower().rstrip(".")
    return name in names or name.endswith(".localhost") or _is_address(name)


class HostGuard:
    """Answers 400 to a request for a name that is not ours."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on what was asked of us."""
        if not is_ours(request.META.get("HTTP_HOST", ""), settings.INNERVATE_HOSTS):
            return HttpResponse("Innervate does not answer to this name.", status=400)
        return self.get_response(request)


class Headers:
    """Puts the security headers on every answer; over HTTPS every cookie stays there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and add what the answer lacks."""
        response = self.get_response(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        if request.path.startswith(("/api/", "/_allauth/")):
            response.headers.setdefault("Cache-Control", "no-store")
        if request.is_secure():
            for cookie in response.cookies.values():
                cookie["secure"] = True
        return response


class NoSecrets(logging.Filter):
    """Keeps what lifters wrote out of the log: of an error, its place and kind, not its words."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace the exception of `record`, whose message may quote a row, by where it arose."""
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            record.exc_text = "".join(traceback.format_tb(trace)) + kind.__name__
            record.exc_info = None
        return True


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
