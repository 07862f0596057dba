"""All routes in one document. Errors become sentences here, and nowhere else."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from innervate import __version__
from innervate.formats.written import LogError
from innervate.server.accounts.api import router as accounts
from innervate.server.accounts.store import AccountError
from innervate.server.imports.api import router as imports
from innervate.server.logbook.api import router as logbook
from innervate.server.logbook.store import ArchiveError
from innervate.server.sync.api import router as sync
from innervate.training.exercise import ExerciseError
from innervate.training.preferences import PreferencesError
from innervate.training.sets import SetError
from innervate.training.tempo import TempoError

_SENTENCES = (
    AccountError,
    ArchiveError,
    ExerciseError,
    LogError,
    PreferencesError,
    SetError,
    TempoError,
)
"""Errors whose text is meant for a lifter."""


def build() -> NinjaAPI:
    """Put the rooms' routes together."""
    api = NinjaAPI(
        title="Innervate",
        version=__version__,
        urls_namespace="api",
        docs_url=None,
        openapi_url=None,
    )
    api.add_router("", accounts)
    api.add_router("", logbook)
    api.add_router("/sync", sync)
    api.add_router("/imports", imports)
    for error in _SENTENCES:
        api.add_exception_handler(error, _unprocessable)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(Http404, _not_found)
    return api


def _unprocessable(request: HttpRequest, error: Any) -> HttpResponse:
    return _problem(request, str(error), 422)


def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    first = error.errors[0]
    place = str(first["loc"][-1])
    return _problem(request, f"{place}: {first['msg'].removeprefix('Value error, ')}.", 422)


def _not_found(request: HttpRequest, error: Any) -> HttpResponse:
    del error
    return _problem(request, "There is no such thing here.", 404)


def _problem(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return api.create_response(request, {"detail": sentence}, status=status)


api = build()
