"""What the phone sends and fetches, in the order that never loses a row."""

from collections.abc import Sequence
from typing import Any

from innervate.server.accounts.store import Account
from innervate.server.logbook import store
from innervate.server.logbook.store import Verdict
from innervate.server.logbook.wire import Pushed, Unreadable, version_of, written
from innervate.server.sync.schemas import ResultOut


def push(owner: Account, rows: Sequence[Any], now_ms: int) -> list[ResultOut]:
    """Keep what can be kept; the results are in the order of the rows."""
    read = [version_of(row, now_ms) for row in rows]
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
        "rows": [written(kind, row) for kind, row in rows],
        "cursor": cursor,
        "more": has_more,
    }


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
