"""Routes of the log that are not sync: the catalogue, the weeks, the archive."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from ninja import Router
from ninja.security import django_auth
from pydantic_core import to_json

from innervate.server.logbook import store
from innervate.server.logbook.contents import catalogue_json
from innervate.server.logbook.schemas import CatalogueOut, WeeksOut
from innervate.server.logbook.weeks import tally, worked_by
from innervate.training.catalogue import load

router = Router(tags=["logbook"])


@router.get("/catalogue", response=CatalogueOut)
def catalogue(request: HttpRequest) -> HttpResponse:
    """Give the muscles and exercises; 304 to an app that has this version."""
    version, contents = catalogue_json()
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
def weeks(request: HttpRequest) -> HttpResponse:
    """Give hard sets and volume per muscle and week, for the whole history."""
    owner = request.user
    rows = tally(store.worked_sets(owner), worked_by(load(), store.own_exercises(owner)))
    return HttpResponse(to_json({"rows": rows}), content_type="application/json")
