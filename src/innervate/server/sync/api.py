"""Routes of the sync."""

import time

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from ninja.security import django_auth
from pydantic_core import to_json

from innervate.server.sync import feed
from innervate.server.sync.schemas import PullIn, PullOut, PushIn, PushOut

router = Router(tags=["sync"], auth=django_auth)


@router.post("/push", response=PushOut, exclude_none=True)
def push(request: HttpRequest, body: PushIn) -> PushOut:
    """Take the versions a phone made. Sending them again changes nothing."""
    now_ms = time.time_ns() // 1_000_000
    return PushOut(now=now_ms, results=feed.push(request.user, body.rows, now_ms))


@router.get("/pull", response=PullOut)
def pull(request: HttpRequest, asked: Query[PullIn]) -> HttpResponse:
    """Give the versions beyond the phone's cursor, oldest first."""
    page = feed.pull(request.user, asked.after, asked.limit, time.time_ns() // 1_000_000)
    # Written directly: checking 5,000 rows against the schema would cost more than all the rest.
    return HttpResponse(to_json(page), content_type="application/json")
