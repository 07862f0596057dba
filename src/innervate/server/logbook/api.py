"""Routes of the log that are not sync: the catalogue, the evidence, the weeks, the archive."""

from datetime import UTC, datetime
from io import BytesIO

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from ninja import Router
from ninja.security import django_auth

from innervate.formats.archive import write_archive
from innervate.server.accounts.store import SignedIn
from innervate.server.logbook import store
from innervate.server.logbook.contents import catalogue_json, evidence_json
from innervate.server.logbook.schemas import CatalogueOut, EvidenceOut, WeeksOut
from innervate.server.logbook.weeks import weeks_json
from innervate.training.catalogue import load
from innervate.training.language import SOURCE_LANGUAGE

router = Router(tags=["logbook"])


@router.get("/catalogue", response=CatalogueOut)
def catalogue(request: HttpRequest, language: str = SOURCE_LANGUAGE) -> HttpResponse:
    """Give the muscles and exercises; 304 to an app that has this version."""
    return _unless_held(request, *catalogue_json(language))


@router.get("/evidence", response=EvidenceOut)
def evidence(request: HttpRequest, language: str = SOURCE_LANGUAGE) -> HttpResponse:
    """Give every claim with its verdict and grade; 304 to an app that has this version."""
    return _unless_held(request, *evidence_json(language))


def _unless_held(request: HttpRequest, version: str, contents: bytes) -> HttpResponse:
    tag = f'"{version}"'
    asked = request.headers.get("If-None-Match", "").replace("W/", "")
    response: HttpResponse = (
        HttpResponseNotModified()
        if asked == tag
        else HttpResponse(contents, content_type="application/json")
    )
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "no-cache"
    return response


@router.get("/logbook/weeks", response=WeeksOut, auth=django_auth)
def weeks(request: SignedIn) -> HttpResponse:
    """Give hard sets and volume per muscle and week, for the whole history."""
    version, _ = catalogue_json()
    rows = weeks_json(request.user, load(), version)
    return HttpResponse(b'{"rows":' + rows + b"}", content_type="application/json")


@router.get("/logbook/archive", response={200: None}, auth=django_auth)
def archive(request: SignedIn) -> HttpResponse:
    """Give everything ever logged as one file, `innervate-YYYY-MM-DD.jsonl.gz`."""
    now = datetime.now(UTC)
    file = BytesIO()
    write_archive(file, store.everything(request.user), now)
    response = HttpResponse(file.getvalue(), content_type="application/gzip")
    name = f"innervate-{now:%Y-%m-%d}.jsonl.gz"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Encoding"] = "identity"  # It is packed already.
    return response
