"""Every read and write of the log. What is asked for is looked for among the owner's rows only."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Count, F, Min, Sum

from innervate.server.accounts import store as accounts
from innervate.server.accounts.store import Account
from innervate.server.logbook.models import ExerciseRow, PreferencesRow, SessionRow, SetRow
from innervate.server.logbook.rows import KINDS, Value, columns_of, kind_of, revived_session
from innervate.server.replica import store as replica
from innervate.server.replica.store import Columns, Kept, Version
from innervate.training.sets import PerformedSet, SetKind

_OWN_EXERCISE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
Key = tuple[str, str]
"""A kind and an id."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """A version as it came: `value` is None when deleted; `is_late` when its stamp was set back."""

    kind: str
    id: str
    stamp: str
    value: Value | None
    is_late: bool = False

    @property
    def key(self) -> Key:
        """What tells its row from every other of the owner."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a version: stored, superseded, or refused for `reason`."""

    outcome: str
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
    _put(owner, fresh, number)
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
def add_missing(owner: Account, values: Sequence[Value], stamp: str) -> dict[str, int]:
    """Keep those of `values` that `owner` never had, and count them by kind.

    What is there stays as it is, and what was deleted stays deleted. A set goes in with its
    session: `values` must hold the session and the own exercise of every set.
    """
    number = accounts.take_sequence(owner, len(values))
    added: dict[str, int] = {}
    for name, rows in _by_kind(values).items():
        versions = [Version(id, stamp, columns_of(value)) for id, value in rows]
        added[name] = len(replica.add_missing(owner, KINDS[name], versions, number))
        number += len(versions)
    return added


def already_here(owner: Account, kind: str, ids: Iterable[str]) -> set[str]:
    """Those of `ids` that `owner` has, or had and deleted."""
    wanted = list(ids)
    found: set[str] = set()
    for start in range(0, len(wanted), 500):
        found |= replica.kept(owner, KINDS[kind], wanted[start : start + 500]).keys()
    return found


def changes(owner: Account, after: int, limit: int) -> tuple[list[tuple[str, Columns]], int, bool]:
    """The rows beyond the number `after`, at most `limit`; the last number; are there more?

    A row is its kind and (number, id, stamp, deleted, *body). One that changes while the pages
    are fetched moves to a later page; none is left out.
    """
    if after > accounts.sequence(owner):
        after = 0  # This server was restored from an older copy: the phone starts over.
    kinds = list(KINDS.values())
    end, has_more = replica.page_end(owner, kinds, after, limit)
    rows = [(name, row) for name, kind in KINDS.items() for row in replica.rows(owner, kind, after, end)]
    rows.sort(key=lambda row: row[1][0])
    return rows, end, has_more


def worked_sets(owner: Account) -> list[tuple[int, str, str, str, int, float | None]]:
    """(monday, exercise, target, connection, sets, volume) of all hard sets, grouped."""
    mondays = dict(
        SessionRow.objects.filter(owner=owner, deleted=False).values_list("client_id", "monday")
    )
    groups = (
        SetRow.objects.filter(owner=owner, deleted=False)
        .exclude(set_kind=SetKind.WARMUP.value)
        .values_list("session", "exercise", "target", "connection")
        .annotate(sets=Count("id"), volume=Sum(F("load_kg") * F("reps")))
    )
    return [(mondays[group[0]], *group[1:]) for group in groups if group[0] in mondays]


def own_exercises(owner: Account) -> list[tuple[str, str, str, str]]:
    """(id, targets, secondary, merged into) of the own exercises."""
    rows = ExerciseRow.objects.filter(owner=owner, deleted=False)
    return list(rows.values_list("client_id", "targets", "secondary", "merged_into"))


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
    """What the row needs to be there: the session of a set, and its exercise if it is an own one."""
    if not isinstance(row.value, PerformedSet):
        return []
    needed = [("session", str(row.value.session))]
    if _OWN_EXERCISE.fullmatch(row.value.exercise):
        needed.append(("exercise", row.value.exercise))
    return needed


def _refusal(
    owner: Account, row: Pushed, here: Mapping[Key, Kept], pushed: set[Key]
) -> str:
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


def _just_after(stamp: str) -> str:
    return f"{int(stamp[:16], 16) + 1:016x}00000000"


def _send_again(owner: Account, late: Sequence[Pushed], number: int) -> None:
    """Let the phone whose clock ran ahead fetch what won: it may have passed it over before."""
    for name, kind in KINDS.items():
        ids = [row.id for row in late if row.kind == name]
        if ids:
            replica.renumber(owner, kind, ids, number)


def _by_kind(values: Iterable[Value]) -> dict[str, list[tuple[str, Value]]]:
    rows: dict[str, list[tuple[str, Value]]] = {name: [] for name in KINDS}
    for value in values:
        rows[kind_of(value)].append((str(value.id), value))
    return rows
