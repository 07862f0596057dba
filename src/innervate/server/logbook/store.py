"""Every read and write of the log. What is asked for is looked for among the owner's rows only."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Literal, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Min

from innervate.server.accounts import store as accounts
from innervate.server.accounts.store import Account
from innervate.server.logbook.models import PreferencesRow, SessionRow, SetRow
from innervate.server.logbook.rows import KINDS, columns_of, revived_session
from innervate.server.logbook.weeks import forget_weeks, forget_weeks_of
from innervate.server.logbook.wire import Pushed, Unreadable, read_row, written
from innervate.server.replica import store as replica
from innervate.server.replica.shape import Columns
from innervate.server.replica.store import Kept, Version
from innervate.training.sets import PerformedSet

_OWN_EXERCISE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
T = TypeVar("T")

_BATCH = 500
_PLACES = {("session", False): 1, ("set", False): 2, ("set", True): 3, ("session", True): 4}
_PAGE = 5000

Outcome = Literal["stored", "superseded", "refused"]
Key = tuple[str, str]
"""A kind and an id."""


class ArchiveError(ValueError):
    """An archive that cannot be restored, and the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a version: stored, superseded, or refused for `reason`."""

    outcome: Outcome
    reason: str = ""


STORED = Verdict("stored")
SUPERSEDED = Verdict("superseded")


@transaction.atomic
def put_versions(owner: Account, pushed: Sequence[Pushed]) -> list[Verdict]:
    """Keep the versions that are the latest of their rows. Sending them again changes nothing."""
    # The first statement takes the account's row, so that below no other push of it is under way.
    number = accounts.take_sequence(owner, 2 * len(pushed) + 1)
    here = _here(owner, pushed)
    refusals = [_refusal(owner, row, here, {row.key for row in pushed}) for row in pushed]
    accepted = [row for row, reason in zip(pushed, refusals, strict=True) if not reason]
    latest = {row.key: row for row in sorted(accepted, key=lambda row: row.stamp)}
    fresh = [row for key, row in latest.items() if key not in here or row.stamp > here[key].stamp]
    _forget_weeks(owner, fresh)  # those they counted in
    _put(owner, fresh, number)
    _forget_weeks(owner, fresh)  # and those they count in now
    _revive(owner, accepted, here | _kept(fresh), number + len(pushed))
    now_here = here | _kept(fresh)
    verdicts = [
        Verdict("refused", reason) if reason else _verdict(row, now_here)
        for row, reason in zip(pushed, refusals, strict=True)
    ]
    late = [row for row, verdict in zip(pushed, verdicts, strict=True)
            if row.is_late and verdict is SUPERSEDED]  # fmt: skip
    _send_again(owner, late, number + 2 * len(pushed))
    return verdicts


@transaction.atomic
def restore(owner: Account, rows: Iterable[dict[str, Any]], now_ms: int) -> dict[str, int]:
    """Merge the rows of an archive into the log: the later stamp wins, as if a phone sent them.

    All or nothing: raises `ArchiveError` at the first row that cannot be kept. Returns the
    number of rows that were read, by kind. The preferences become `owner`'s.
    """
    counts: dict[str, int] = dict.fromkeys(KINDS, 0)
    for batch in _batches(sorted(rows, key=_place), _BATCH):
        versions = [_restored(owner, row, now_ms) for row in batch]
        for version, verdict in zip(versions, put_versions(owner, versions), strict=True):
            if verdict.reason:
                raise ArchiveError(f"{version.kind} {version.id}: {verdict.reason}")
            counts[version.kind] += 1
    return counts


def everything(owner: Account) -> Iterator[dict[str, Any]]:
    """Every row of `owner`'s as it goes over the wire, tombstones included, oldest first."""
    after, has_more = 0, True
    while has_more:
        rows, after, has_more = changes(owner, after, _PAGE)
        yield from (written(kind, row) for kind, row in rows)


def changes(owner: Account, after: int, limit: int) -> tuple[list[tuple[str, Columns]], int, bool]:
    """The rows beyond the number `after`, at most `limit`; the last number; are there more?

    A row is its kind and (number, id, stamp, deleted, *body). One that changes while the pages
    are fetched moves to a later page; none is left out.
    """
    if after > accounts.sequence(owner):
        after = 0  # This server was restored from an older copy: the phone starts over.
    kinds = list(KINDS.values())
    end, has_more = replica.page_end(owner, kinds, after, limit)
    rows = [
        (name, row) for name, kind in KINDS.items() for row in replica.rows(owner, kind, after, end)
    ]
    rows.sort(key=lambda row: row[1][0])
    return rows, end, has_more


