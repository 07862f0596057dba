"""Strong's exports. Six dialects of one table; which one it is, its column names say.

An export rewrites the whole history in the dialect of the app version that exports. Newer ones
use `;`, name the unit or put it in the column's name, and spell out the kinds of sets.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from innervate.formats import fields as read
from innervate.formats.building import Head, LogBuilder, Row
from innervate.formats.columns import Columns
from innervate.formats.fields import FieldError
from innervate.formats.table import Record
from innervate.formats.written import ImportedLog, Remark, Unit
from innervate.training.sets import SetKind
from innervate.training.units import METRES_PER_MILE

_T = TypeVar("_T")

APP = "strong"
NEEDED = ("date", "workout name", "exercise name", "set order", "reps")

WITHOUT_HEADER = tuple(
    tuple(header.split(";"))
    for header in (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance"
        ";Distance Unit;Seconds;Notes;Workout Notes",
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance"
        ";Distance Unit;Seconds;Notes;Workout Notes;Workout Duration",
        "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE"
        ";Distance (meters);Seconds;Notes;Workout Notes",
    )
)
"""Columns of files that came without their header line, told apart by number and by the date."""

_KINDS = {
    "w": SetKind.WARMUP,
    "warm up": SetKind.WARMUP,
    "warmup": SetKind.WARMUP,
    "d": SetKind.DROP,
    "drop": SetKind.DROP,
    "drop set": SetKind.DROP,
    "dropset": SetKind.DROP,
    "f": SetKind.FAILURE,
    "failure": SetKind.FAILURE,
}
_REST = "rest timer"
_NOTE = "note"
_UNITS = {
    "kg": Unit.KG,
    "kgs": Unit.KG,
    "lb": Unit.LB,
    "lbs": Unit.LB,
}
_METRES = {
    "m": 1.0,
    "meter": 1.0,
    "meters": 1.0,
    "metres": 1.0,
    "km": 1000.0,
    "kms": 1000.0,
    "kilometers": 1000.0,
    "mi": METRES_PER_MILE,
    "mile": METRES_PER_MILE,
    "miles": METRES_PER_MILE,
    "yd": 0.9144,
    "yards": 0.9144,
    "ft": 0.3048,
    "feet": 0.3048,
}


_LOAD_COLUMNS = _UNITS | {f"weight ({name})": unit for name, unit in _UNITS.items()}
_DISTANCE_COLUMNS = _METRES | {f"distance ({name})": metres for name, metres in _METRES.items()}


@dataclass(frozen=True, slots=True)
class _Places:
    """Where each field stands, and what the column names say about units."""

    date: int
    title: int
    exercise: int
    order: int
    load: int
    load_unit: int
    reps: int
    rpe: int
    distance: int
    distance_unit: int
    seconds: int
    note: int
    session_note: int
    duration: int
    unit_of_column: Unit | None
    metres_of_column: float | None

    @classmethod
    def of(cls, columns: Columns) -> "_Places":
        place = columns.place
        return cls(
            date=place("date"),
            title=place("workout name"),
            exercise=place("exercise name"),
            order=place("set order"),
            load=place("weight", *_LOAD_COLUMNS),
            load_unit=place("weight unit"),
            reps=place("reps"),
            rpe=place("rpe"),
            distance=place("distance", *_DISTANCE_COLUMNS),
            distance_unit=place("distance unit"),
            seconds=place("seconds"),
            note=place("notes"),
            session_note=place("workout notes"),
            duration=place("duration (sec)", "workout duration", "duration"),
            unit_of_column=_named(columns, _LOAD_COLUMNS),
            metres_of_column=_named(columns, _DISTANCE_COLUMNS),
        )


def log_of(found: Iterable[Record | Remark], columns: Columns) -> ImportedLog:
    """Read every record; what cannot be read is listed, not guessed."""
    places = _Places.of(columns)
    log = LogBuilder(APP)
    for record in found:
        if isinstance(record, Remark):
            log.remark(record.line, record.reason)
            continue
        try:
            _read(record, places, log)
        except FieldError as problem:
            log.remark(record.line, str(problem))
    return log.log()


def _read(record: Record, places: _Places, log: LogBuilder) -> None:
    fields = [*record.fields, ""]
    order = " ".join(fields[places.order].replace("_", " ").split()).lower()
    if order == _REST:
        log.add_rest_timer()
        return
    head = _head(record.line, fields, places)
    if order == _NOTE:
        log.add_note(head)
        return
    try:
        row = _row(head, _kind(order, head.line, log), fields, places)
    except FieldError as problem:
        log.leave_out(head, str(problem))
    else:
        log.add(row)


def _kind(order: str, line: int, log: LogBuilder) -> SetKind:
    if not order.isdecimal() and order not in _KINDS:
        name = read.shortened(order)
        log.remark(line, f"{name!r} is no kind of set that we know; kept as a work set.")
    return _KINDS.get(order, SetKind.WORK)


def _head(line: int, fields: list[str], places: _Places) -> Head:
    started_at = read.moment(fields[places.date])
    lasted = read.duration(fields[places.duration])
    return Head(
        line=line,
        started_at=started_at,
        title=read.words(fields[places.title]),
        exercise=read.words(fields[places.exercise]),
        ended_at=started_at + lasted if lasted else None,
        session_note=fields[places.session_note].strip(),
        note=fields[places.note].strip(),
    )


def _row(head: Head, kind: SetKind, fields: list[str], places: _Places) -> Row:
    # Strong writes 0 for what a set does not have; 0 reps are a failed set where nothing else is.
    seconds = read.number(fields[places.seconds]) or None
    distance = read.number(fields[places.distance]) or None
    reps = read.number(fields[places.reps])
    return Row(
        head,
        kind,
        load=read.number(fields[places.load]) or None,
        load_unit=places.unit_of_column or _unit(fields[places.load_unit]),
        reps=None if reps == 0 and (seconds or distance) else reps,
        duration_s=seconds,
        distance=distance,
        metres_per_distance=places.metres_of_column or _metres(fields[places.distance_unit]),
        rpe=read.number(fields[places.rpe]) or None,
    )


def _unit(text: str) -> Unit | None:
    name = text.strip().lower()
    if name and name not in _UNITS:
        raise FieldError(f"{read.shortened(name)!r} is no unit of weight that we know.")
    return _UNITS.get(name)


def _metres(text: str) -> float | None:
    name = text.strip().lower()
    if name and name not in _METRES:
        raise FieldError(f"{read.shortened(name)!r} is no unit of distance that we know.")
    return _METRES.get(name)


def _named(columns: Columns, names: dict[str, _T]) -> _T | None:
    return next((value for name, value in names.items() if columns.has((name,))), None)
