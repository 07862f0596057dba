"""Pushes and pulls on the wire. A row that cannot be read does not hold up the others."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import (
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from innervate.server.logbook.schemas import (
    ExerciseBody,
    PreferencesBody,
    SessionBody,
    SetBody,
    Tombstone,
)

ROWS_MAX = 500
PAGE_MAX = 5000


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row that cannot be kept: what it called itself, and why not."""

    kind: str
    id: str
    stamp: str
    reason: str

    @classmethod
    def of(cls, row: object, error: ValueError) -> "Unreadable":
        """Take from `row` what identifies it, as far as it can be echoed."""
        named = row if isinstance(row, dict) else {}
        kind, id, stamp = (_echo(named.get(name)) for name in ("kind", "id", "stamp"))
        return cls(kind, id, stamp, sentence(error))


def sentence(error: ValueError) -> str:
    """Why a value was refused, for a person. What was sent is not repeated."""
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    words = first["msg"].removeprefix("Value error, ").rstrip(".")
    place = str(first["loc"][-1]) if len(first["loc"]) > 1 else ""
    return f"{place}: {words}." if place else f"{words}."


def _echo(value: object) -> str:
    return value[:64] if isinstance(value, str) else ""


def _sort(row: Any) -> str | None:
    if isinstance(row, dict):
        return "deleted" if "deleted" in row else row.get("kind")
    return "deleted" if isinstance(row, Tombstone) else getattr(row, "kind", None)


def _or_why_not(row: Any, read: ValidatorFunctionWrapHandler) -> Any:
    try:
        return read(row)
    except ValidationError as error:
        return Unreadable.of(row, error)


Row = Annotated[
    Annotated[SessionBody, Tag("session")]
    | Annotated[SetBody, Tag("set")]
    | Annotated[ExerciseBody, Tag("exercise")]
    | Annotated[PreferencesBody, Tag("preferences")]
    | Annotated[Tombstone, Tag("deleted")],
    Discriminator(
        _sort,
        custom_error_type="row",
        custom_error_message="This is no kind of row that the server knows",
    ),
]


class PushIn(Schema):
    """Versions that a phone made, and the device part of its stamps."""

    device: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
    rows: Annotated[
        list[Annotated[Row, WrapValidator(_or_why_not)]], Field(max_length=ROWS_MAX)
    ]


class PullIn(Schema):
    """Which page: what lies beyond the number `after`, at most `limit` rows."""

    after: Annotated[int, Field(ge=0, lt=2**63)] = 0
    limit: Annotated[int, Field(ge=1, le=PAGE_MAX)] = PAGE_MAX


class ResultOut(Schema):
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
