"""Hevy's export: one table, newest session first, the unit in the name of the weight column."""

from collections.abc import Iterable
from dataclasses import dataclass

from innervate.formats import fields as read
from innervate.formats.building import Head, LogBuilder, Row
from innervate.formats.columns import Columns
from innervate.formats.fields import FieldError
from innervate.formats.table import Record
from innervate.formats.written import ImportedLog, Remark, Unit
from innervate.training.sets import SetKind
from innervate.training.units import METRES_PER_MILE

APP = "hevy"
NEEDED = ("title", "start_time", "exercise_title", "set_type", "reps")

_KINDS = {
    "normal": SetKind.WORK,
    "warmup": SetKind.WARMUP,
    "failure": SetKind.FAILURE,
    "dropset": SetKind.DROP,
}
_METRES_PER_KM = 1000.0
_SUPERSETS_MAX = 1000


@dataclass(frozen=True, slots=True)
class _Places:
    """Where each field stands."""

    title: int
    start: int
    end: int
    description: int
    exercise: int
    superset: int
    note: int
    kind: int
    kg: int
    lb: int
    reps: int
    km: int
    miles: int
    metres: int
    seconds: int
    rpe: int

    @classmethod
    def of(cls, columns: Columns) -> "_Places":
        place = columns.place
        return cls(
            title=place("title"),
            start=place("start_time"),
            end=place("end_time"),
            description=place("description"),
            exercise=place("exercise_title"),
            superset=place("superset_id"),
            note=place("exercise_notes"),
            kind=place("set_type"),
            kg=place("weight_kg"),
            lb=place("weight_lbs", "weight_lb"),
            reps=place("reps"),
            km=place("distance_km"),
            miles=place("distance_miles", "distance_mi"),
            metres=place("distance_meters", "distance_m"),
            seconds=place("duration_seconds"),
            rpe=place("rpe"),
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
            _read(record.line, [*record.fields, ""], places, log)
        except FieldError as problem:
            log.remark(record.line, str(problem))
    return log.log()


def _read(line: int, fields: list[str], places: _Places, log: LogBuilder) -> None:
    head = _head(line, fields, places)
    try:
        row = _row(head, _kind(fields[places.kind], line, log), fields, places)
    except FieldError as problem:
        log.leave_out(head, str(problem))
    else:
        log.add(row)


def _head(line: int, fields: list[str], places: _Places) -> Head:
    end = fields[places.end]
    return Head(
        line=line,
        started_at=read.moment(fields[places.start]),
        title=read.words(fields[places.title]),
        exercise=read.words(fields[places.exercise]),
        ended_at=read.moment(end) if end.strip() else None,
        session_note=_text(fields[places.description]),
        note=_text(fields[places.note]),
    )


def _row(head: Head, kind: SetKind, fields: list[str], places: _Places) -> Row:
    load, load_unit = _load(fields, places)
    distance, metres = _distance(fields, places)
    return Row(
        head,
        kind,
        load=load,
        load_unit=load_unit,
        reps=read.number(fields[places.reps]),
        duration_s=read.number(fields[places.seconds]) or None,
        distance=distance,
        metres_per_distance=metres,
        rpe=read.number(fields[places.rpe]) or None,
        superset=_superset(fields[places.superset]),
    )


def _kind(text: str, line: int, log: LogBuilder) -> SetKind:
    name = text.strip().lower().replace("_", "").replace(" ", "")
    if name and name not in _KINDS:
        log.remark(line, f"{read.shortened(text)!r} is no kind of set that we know; kept as work.")
    return _KINDS.get(name, SetKind.WORK)


def _load(fields: list[str], places: _Places) -> tuple[float | None, Unit]:
    """Read the load; an empty field means bodyweight alone."""
    load_kg = read.number(fields[places.kg])
    if load_kg is None and places.lb >= 0:
        return read.number(fields[places.lb]), Unit.LB
    return load_kg, Unit.KG


def _distance(fields: list[str], places: _Places) -> tuple[float | None, float]:
    for place, metres in (
        (places.km, _METRES_PER_KM),
        (places.miles, METRES_PER_MILE),
        (places.metres, 1.0),
    ):
        distance = read.number(fields[place])
        if distance:
            return distance, metres
    return None, _METRES_PER_KM


def _superset(text: str) -> int | None:
    found = read.number(text)
    if found is None:
        return None
    if not 0 <= found <= _SUPERSETS_MAX:
        raise FieldError(f"{read.shortened(text)!r} is no number of a superset.")
    return int(found)


def _text(text: str) -> str:
    """Turn the two characters that Hevy writes for a line's end into one."""
    return text.replace("\\n", "\n").strip() if "\\" in text else text.strip()
