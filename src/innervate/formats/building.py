"""Put rows together into sessions, as every app's export needs it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from innervate.formats import identity
from innervate.formats.fields import FieldError
from innervate.formats.written import (
    ImportedLog,
    LogError,
    Remark,
    Unit,
    WrittenSession,
    WrittenSet,
)
from innervate.training.session import TITLE_LENGTH_MAX
from innervate.training.sets import NOTE_LENGTH_MAX, PerformedSet, SetKind

_NAME_LENGTH_MAX = 200
_REMARKS_MAX = 10_000
_ANY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Head:
    """What one line says about the session and the exercise that its set belongs to."""

    line: int
    started_at: datetime
    title: str
    exercise: str
    ended_at: datetime | None = None
    session_note: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What one line says about one set."""

    head: Head
    kind: SetKind = SetKind.WORK
    load: float | None = None
    load_unit: Unit | None = None
    reps: float | None = None
    duration_s: float | None = None
    distance: float | None = None
    metres_per_distance: float | None = None
    rpe: float | None = None
    superset: int | None = None


@dataclass(slots=True)
class _Draft:
    """A session that still grows."""

    started_at: datetime
    title: str
    ended_at: datetime | None = None
    note: str = ""
    count: int = 0
    sets: list[WrittenSet] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    extra: dict[str, list[str]] = field(default_factory=dict)


_NO_DRAFT = _Draft(datetime.min, "")  # noqa: DTZ901  never kept


class LogBuilder:
    """Collects rows in the order of the file and gives back the log they make."""

    def __init__(self, app: str) -> None:
        self._app = app
        self._drafts: dict[str, _Draft] = {}
        self._latest: tuple[tuple[datetime, str] | None, _Draft] = (None, _NO_DRAFT)
        self._remarks: list[Remark] = []
        self._rest_timers = 0

    def remark(self, line: int, reason: str) -> None:
        """Note that a line was left out, or changed."""
        self._remarks.append(Remark(line, reason))
        if len(self._remarks) > _REMARKS_MAX:
            first = self._remarks[0]
            raise LogError(
                f"More than {_REMARKS_MAX:,} lines of this file cannot be read. "
                f"Line {first.line}: {first.reason}"
            )

    def add_rest_timer(self) -> None:
        """Count a row that tells how long the timer was set: no set, and no fault either."""
        self._rest_timers += 1

    def add_note(self, head: Head) -> None:
        """Keep a note that has a row of its own; it goes to the first set of its exercise."""
        if head.note:
            self._draft(head).extra.setdefault(head.exercise, []).append(head.note)

    def add(self, row: Row) -> None:
        """Add a set. One that cannot have happened is left out with a remark."""
        draft = self._draft(row.head)
        nth = _counted(row.head, draft)
        try:
            draft.sets.append(self._written(row, nth, draft))
        except ValueError as problem:
            self.remark(row.head.line, str(problem))

    def leave_out(self, head: Head, reason: str) -> None:
        """Note why a set is left out of which only the session and the exercise are known."""
        _counted(head, self._draft(head))
        self.remark(head.line, reason)

    def log(self) -> ImportedLog:
        """Give the log; raises `LogError` where not one set could be read."""
        sessions = [_session(draft) for draft in self._drafts.values() if draft.sets]
        remarks = tuple(sorted(self._remarks, key=lambda remark: remark.line))
        if not sessions:
            raise LogError(_no_set(remarks))
        sessions.sort(key=lambda session: session.key)
        return ImportedLog(self._app, tuple(sessions), remarks, self._rest_timers)

    def _draft(self, head: Head) -> _Draft:
        # The rows of a session follow each other; its key is made once.
        if (head.started_at, head.title) != self._latest[0]:
            title = head.title[:TITLE_LENGTH_MAX]
            key = identity.session_key(head.started_at, title)
            if key not in self._drafts:
                self._drafts[key] = _Draft(head.started_at, title, head.ended_at)
            self._latest = (head.started_at, head.title), self._drafts[key]
        draft = self._latest[1]
        if head.session_note and not draft.note:
            draft.note = self._fitting(head.line, head.session_note)
        return draft

    def _written(self, row: Row, nth: int, draft: _Draft) -> WrittenSet:
        exercise = row.head.exercise
        if not exercise:
            raise FieldError("The line names no exercise.")
        if len(exercise) > _NAME_LENGTH_MAX:
            raise FieldError("The name of the exercise is too long.")
        written = WrittenSet(
            exercise=exercise,
            nth=nth,
            position=draft.count - 1,
            kind=row.kind,
            load=row.load,
            load_unit=row.load_unit,
            reps=self._whole(row),
            duration_s=row.duration_s,
            distance=row.distance,
            metres_per_distance=row.metres_per_distance,
            rpe=row.rpe,
            superset=row.superset,
            note=self._new_note(row.head, draft),
        )
        _require_possible(
            written.load_kg(Unit.KG),
            written.reps,
            written.duration_s,
            written.distance_m(Unit.LB),
            written.rpe,
            written.superset,
        )
        return written

    def _whole(self, row: Row) -> int | None:
        if row.reps is None:
            return None
        whole = int(row.reps)
        if whole != row.reps:
            self.remark(row.head.line, f"Repetitions are whole: {row.reps:g} was kept as {whole}.")
        return whole

    def _new_note(self, head: Head, draft: _Draft) -> str:
        # Apps repeat the note of an exercise on each of its sets; it is kept once.
        if draft.notes.get(head.exercise, "") == head.note:
            return ""
        draft.notes[head.exercise] = head.note
        return self._fitting(head.line, head.note)

    def _fitting(self, line: int, note: str) -> str:
        if len(note) > NOTE_LENGTH_MAX:
            self.remark(line, f"The note was cut after {NOTE_LENGTH_MAX:,} characters.")
        return note[:NOTE_LENGTH_MAX]


