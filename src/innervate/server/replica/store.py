"""How versions get in and out, for every kind of row that phones hold copies of.

The owner comes first, and is part of every condition: an id alone reaches nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model

from innervate.server.replica.shape import HEAD, Columns, Kind, body_columns, empty_body

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a row: its body's columns in the order of `body_columns`, None when deleted."""

    id: str
    stamp: str
    body: Columns | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a row that is there."""

    stamp: str
    deleted: bool


def kept(owner: Model, kind: Kind, ids: Iterable[str]) -> dict[str, Kept]:
    """Those of `ids` that `owner` has."""
    rows = kind.objects.filter(owner=owner, client_id__in=list(ids))
    found = rows.values_list("client_id", "stamp", "deleted")
    return {id: Kept(stamp, deleted) for id, stamp, deleted in found}


def put(owner: Model, kind: Kind, versions: Sequence[Version], first_number: int) -> None:
    """Keep `versions`, numbered from `first_number`; each replaces an earlier stamp only."""
    for start in range(0, len(versions), _BATCH):
        batch = versions[start : start + _BATCH]
        values: list[Any] = []
        for number, version in enumerate(batch, first_number + start):
            body = empty_body(kind) if version.body is None else version.body
            values += (owner.pk, version.id, version.stamp, number, version.body is None, *body)
        with connection.cursor() as cursor:
            cursor.execute(_upsert(kind, len(batch)), values)


def renumber(owner: Model, kind: Kind, ids: Sequence[str], number: int) -> None:
    """Let every phone fetch these rows once more."""
    kind.objects.filter(owner=owner, client_id__in=ids).update(number=number)


def page_end(owner: Model, kinds: Sequence[Kind], after: int, limit: int) -> tuple[int, bool]:
    """The number of the last of the `limit` rows beyond `after`, and whether there are more."""
    part = "SELECT number FROM {table} WHERE owner_id = %s AND number > %s"
    union = " UNION ALL ".join(part.format(table=_table(kind)) for kind in kinds)
    values = [owner.pk, after] * len(kinds)
    with connection.cursor() as cursor:
        cursor.execute(f"{union} ORDER BY 1 LIMIT %s", [*values, limit + 1])
        numbers = [number for (number,) in cursor.fetchall()]
    if not numbers:
        return after, False
    return numbers[:limit][-1], len(numbers) > limit


def rows(owner: Model, kind: Kind, after: int, end: int) -> list[Columns]:
    """(number, id, stamp, deleted, *body) of the rows beyond `after`, up to `end`."""
    columns = ", ".join(
        ("number", "client_id", "stamp", "deleted", *map(_quoted, body_columns(kind)))
    )
    sql = (
        f"SELECT {columns} FROM {_table(kind)} "  # noqa: S608  names of ours
        "WHERE owner_id = %s AND number > %s AND number <= %s ORDER BY number"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [owner.pk, after, end])
        return list(cursor.fetchall())


@cache
def _upsert(kind: Kind, count: int) -> str:
    columns = [*HEAD, *body_columns(kind)]
    group = f"({', '.join(['%s'] * len(columns))})"
    later = [column for column in columns if column not in {"owner_id", "client_id"}]
    sets = ", ".join(f"{_quoted(column)} = excluded.{_quoted(column)}" for column in later)
    table = _table(kind)
    return (
        f"INSERT INTO {table} ({', '.join(map(_quoted, columns))}) "  # noqa: S608  names of ours
        f"VALUES {', '.join([group] * count)} ON CONFLICT (owner_id, client_id) "
        f"DO UPDATE SET {sets} WHERE excluded.stamp > {table}.stamp"
    )


def _table(kind: Kind) -> str:
    return _quoted(kind._meta.db_table)  # noqa: SLF001  Django's documented way to it


def _quoted(name: str) -> str:
    return f'"{name}"'
