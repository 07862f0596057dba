"""Rows of the log as they go over the wire, and back. The archive holds the same rows."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError, ValidatorFunctionWrapHandler, WrapValidator

from innervate.server.logbook.rows import KINDS, Value, iso
from innervate.server.logbook.schemas import Row
from innervate.server.replica.shape import Columns, body_columns, empty_body

AHEAD_MS = 5 * 60 * 1000
"""A phone's clock may run this much ahead of ours."""

_NEVER = object()
_REQUIRED = {"started_ms": {"session"}, "zone": {"session"}, "session": {"set"},
             "exercise": {"set"}, "position": {"set"}, "name": {"exercise"}}  # fmt: skip
_RENAMED = {"started_ms": "started_at", "ended_ms": "ended_at"}
_CONVERTED: dict[str, Callable[[Any], Any]] = {
    "started_ms": iso,
    "ended_ms": iso,
    "targets": str.split,
    "secondary": str.split,
}
_OURS = {"monday"}


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the body of one kind of row is written on the wire."""

    names: tuple[str, ...]
    defaults: tuple[Any, ...]
    converted: tuple[tuple[str, Callable[[Any], Any]], ...]


@dataclass(frozen=True, slots=True)
class Pushed:
    """A version as it came: `value` is None when deleted; `is_late` when its stamp was set back."""

    kind: str
    id: str
    stamp: str
    value: Value | None
    is_late: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What tells its row from every other of the owner."""
        return self.kind, self.id


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
        named = row if isinstance(row, Mapping) else {}
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


def _or_why_not(row: Any, read: ValidatorFunctionWrapHandler) -> Any:
    try:
        return read(row)
    except ValidationError as error:
        return Unreadable.of(row, error)


AnyRow = Annotated[Row, WrapValidator(_or_why_not)]
"""A row, or the reason why it is none."""

_any_row: TypeAdapter[Any] = TypeAdapter(AnyRow)


def read_row(row: Mapping[str, Any], now_ms: int) -> Pushed | Unreadable:
    """Read a row as JSON gives it."""
    return version_of(_any_row.validate_python(row), now_ms)


def version_of(row: Any, now_ms: int) -> Pushed | Unreadable:
    """The version that a row of the wire is. A stamp too far ahead of our clock is set back."""
    if isinstance(row, Unreadable):
        return row
    try:
        value = row.to_value()
    except ValueError as error:
        return Unreadable(row.kind, str(row.id), row.stamp, sentence(error))
    is_late = int(row.stamp[:12], 16) > now_ms + AHEAD_MS
    stamp = f"{now_ms:012x}0000{row.stamp[16:]}" if is_late else row.stamp
    return Pushed(row.kind, str(row.id), stamp, value, is_late)


def written(kind: str, row: Columns) -> dict[str, Any]:
    """The row as JSON; what is null, empty or at its default is left out."""
    if row[3]:
        return {"id": row[1], "kind": kind, "stamp": row[2], "deleted": True}
    wire = {"id": row[1]}
    shape = _shape(kind)
    # What only we know stands at the end of a row and is cut off by the shape.
    for name, value, default in zip(shape.names, row[4:], shape.defaults, strict=False):
        if value is not None and value != default:
            wire[name] = value
    for name, convert in shape.converted:
        if name in wire:
            wire[name] = convert(wire[name])
    if "details" in wire:
        wire |= json.loads(wire.pop("details"))
    return wire | {"kind": kind, "stamp": row[2]}


@cache
def _shape(kind: str) -> _Shape:
    columns = tuple(column for column in body_columns(KINDS[kind]) if column not in _OURS)
    empty = dict(zip(body_columns(KINDS[kind]), empty_body(KINDS[kind]), strict=True))
    return _Shape(
        names=tuple(_RENAMED.get(column, column) for column in columns),
        defaults=tuple(_left_out(kind, column, empty[column]) for column in columns),
        converted=tuple(
            (_RENAMED.get(column, column), _CONVERTED[column])
            for column in columns
            if column in _CONVERTED
        ),
    )


def _left_out(kind: str, column: str, empty: Any) -> Any:
    return _NEVER if kind in _REQUIRED.get(column, ()) else empty


def _echo(value: object) -> str:
    return value[:64] if isinstance(value, str) else ""
