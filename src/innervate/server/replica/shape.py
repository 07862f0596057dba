"""The columns of every kind of row that phones hold copies of."""

from functools import cache
from typing import Any

from innervate.server.replica.models import Replica

Columns = tuple[Any, ...]
Kind = type[Replica]

HEAD = ("owner_id", "client_id", "stamp", "number", "deleted")
"""What every replica has."""


@cache
def body_columns(kind: Kind) -> tuple[str, ...]:
    """Columns of `kind` beyond those that every replica has."""
    every = (field.column for field in _shape(kind).concrete_fields)
    return tuple(column for column in every if column not in {"id", *HEAD})


@cache
def empty_body(kind: Kind) -> Columns:
    """What a deleted row of `kind` holds: nothing."""
    fields = {field.column: field for field in _shape(kind).concrete_fields}
    return tuple(fields[column].get_default() for column in body_columns(kind))


def _shape(kind: Kind) -> Any:
    return kind._meta  # noqa: SLF001  Django's documented way to the columns
