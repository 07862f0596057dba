"""From the wire to versions of rows, and from rows to the wire."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from innervate.server.accounts.store import Account
from innervate.server.logbook import store
from innervate.server.logbook.rows import KINDS, iso
from innervate.server.logbook.store import Pushed, Verdict
from innervate.server.replica.store import Columns, body_columns, empty_body
from innervate.server.sync.schemas import ResultOut, Unreadable, sentence

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


def push(owner: Account, rows: Sequence[Any], now_ms: int) -> list[ResultOut]:
    """Keep what can be kept; the results are in the order of the rows."""
    read = [_read(row, now_ms) for row in rows]
    kept = [row for row in read if isinstance(row, Pushed)]
    verdicts = iter(store.put_versions(owner, kept))
    return [
        _refused(row) if isinstance(row, Unreadable) else _result(row, next(verdicts))
        for row in read
    ]


def pull(owner: Account, after: int, limit: int, now_ms: int) -> dict[str, Any]:
    """The page of versions beyond the number `after`, ready to be written as JSON."""
    rows, cursor, has_more = store.changes(owner, after, limit)
    return {
        "now": now_ms,
        "rows": [_on_the_wire(kind, row) for kind, row in rows],
        "cursor": cursor,
        "more": has_more,
    }


def _read(row: Any, now_ms: int) -> Pushed | Unreadable:
    if isinstance(row, Unreadable):
        return row
    try:
        value = row.to_value()
    except ValueError as error:
        return Unreadable(row.kind, str(row.id), row.stamp, sentence(error))
    is_late = int(row.stamp[:12], 16) > now_ms + AHEAD_MS
    stamp = f"{now_ms:012x}0000{row.stamp[16:]}" if is_late else row.stamp
    return Pushed(row.kind, str(row.id), stamp, value, is_late)


def _refused(row: Unreadable) -> ResultOut:
    return ResultOut(
        kind=row.kind, id=row.id, stamp=row.stamp, outcome="refused", reason=row.reason
    )


def _result(row: Pushed, verdict: Verdict) -> ResultOut:
    return ResultOut(
        kind=row.kind,
        id=row.id,
        stamp=row.stamp,
        outcome=verdict.outcome,
        reason=verdict.reason or None,
    )


def _on_the_wire(kind: str, row: Columns) -> dict[str, Any]:
    written = {"kind": kind, "id": row[1], "stamp": row[2]}
    if row[3]:
        written["deleted"] = True
        return written
    shape = _shape(kind)
    # What only we know stands at the end of a row and is cut off by the shape.
    for name, value, default in zip(shape.names, row[4:], shape.defaults, strict=False):
        if value is not None and value != default:
            written[name] = value
    for name, convert in shape.converted:
        if name in written:
            written[name] = convert(written[name])
    return written


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
