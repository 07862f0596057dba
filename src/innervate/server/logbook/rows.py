"""Values of the gym as columns, and back."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from innervate.server.logbook.details import details_from, details_of
from innervate.server.logbook.models import ExerciseRow, PreferencesRow, SessionRow, SetRow
from innervate.server.replica.shape import Columns, Kind
from innervate.training.anatomy import Muscle, Side
from innervate.training.connection import Connection, ConnectionReport
from innervate.training.cue import Focus, Touch
from innervate.training.movement import Mechanic
from innervate.training.own_exercise import OwnExercise
from innervate.training.preferences import DisplayUnit, Preferences, Theme
from innervate.training.session import Session, week_of
from innervate.training.sets import PerformedSet, SetKind
from innervate.training.tempo import Tempo

Value = Session | PerformedSet | OwnExercise | Preferences

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_EPOCH_WITHOUT_ZONE = EPOCH.replace(tzinfo=None)

KINDS: dict[str, Kind] = {
    "preferences": PreferencesRow,
    "exercise": ExerciseRow,
    "session": SessionRow,
    "set": SetRow,
}
"""Every kind of row, in the order in which a row may refer to others."""

_NAMES = {
    Preferences: "preferences",
    OwnExercise: "exercise",
    Session: "session",
    PerformedSet: "set",
}


def columns_of(value: Value) -> Columns:
    """The body of the row that keeps `value`."""
    match value:
        case PerformedSet():
            return _set_columns(value)
        case Session():
            return _session_columns(value)
        case OwnExercise():
            return _exercise_columns(value)
        case Preferences():
            return _preferences_columns(value)


def kind_of(value: Value) -> str:
    """What the wire calls a value of this type."""
    return _NAMES[type(value)]


def revived_session(id: UUID, started_ms: int | None, stamp: str, zone: str) -> Session:
    """A session that a set brings back after it was deleted: of what it held, only when is known.

    That is when its sets began, else when its id was made, else when a set was logged.
    """
    if started_ms is None:
        made_ms = int(id.hex[:12], 16) if id.version == 7 else int(stamp[:12], 16)
        started_ms = made_ms
    return Session(id, EPOCH + started_ms * _MS, zone)


def milliseconds(moment: datetime | None) -> int | None:
    """Since 1970."""
    return None if moment is None else (moment - EPOCH) // _MS


def moment(ms: int | None) -> datetime | None:
    """In UTC."""
    return None if ms is None else EPOCH + ms * _MS


def iso(ms: int) -> str:
    """As the wire writes it: `2026-11-23T18:04:05.123Z`."""
    # Without a zone it costs half, and a first pull writes 40,000 of them.
    moment = _EPOCH_WITHOUT_ZONE + timedelta(milliseconds=ms)
    return moment.isoformat(timespec="milliseconds") + "Z"


def session_of(id: str, body: Sequence[Any]) -> Session:
    """The session that a row keeps."""
    started_ms, zone, title, ended_ms, note, source, _ = body
    return Session(
        id=UUID(id),
        started_at=EPOCH + started_ms * _MS,
        zone=zone,
        title=title,
        ended_at=moment(ended_ms),
        note=note,
        source=source,
    )


def exercise_of(id: str, body: Sequence[Any]) -> OwnExercise:
    """The own exercise that a row keeps."""
    name, mechanic, targets, secondary, is_unilateral, is_bodyweight, merged_into, details = body
    return OwnExercise(
        id=id,
        name=name,
        mechanic=Mechanic(mechanic) if mechanic else None,
        targets=tuple(map(Muscle, targets.split())),
        secondary=tuple(map(Muscle, secondary.split())),
        is_unilateral=bool(is_unilateral),
        is_bodyweight=bool(is_bodyweight),
        merged_into=merged_into or None,
        **details_from(json.loads(details or "{}")),
    )


def preferences_of(body: Sequence[Any]) -> Preferences:
    """The choices that a row keeps."""
    unit, rest_s, theme, locale, body_prompts, zone = body
    return Preferences(DisplayUnit(unit), rest_s, Theme(theme), locale, bool(body_prompts), zone)


def set_of(id: str, body: Sequence[Any]) -> PerformedSet:
    """The performed set that a row keeps."""
    (note, exercise, load_kg, session, target, duration_s, distance_m, tempo, cue, focus, touch,
     side, superset, started_ms, ended_ms, rpe, rir, position, reps, kind, connection, drifts,
     strongest, felt) = body  # fmt: skip
    return PerformedSet(
        id=UUID(id),
        session=UUID(session),
        exercise=exercise,
        position=position,
        kind=SetKind(kind),
        target=Muscle(target) if target else None,
        load_kg=load_kg,
        reps=reps,
        duration_s=duration_s,
        distance_m=distance_m,
        rir=rir,
        rpe=rpe,
        tempo=Tempo.parse(tempo) if tempo else None,
        cue=cue,
        focus=Focus(focus) if focus else None,
        touch=Touch(touch) if touch else None,
        report=ConnectionReport(
            Connection(connection) if connection else None,
            drifts,
            Muscle(strongest) if strongest else None,
            felt,
        ),
        side=Side(side) if side else None,
        superset=superset,
        note=note,
        started_at=moment(started_ms),
        ended_at=moment(ended_ms),
    )


def _set_columns(value: PerformedSet) -> Columns:
    report = value.report
    return (
        value.note, value.exercise, value.load_kg, str(value.session), _word(value.target),
        value.duration_s, value.distance_m, value.tempo.notation if value.tempo else "", value.cue,
        _word(value.focus), _word(value.touch), _word(value.side), value.superset,
        milliseconds(value.started_at), milliseconds(value.ended_at), value.rpe, value.rir,
        value.position, value.reps, value.kind.value, _word(report.connection), report.drifts,
        _word(report.felt_strongest), report.felt_0_10,
    )  # fmt: skip


def _session_columns(value: Session) -> Columns:
    return (
        milliseconds(value.started_at),
        value.zone,
        value.title,
        milliseconds(value.ended_at),
        value.note,
        value.source,
        week_of(value.day).toordinal(),
    )


def _exercise_columns(value: OwnExercise) -> Columns:
    return (
        value.name,
        _word(value.mechanic),
        _words(value.targets),
        _words(value.secondary),
        value.is_unilateral,
        value.is_bodyweight,
        value.merged_into or "",
        details_of(value),
    )


def _preferences_columns(value: Preferences) -> Columns:
    return (
        value.unit.value,
        value.rest_s,
        value.theme.value,
        value.locale,
        value.body_prompts,
        value.zone,
    )


def _word(value: StrEnum | None) -> str:
    return value.value if value else ""


def _words(values: Iterable[StrEnum]) -> str:
    return " ".join(value.value for value in values)