def _here(owner: Account, pushed: Sequence[Pushed]) -> dict[Key, Kept]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for row in pushed:
        wanted[row.kind].add(row.id)
        for kind, id in _references(row):
            wanted[kind].add(id)
    return {
        (name, id): kept
        for name, ids in wanted.items()
        for id, kept in replica.kept(owner, KINDS[name], ids).items()
    }


def _references(row: Pushed) -> list[Key]:
    """What must be there for the row: the session of a set, and its exercise if an own one."""
    if not isinstance(row.value, PerformedSet):
        return []
    needed = [("session", str(row.value.session))]
    if _OWN_EXERCISE.fullmatch(row.value.exercise):
        needed.append(("exercise", row.value.exercise))
    return needed


def _refusal(owner: Account, row: Pushed, here: Mapping[Key, Kept], pushed: set[Key]) -> str:
    for needed in _references(row):
        if needed not in here and needed not in pushed:
            return f"The {needed[0]} that this set belongs to is not known here."
    if row.kind == "preferences" and row.id != str(owner.preferences_id):
        return "These preferences belong to no account that is signed in."
    return ""


def _kept(rows: Iterable[Pushed]) -> dict[Key, Kept]:
    return {row.key: Kept(row.stamp, row.value is None) for row in rows}


def _verdict(row: Pushed, here: Mapping[Key, Kept]) -> Verdict:
    return STORED if row.stamp == here[row.key].stamp else SUPERSEDED


def _forget_weeks(owner: Account, fresh: Sequence[Pushed]) -> None:
    if any(row.kind == "exercise" for row in fresh):
        forget_weeks(owner)
    named = {key for row in fresh for key in (row.key, *_references(row))}
    sessions, sets = ({id for kind, id in named if kind == which} for which in ("session", "set"))
    if sessions or sets:
        forget_weeks_of(owner, sessions, sets)


def _put(owner: Account, fresh: Sequence[Pushed], number: int) -> None:
    for name, kind in KINDS.items():
        versions = [
            Version(row.id, row.stamp, columns_of(row.value) if row.value else None)
            for row in fresh
            if row.kind == name
        ]
        if versions:
            replica.put(owner, kind, versions, number)
        number += len(versions)


def _revive(
    owner: Account, accepted: Sequence[Pushed], here: Mapping[Key, Kept], number: int
) -> None:
    """Bring back deleted sessions that hold a live set, a little later than their deletion.

    The new stamp follows from the deletion's alone, so that it is the same whatever comes first.
    """
    named = {key for row in accepted for key in (row.key, *_references(row)) if key[0] == "session"}
    deleted = {id for kind, id in named if here[kind, id].deleted}
    if not deleted:
        return
    live = SetRow.objects.filter(owner=owner, session__in=deleted, deleted=False)
    found = live.values_list("session").annotate(started=Min("started_ms"), first=Min("stamp"))
    rows = list(found)
    if rows:
        chosen = PreferencesRow.objects.filter(owner=owner).values_list("zone", flat=True).first()
        versions = [
            Version(id, _just_after(here["session", id].stamp),
                    columns_of(revived_session(UUID(id), started, first, chosen or "UTC")))
            for id, started, first in rows
        ]  # fmt: skip
        replica.put(owner, SessionRow, versions, number)
        # As a deleted one it was of no week.
        forget_weeks_of(owner, [version.id for version in versions], ())


def _just_after(stamp: str) -> str:
    return f"{int(stamp[:16], 16) + 1:016x}00000000"


def _send_again(owner: Account, late: Sequence[Pushed], number: int) -> None:
    """Let the phone whose clock ran ahead fetch what won: it may have passed it over before."""
    for name, kind in KINDS.items():
        ids = [row.id for row in late if row.kind == name]
        if ids:
            replica.renumber(owner, kind, ids, number)


def _place(row: Mapping[str, Any]) -> int:
    """What a row names before the row; deleted sets before the sessions that they would revive."""
    if row.get("kind") == "exercise":
        return 0
    return _PLACES.get((str(row.get("kind")), bool(row.get("deleted"))), 1)


def _restored(owner: Account, row: dict[str, Any], now_ms: int) -> Pushed:
    version = read_row(row, now_ms)
    if isinstance(version, Unreadable):
        raise ArchiveError(f"{version.kind} {version.id}: {version.reason}")
    if version.kind == "preferences":
        return replace(version, id=str(owner.preferences_id))
    return version


def _batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    source = iter(things)
    while batch := list(islice(source, size)):
        yield batch
