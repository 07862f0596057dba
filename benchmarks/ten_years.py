"""Ten years of one lifter's log, made up: 2,040 sessions, 40,800 sets, the same at every call.

Shaped like a real export of another app: how many sets and exercises a session has, how often a
load repeats, how many sets are warm-ups, how often there is a note, an RPE. As if every set had
been logged on the phone: an id (UUIDv7) and a stamp of its own, the moment it ended, a rating on
most. `python benchmarks/ten_years.py FILE` writes the rows as they go over the wire, one a line.
"""

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from innervate.training.catalogue import load
from innervate.training.connection import Connection, ConnectionReport
from innervate.training.session import LoggedSession, Session
from innervate.training.sets import PerformedSet, SetKind

SESSIONS = 2_040
SETS = 40_800
DEVICE = "5eed0001"

_FIRST = datetime(2016, 11, 21, 6, 0, tzinfo=UTC)
_SETS_A_SESSION = SETS // SESSIONS
_EXERCISES = 86
_NOTED = 0.36
_NEW_NOTES = 0.8
_WITH_RPE = 0.96
_RATED = 0.7
_KINDS = ((SetKind.WORK, 3851), (SetKind.WARMUP, 2195), (SetKind.FAILURE, 1122), (SetKind.DROP, 43))
_PLANS = ("Lower", "Upper", "Push", "Pull", "Legs", "Arms")
_WORDS = (
    "slow", "felt", "elbow", "seat", "pin", "left", "right", "tight", "pump", "easy", "heavy",
    "grip", "bench", "notch", "knee", "strap", "cable", "rope", "pause", "deep", "range",
    "lock", "warm", "stiff", "drive", "squeeze", "shrug", "swing", "rest", "long", "short",
    "good", "bad", "next", "time", "add", "drop", "keep", "same", "more", "less", "before",
    "after", "third", "second", "first", "last", "both", "side", "hip", "chest",
)  # fmt: skip


@dataclass(slots=True)
class _Clock:
    """The lifter's watch, and the ids and stamps that the phone makes by it."""

    rng: random.Random
    now: datetime

    def tick(self, seconds: float) -> datetime:
        """Let time pass, in whole milliseconds."""
        self.now += timedelta(milliseconds=round(seconds * 1000))
        return self.now

    def new_id(self) -> UUID:
        """A UUIDv7 of this moment."""
        chance = self.rng.getrandbits(74)
        bits = self.ms << 80 | 7 << 76 | (chance >> 62) << 64 | 2 << 62 | chance & (1 << 62) - 1
        return UUID(int=bits)

    @property
    def ms(self) -> int:
        """Milliseconds since 1970."""
        return round(self.now.timestamp() * 1000)


def stamp_of(moment: datetime) -> str:
    """The stamp that the phone gives at this moment."""
    return f"{round(moment.timestamp() * 1000):012x}0000{DEVICE}"


def ten_years(seed: int = 10) -> Iterator[LoggedSession]:
    """The sessions, oldest first."""
    rng = random.Random(seed)
    ids = sorted(load().exercises)
    chosen = rng.sample(ids, min(_EXERCISES, len(ids)))
    loads = {id: round(rng.uniform(8, 80) / 2.5) * 2.5 for id in chosen}
    written: list[str] = []
    for nth in range(SESSIONS):
        day = _FIRST + timedelta(days=nth * 3652 // SESSIONS)
        clock = _Clock(rng, day + timedelta(seconds=rng.randrange(12 * 3600)))
        yield _session(clock, chosen, loads, written)


def _session(
    clock: _Clock, chosen: list[str], loads: dict[str, float], written: list[str]
) -> LoggedSession:
    rng = clock.rng
    id, began = clock.new_id(), clock.now
    # The favourites come first in the list and most often in the log.
    weights = [1 / (rank + 8) for rank in range(len(chosen))]
    exercises = list(dict.fromkeys(rng.choices(chosen, weights, k=rng.randint(5, 8))))
    sets = tuple(
        _performed(
            clock, id, position, exercises[position * len(exercises) // _SETS_A_SESSION], loads
        )
        for position in range(_SETS_A_SESSION)
    )
    noted = {exercise: _note(rng, written) for exercise in exercises if rng.random() < _NOTED}
    title = f"{rng.choice(_PLANS)} {rng.choice('ABC')}"
    session = Session(id, began, "Europe/Berlin", title, clock.tick(120))
    return LoggedSession(session, tuple(_with_note(one, noted) for one in sets))


def _performed(
    clock: _Clock, session: UUID, position: int, exercise: str, loads: dict[str, float]
) -> PerformedSet:
    rng = clock.rng
    loads[exercise] += rng.choice((0, 0, 0, 0, 0, 0, 0, 0, 0.5, -0.5))
    kind = rng.choices([kind for kind, _ in _KINDS], [count for _, count in _KINDS])[0]
    is_warmup = kind is SetKind.WARMUP
    rated = not is_warmup and rng.random() < _RATED
    ended_at = clock.tick(rng.uniform(75, 240))
    return PerformedSet(
        id=clock.new_id(),
        session=session,
        exercise=exercise,
        position=position,
        kind=kind,
        load_kg=max(0.0, round(loads[exercise] * (1.2 if is_warmup else 2)) / 2),
        reps=rng.randint(5, 15),
        rpe=rng.choice((6, 7, 7.5, 8, 8.5, 9, 9.5, 10)) if rng.random() < _WITH_RPE else None,
        report=ConnectionReport(rng.choice(tuple(Connection)) if rated else None),
        ended_at=ended_at,
    )


def _with_note(performed: PerformedSet, noted: dict[str, str]) -> PerformedSet:
    if performed.exercise not in noted:
        return performed
    fields = {name: getattr(performed, name) for name in PerformedSet.__dataclass_fields__}
    return PerformedSet(**{**fields, "note": noted[performed.exercise]})


def _note(rng: random.Random, written: list[str]) -> str:
    if written and rng.random() > _NEW_NOTES:
        return rng.choice(written)
    written.append(" ".join(rng.choices(_WORDS, k=rng.randint(5, 16))))
    return written[-1]


def wire_rows() -> Iterator[dict[str, object]]:
    """Sessions and sets as the phone would push them."""
    for logged in ten_years():
        session = logged.session
        assert session.ended_at
        yield {
            "kind": "session",
            "id": str(session.id),
            "stamp": stamp_of(session.ended_at),
            "started_at": _iso(session.started_at),
            "zone": session.zone,
            "title": session.title,
            "ended_at": _iso(session.ended_at),
        }
        yield from map(_wire_set, logged.sets)


def _wire_set(performed: PerformedSet) -> dict[str, object]:
    assert performed.ended_at
    row = {
        "kind": "set",
        "id": str(performed.id),
        "stamp": stamp_of(performed.ended_at),
        "session": str(performed.session),
        "exercise": performed.exercise,
        "position": performed.position,
        "set_kind": None if performed.kind is SetKind.WORK else performed.kind.value,
        "load_kg": performed.load_kg,
        "reps": performed.reps,
        "rpe": performed.rpe,
        "connection": performed.report.connection,
        "note": performed.note or None,
        "ended_at": _iso(performed.ended_at),
    }
    return {name: value for name, value in row.items() if value is not None}


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def main(path: str) -> None:
    """Write the rows to a file."""
    with Path(path).open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in wire_rows())


if __name__ == "__main__":
    main(sys.argv[1])
