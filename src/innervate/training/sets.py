"""A performed set: what a lifter did, as they logged it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from innervate.training.anatomy import Muscle, Side
from innervate.training.connection import UNRATED, ConnectionReport
from innervate.training.cue import Focus, Touch
from innervate.training.tempo import Tempo

LOAD_KG_MAX = 2_000.0
REPS_MAX = 1_000
NOTE_LENGTH_MAX = 4_000
EFFORT_MAX = 10.0


class SetKind(StrEnum):
    """What a set was for. Only warm-ups do not count as hard sets."""

    WORK = "work"
    WARMUP = "warmup"
    DROP = "drop"
    FAILURE = "failure"


class SetError(ValueError):
    """A set that cannot have happened."""


@dataclass(frozen=True, slots=True)
class PerformedSet:
    """One set of one exercise.

    `exercise` is a catalogue id such as `lateral-raise`, or the UUID of a lifter's own exercise.
    `target` is None where the lifter aimed at what the exercise is for. `load_kg` is None for
    bodyweight alone. `superset` numbers the supersets within the session, from 0. Times carry a
    zone. `position` orders the sets of a session and may have gaps.
    """

    id: UUID
    session: UUID
    exercise: str
    position: int
    kind: SetKind = SetKind.WORK
    target: Muscle | None = None
    load_kg: float | None = None
    reps: int | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    rir: float | None = None
    rpe: float | None = None
    tempo: Tempo | None = None
    cue: str = ""
    focus: Focus | None = None
    touch: Touch | None = None
    report: ConnectionReport = field(default=UNRATED)
    side: Side | None = None
    superset: int | None = None
    note: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None

    def __post_init__(self) -> None:
        _require_range("The load", self.load_kg, LOAD_KG_MAX, "kg")
        _require_range("Repetitions", self.reps, REPS_MAX, "")
        _require_range("Reps in reserve", self.rir, EFFORT_MAX, "")
        _require_range("RPE", self.rpe, EFFORT_MAX, "")
        _require_range("The duration", self.duration_s, 86_400, "s")
        _require_range("The distance", self.distance_m, 1_000_000, "m")
        if not self.exercise:
            raise SetError("A set needs an exercise.")
        if len(self.note) > NOTE_LENGTH_MAX:
            raise SetError(f"A note has at most {NOTE_LENGTH_MAX} characters.")
        if self.position < 0:
            raise SetError("Sets are ordered from 0.")
        if self.superset is not None and self.superset < 0:
            raise SetError("Supersets are numbered from 0.")
        require_order(self.started_at, self.ended_at)

    @property
    def counts(self) -> bool:
        """Is this a hard set, that is: anything but a warm-up?"""
        return self.kind is not SetKind.WARMUP


def require_order(started_at: datetime | None, ended_at: datetime | None) -> None:
    """Raise `SetError` unless both times carry a zone and the end does not precede the start."""
    for moment in (started_at, ended_at):
        if moment is not None and moment.utcoffset() is None:
            raise SetError("A time needs a zone.")
    if started_at and ended_at and ended_at < started_at:
        raise SetError("It ended before it began.")


def _require_range(what: str, number: float | None, most: float, unit: str) -> None:
    if number is not None and not 0 <= number <= most:
        limit = f"{most:,.0f} {unit}".strip()
        raise SetError(f"{what} must be between 0 and {limit}, not {number:g}.")
