"""Sets and volume per muscle and week, over the whole log: every week is tallied once and kept.

Whatever changes a row of a week forgets the week's tally; whoever asks next tallies it anew. Both
hold the account's row, so that a tally never outlives the rows that it was made from.
"""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, F, Sum
from pydantic_core import to_json

from innervate.server.accounts import store as accounts
from innervate.server.accounts.store import Account
from innervate.server.logbook.models import ExerciseRow, SessionRow, SetRow, WeekRow
from innervate.server.logbook.tally import tally, worked_by
from innervate.training.catalogue import Catalogue
from innervate.training.sets import SetKind

_MANY = 26
"""Beyond half a year it is cheaper to go through the whole log."""

_FORGET = """
DELETE FROM logbook_weekrow WHERE owner_id = %s AND monday IN (
    SELECT monday FROM logbook_sessionrow WHERE owner_id = %s AND client_id IN ({sessions})
    UNION
    SELECT of_it.monday FROM logbook_setrow AS one JOIN logbook_sessionrow AS of_it
    ON of_it.owner_id = one.owner_id AND of_it.client_id = one.session
    WHERE one.owner_id = %s AND one.client_id IN ({sets})
)
"""


def forget_weeks_of(owner: Account, sessions: Iterable[str], sets: Iterable[str]) -> None:
    """Forget the tallies of the weeks that these rows count in as they now are."""
    session_ids, set_ids = sorted(sessions), sorted(sets)
    statement = _FORGET.format(sessions=_places(session_ids), sets=_places(set_ids))
    values: list[int | str] = [owner.pk, owner.pk, *session_ids, owner.pk, *set_ids]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def forget_weeks(owner: Account) -> None:
    """Forget every tally of `owner`'s."""
    WeekRow.objects.filter(owner=owner).delete()


def weeks_json(owner: Account, catalogue: Catalogue, version: str) -> bytes:
    """The rows of `GET /api/logbook/weeks`, oldest first, as a JSON array."""
    kept = _kept(owner, version)
    if missing := _mondays(owner) - kept.keys():
        with transaction.atomic():
            accounts.take_sequence(owner, 0)
            kept = _kept(owner, version)
            missing = _mondays(owner) - kept.keys()
            kept |= _tallied(owner, catalogue, version, missing)
    cells = (kept[monday] for monday in sorted(kept) if kept[monday])
    return f"[{','.join(cells)}]".encode()


def _kept(owner: Account, version: str) -> dict[int, str]:
    rows = WeekRow.objects.filter(owner=owner, version=version)
    return dict(rows.values_list("monday", "cells"))


def _mondays(owner: Account) -> set[int]:
    rows = SessionRow.objects.filter(owner=owner, deleted=False)
    return set(rows.values_list("monday", flat=True).distinct())


def _tallied(
    owner: Account, catalogue: Catalogue, version: str, mondays: set[int]
) -> dict[int, str]:
    worked = worked_by(catalogue, _own_exercises(owner))
    counted = groupby(tally(_hard_sets(owner, mondays), worked), key=lambda row: row[0])
    cells = dict.fromkeys(mondays, "") | {monday: _cells(rows) for monday, rows in counted}
    # Tallies of an older catalogue stand in the way of the new ones.
    stale = WeekRow.objects.filter(owner=owner)
    (stale if len(mondays) > _MANY else stale.filter(monday__in=mondays)).exclude(
        version=version
    ).delete()
    WeekRow.objects.bulk_create(
        WeekRow(owner=owner, monday=monday, version=version, cells=text)
        for monday, text in cells.items()
    )
    return cells


def _cells(rows: Iterable[list[Any]]) -> str:
    """The JSON of these rows, without the brackets around them."""
    dated = [[date.fromordinal(monday).isoformat(), *cells] for monday, *cells in rows]
    return to_json(dated)[1:-1].decode()


def _hard_sets(
    owner: Account, mondays: set[int]
) -> list[tuple[int, str, str, str, int, float | None]]:
    """(monday, exercise, target, connection, sets, volume) of the hard sets of these weeks."""
    sessions = SessionRow.objects.filter(owner=owner, deleted=False, monday__in=mondays)
    monday_of = dict(sessions.values_list("client_id", "monday"))
    sets = SetRow.objects.filter(owner=owner, deleted=False).exclude(set_kind=SetKind.WARMUP.value)
    if len(mondays) <= _MANY:
        sets = sets.filter(session__in=list(monday_of))
    groups = sets.values_list("session", "exercise", "target", "connection").annotate(
        sets=Count("id"), volume=Sum(F("load_kg") * F("reps"))
    )
    return [(monday_of[group[0]], *group[1:]) for group in groups if group[0] in monday_of]


def _own_exercises(owner: Account) -> list[tuple[str, str, str, str]]:
    rows = ExerciseRow.objects.filter(owner=owner, deleted=False)
    return list(rows.values_list("client_id", "targets", "secondary", "merged_into"))


def _places(ids: list[str]) -> str:
    return ", ".join(["%s"] * len(ids)) or "NULL"
