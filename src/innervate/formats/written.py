"""A log as another app wrote it: no time zone, perhaps no unit, and names of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from innervate.formats import identity
from innervate.training.session import LoggedSession, Session, zone
from innervate.training.sets import PerformedSet, SetKind
from innervate.training.units import METRES_PER_MILE, is_whole_in_lb, kg_from_lb

_METRES_PER_KM = 1000.0


class LogError(ValueError):
    """A file that is not read at all, and the sentence that says why."""


class Unit(StrEnum):
    """What the loads of a file are in. Distances go along: kilometres, or miles."""

    KG = "kg"
    LB = "lb"


class Ask(StrEnum):
    """What only the lifter can say, because the file does not."""

    ZONE = "zone"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of the file that was left out, or changed, and why. Lines count from 1."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class WrittenSet:
    """One set as written; `nth` counts the sets of its exercise within the session, from 0.

    `load` and `distance` are in the file's unit where `load_unit` or `metres_per_distance` is
    None, which means that the file does not say.
    """

    exercise: str
    nth: int
    position: int
    kind: SetKind = SetKind.WORK
    load: float | None = None
    load_unit: Unit | None = None
    reps: int | None = None
    duration_s: float | None = None
    distance: float | None = None
    metres_per_distance: float | None = None
    rpe: float | None = None
    superset: int | None = None
    note: str = ""

    def load_kg(self, unit: Unit) -> float | None:
        """Kilograms, taking `unit` where the file does not say.

        Apps convert: 5 lb becomes 2.2679618500000003 kg. Such a number is put back on the half
        pound that it came from, so that it reads as it was typed.
        """
        if self.load is None:
            return None
        if (self.load_unit or unit) is Unit.LB:
            return kg_from_lb(self.load)
        if is_whole_in_lb(self.load):
            return kg_from_lb(round(self.load / kg_from_lb(0.5)) / 2)
        return self.load

    def distance_m(self, unit: Unit) -> float | None:
        """Metres; a lifter of pounds counts in miles where the file does not say."""
        if self.distance is None:
            return None
        customary = METRES_PER_MILE if unit is Unit.LB else _METRES_PER_KM
        return self.distance * (self.metres_per_distance or customary)


@dataclass(frozen=True, slots=True)
class WrittenSession:
    """One session as written. Its times are the lifter's clock; few files carry an offset."""

    started_at: datetime
    title: str
    ended_at: datetime | None
    note: str
    sets: tuple[WrittenSet, ...]

    @property
    def key(self) -> str:
        """What makes this session the same one in a later export."""
        return identity.session_key(self.started_at, self.title)

    def logged(
        self, source: str, lifter_zone: ZoneInfo, unit: Unit, exercises: Mapping[str, str]
    ) -> LoggedSession:
        """The session in our own words; `exercises` gives the id of every name in it."""
        started_at = _moment(self.started_at, lifter_zone)
        ended_at = _moment(self.ended_at, lifter_zone) if self.ended_at else None
        key = self.key
        session = Session(
            id=identity.session_id(key),
            started_at=started_at,
            zone=lifter_zone.key,
            title=self.title,
            # When clocks go back, an end may be written earlier than the start.
            ended_at=ended_at if ended_at and ended_at >= started_at else None,
            note=self.note,
            source=source,
        )
        sets = tuple(
            PerformedSet(
                id=identity.set_id(key, row.exercise, row.nth),
                session=session.id,
                exercise=exercises[row.exercise],
                position=row.position,
                kind=row.kind,
                load_kg=row.load_kg(unit),
                reps=row.reps,
                duration_s=row.duration_s,
                distance_m=row.distance_m(unit),
                rpe=row.rpe,
                superset=row.superset,
                note=row.note,
            )
            for row in self.sets
        )
        return LoggedSession(session, sets)


@dataclass(frozen=True, slots=True)
class ImportedLog:
    """Everything one file holds, oldest session first."""

    app: str
    sessions: tuple[WrittenSession, ...]
    skipped: tuple[Remark, ...] = ()
    rest_timers: int = 0

    @property
    def set_count(self) -> int:
        """Sets that were read, in all sessions together."""
        return sum(len(session.sets) for session in self.sessions)

    @property
    def days(self) -> tuple[date, date]:
        """First and last day, as written."""
        return self.sessions[0].started_at.date(), self.sessions[-1].started_at.date()

    @property
    def names(self) -> dict[str, int]:
        """Each exercise name and its number of sets, the most frequent first."""
        counts: dict[str, int] = {}
        for session in self.sessions:
            for row in session.sets:
                counts[row.exercise] = counts.get(row.exercise, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What the lifter must say before this log can be kept."""
        lacks_unit = any(
            (row.load and row.load_unit is None)
            or (row.distance and row.metres_per_distance is None)
            for session in self.sessions
            for row in session.sets
        )
        return (Ask.ZONE, Ask.UNIT) if lacks_unit else (Ask.ZONE,)

    def logged(
        self, zone_name: str, unit: Unit, exercises: Mapping[str, str]
    ) -> Iterator[LoggedSession]:
        """Every session in our own words, oldest first; the ids are the same at every import."""
        lifter_zone = zone(zone_name)
        for session in self.sessions:
            yield session.logged(self.app, lifter_zone, unit, exercises)


def _moment(written: datetime, lifter_zone: ZoneInfo) -> datetime:
    local = written if written.tzinfo else written.replace(tzinfo=lifter_zone)
    return local.astimezone(UTC)
