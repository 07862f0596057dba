"""Pushes and pulls on the wire."""

from typing import Annotated, Literal

from ninja import Schema
from pydantic import BaseModel, Field, StringConstraints

from innervate.server.logbook.schemas import Row
from innervate.server.logbook.wire import AnyRow

ROWS_MAX = 500
PAGE_MAX = 5000


class PushIn(Schema):
    """Versions that a phone made, and the device part of its stamps."""

    device: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
    rows: Annotated[list[AnyRow], Field(max_length=ROWS_MAX)]


class PullIn(Schema):
    """Which page: what lies beyond the number `after`, at most `limit` rows."""

    after: Annotated[int, Field(ge=0, lt=2**63)] = 0
    limit: Annotated[int, Field(ge=1, le=PAGE_MAX)] = PAGE_MAX


class ResultOut(BaseModel):
    """What became of one row of a push."""

    kind: str
    id: str
    stamp: str
    outcome: Literal["stored", "superseded", "refused"]
    reason: str | None = None


class PushOut(Schema):
    """The server's clock, and a result for every row in the order they came."""

    now: int
    results: list[ResultOut]


class PullOut(Schema):
    """A page of versions, and where the next page begins."""

    now: int
    rows: list[Row]
    cursor: int
    more: bool