def _counted(head: Head, draft: _Draft) -> int:
    """Give the number of this set of its exercise, from 0.

    Sets that are left out count too: those after them keep their ids when the line is mended.
    """
    name = identity.folded(head.exercise)
    nth = draft.counts.get(name, 0)
    draft.counts[name] = nth + 1
    draft.count += 1
    return nth


@lru_cache(maxsize=4096)
def _require_possible(
    load_kg: float | None,
    reps: int | None,
    duration_s: float | None,
    distance_m: float | None,
    rpe: float | None,
    superset: int | None,
) -> None:
    """Let the words of the gym judge. Most sets are like an earlier one."""
    PerformedSet(
        id=_ANY,
        session=_ANY,
        exercise="any",
        position=0,
        load_kg=load_kg,
        reps=reps,
        duration_s=duration_s,
        distance_m=distance_m,
        rpe=rpe,
        superset=superset,
    )


def _session(draft: _Draft) -> WrittenSession:
    sets = draft.sets
    loose = dict(draft.extra)
    for index, row in enumerate(sets):
        if row.exercise in loose:
            sets[index] = _noted(row, loose.pop(row.exercise))
    left = [f"{exercise}: {note}" for exercise, notes in loose.items() for note in notes]
    note = "\n".join(part for part in (draft.note, *left) if part)[:NOTE_LENGTH_MAX]
    return WrittenSession(draft.started_at, draft.title, draft.ended_at, note, tuple(sets))


def _noted(row: WrittenSet, notes: list[str]) -> WrittenSet:
    note = "\n".join(part for part in (*notes, row.note) if part)
    return replace(row, note=note[:NOTE_LENGTH_MAX])


def _no_set(remarks: tuple[Remark, ...]) -> str:
    if not remarks:
        return "The file names its columns, but holds no set."
    first = remarks[0]
    return f"No line of this file could be read. Line {first.line}: {first.reason}"
