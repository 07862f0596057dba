"""Rows that come into the log in one batch under one stamp, and leave it by that stamp."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from django.db import transaction

from innervate.server.accounts import store as accounts
from innervate.server.accounts.store import Account
from innervate.server.logbook.rows import KINDS, columns_of, kind_of
from innervate.server.logbook.weeks import forget_weeks
from innervate.server.replica import store as replica
from innervate.server.replica.store import Kept, Version
from innervate.training.own_exercise import OwnExercise
from innervate.training.session import Session
from innervate.training.sets import PerformedSet

_CHUNK = 500
Batched = OwnExercise | Session | PerformedSet
_Here = Mapping[str, Mapping[str, Kept]]
_Values = Mapping[str, Mapping[str, Batched]]
"""By kind and id."""


def lacking(owner: Account, kind: str, ids: Collection[str], undone: Collection[str]) -> set[str]:
    """Those of `ids` that a batch would add: never had, or deleted under a stamp of `undone`."""
    here = _kept(owner, kind, ids)
    return {id for id in ids if _may_come(here.get(id), undone)}


def own_names(owner: Account) -> dict[str, str]:
    """Give the name of each exercise of the lifter's own, by its id."""
    rows = KINDS["exercise"].objects.filter(owner=owner, deleted=False)
    return dict(rows.values_list("client_id", "name"))


@transaction.atomic
def add_batch(
    owner: Account, values: Sequence[Batched], stamp: str, undone: Collection[str]
) -> dict[str, int]:
    """Keep those of `values` that `owner` lacks, all under `stamp`, and count them by kind.

    What is there stays as it is, and what the lifter deleted stays deleted; what was deleted
    under a stamp of `undone` comes back. `values` hold the session and the own exercise of every
    set; an own exercise comes only along with a set that needs it.
    """
    # The first statement takes the account's row, so that no push changes what is looked at below.
    number = accounts.take_sequence(owner, len(values))
    wanted = _by_id(values)
    here = {name: _kept(owner, name, wanted[name]) for name in KINDS}
    fresh = _fresh(wanted, here, undone)
    added: dict[str, int] = {}
    for name, kind in KINDS.items():
        versions = [
            Version(id, stamp, columns_of(value)) for id, value in fresh.get(name, {}).items()
        ]
        if versions:
            replica.put(owner, kind, versions, number)
        number += len(versions)
        added[name] = len(versions)
    forget_weeks(owner)
    return added


@transaction.atomic
def remove_batch(owner: Account, stamp: str, undo_stamp: str) -> dict[str, int]:
    """Delete what came under `stamp` and was not changed since, and count it by kind.

    A session stays while it holds a set that was changed or added since, and so does an own
    exercise that any set of the log needs.
    """
    sets = _under(owner, "set", stamp)
    sessions = _under(owner, "session", stamp)
    exercises = _under(owner, "exercise", stamp)
    number = accounts.take_sequence(owner, len(sets) + len(sessions) + len(exercises))
    _delete(owner, "set", sets, undo_stamp, number)
    sessions -= _named_by_sets(owner, "session", sessions)
    _delete(owner, "session", sessions, undo_stamp, number + len(sets))
    exercises -= _named_by_sets(owner, "exercise", exercises)
    _delete(owner, "exercise", exercises, undo_stamp, number + len(sets) + len(sessions))
    forget_weeks(owner)
    return {"session": len(sessions), "set": len(sets), "exercise": len(exercises)}


def _may_come(kept: Kept | None, undone: Collection[str]) -> bool:
    return kept is None or (kept.deleted and kept.stamp in undone)


def _by_id(values: Iterable[Batched]) -> _Values:
    wanted: dict[str, dict[str, Batched]] = {name: {} for name in KINDS}
    for value in values:
        wanted[kind_of(value)][str(value.id)] = value
    return wanted


def _kept(owner: Account, kind: str, ids: Collection[str]) -> dict[str, Kept]:
    return {
        id: kept
        for chunk in _chunks(ids)
        for id, kept in replica.kept(owner, KINDS[kind], chunk).items()
    }


def _fresh(wanted: _Values, here: _Here, undone: Collection[str]) -> _Values:
    sessions = {
        id: value
        for id, value in wanted["session"].items()
        if _may_come(here["session"].get(id), undone)
    }
    live = {UUID(id) for id in sessions.keys() | _living(here["session"])}
    sets = {
        id: value
        for id, value in wanted["set"].items()
        if isinstance(value, PerformedSet)
        and value.session in live
        and _may_come(here["set"].get(id), undone)
    }
    needed = {value.exercise for value in sets.values()}
    # One that was deleted comes back, whoever deleted it: no set can be shown without it.
    lacking = needed - _living(here["exercise"])
    exercises = {id: value for id, value in wanted["exercise"].items() if id in lacking}
    return {"exercise": exercises, "session": sessions, "set": sets}


def _living(here: Mapping[str, Kept]) -> set[str]:
    return {id for id, kept in here.items() if not kept.deleted}


def _under(owner: Account, kind: str, stamp: str) -> set[str]:
    rows = KINDS[kind].objects.filter(owner=owner, stamp=stamp, deleted=False)
    return set(rows.values_list("client_id", flat=True))


def _named_by_sets(owner: Account, column: str, ids: Collection[str]) -> set[str]:
    """Those of `ids` that a live set names as its session, or as its exercise."""
    rows = KINDS["set"].objects.filter(owner=owner, deleted=False)
    return {
        id
        for chunk in _chunks(ids)
        for id in rows.filter(**{f"{column}__in": chunk}).values_list(column, flat=True).distinct()
    }


def _delete(owner: Account, kind: str, ids: Iterable[str], stamp: str, number: int) -> None:
    versions = [Version(id, stamp, None) for id in sorted(ids)]
    if versions:
        replica.put(owner, KINDS[kind], versions, number)


def _chunks(ids: Collection[str]) -> Iterator[list[str]]:
    every = list(ids)
    for start in range(0, len(every), _CHUNK):
        yield every[start : start + _CHUNK]
