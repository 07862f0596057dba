"""Hypothesis strategies for the words of the gym."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from innervate.training.anatomy import Muscle, Side
from innervate.training.connection import Connection, ConnectionReport
from innervate.training.cue import Focus, Touch
from innervate.training.exercise import Compensator, Counted, Cues, TouchSite
from innervate.training.movement import FREE_BARS, Equipment, Mechanic, Pattern
from innervate.training.own_exercise import OwnExercise
from innervate.training.session import LoggedSession, Session
from innervate.training.sets import PerformedSet, SetKind
from innervate.training.tempo import Tempo

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")
EXERCISES = ("lateral-raise", "leg-extension", "barbell-bench-press")

words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\0"), max_size=40
)
ids = st.uuids(version=4)
_milliseconds = st.integers(0, 4_000_000_000_000)


def moments() -> st.SearchStrategy[datetime]:
    """Moments in UTC, to the millisecond as the wire carries them."""
    return _milliseconds.map(
        lambda ms: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)
    )


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """The value, or None."""
    return st.none() | strategy


def numbers(most: float) -> st.SearchStrategy[float]:
    """Any number from 0 to `most`, in full double precision."""
    return st.floats(0, most, allow_nan=False).map(abs)


tempos = st.tuples(*[st.integers(0, 9)] * 4).filter(any).map(lambda phases: Tempo(*phases))
reports = st.builds(
    ConnectionReport,
    connection=maybe(st.sampled_from(Connection)),
    drifts=maybe(st.integers(0, 50)),
    felt_strongest=maybe(st.sampled_from(Muscle)),
    felt_0_10=maybe(st.integers(0, 10)),
)


@st.composite
def spans(draw: st.DrawFn) -> tuple[datetime | None, datetime | None]:
    """A beginning and an end, in order; either may be unknown."""
    first, second = sorted((draw(moments()), draw(moments())))
    return draw(st.sampled_from(((first, second), (first, None), (None, second), (None, None))))


@st.composite
def performed_sets(
    draw: st.DrawFn, session: UUID | None = None, exercises: tuple[str, ...] = EXERCISES
) -> PerformedSet:
    """A set of `session` with anything a lifter may log."""
    started_at, ended_at = draw(spans())
    return PerformedSet(
        id=draw(ids),
        session=session or draw(ids),
        exercise=draw(st.sampled_from(exercises)),
        position=draw(st.integers(0, 500)),
        kind=draw(st.sampled_from(SetKind)),
        target=draw(maybe(st.sampled_from(Muscle))),
        load_kg=draw(maybe(numbers(2_000))),
        reps=draw(maybe(st.integers(0, 1_000))),
        duration_s=draw(maybe(numbers(86_400))),
        distance_m=draw(maybe(numbers(1_000_000))),
        rir=draw(maybe(numbers(10))),
        rpe=draw(maybe(numbers(10))),
        tempo=draw(maybe(tempos)),
        cue=draw(words),
        focus=draw(maybe(st.sampled_from(Focus))),
        touch=draw(maybe(st.sampled_from(Touch))),
        report=draw(reports),
        side=draw(maybe(st.sampled_from(Side))),
        superset=draw(maybe(st.integers(0, 9))),
        note=draw(words),
        started_at=started_at,
        ended_at=ended_at,
    )


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session of any title, finished or not."""
    first, second = sorted((draw(moments()), draw(moments())))
    return Session(
        id=draw(ids),
        started_at=first,
        zone=draw(st.sampled_from(ZONES)),
        title=draw(words),
        ended_at=draw(st.sampled_from((second, None))),
        note=draw(words),
        source=draw(st.sampled_from(("", "hevy", "strong"))),
    )


@st.composite
def logged_sessions(
    draw: st.DrawFn, most: int = 5, exercises: tuple[str, ...] = EXERCISES
) -> LoggedSession:
    """A session with up to `most` sets of its own."""
    session = draw(sessions())
    of_it = st.lists(performed_sets(session.id, exercises), max_size=most, unique_by=lambda s: s.id)
    return LoggedSession(session, tuple(draw(of_it)))


_lines = words.filter(str.strip)
_equipment = st.lists(st.sampled_from(Equipment), max_size=3, unique=True)
_rehearsals = st.builds(
    TouchSite, before=maybe(_lines), partner=maybe(_lines), why_none=maybe(_lines)
)
_touches = _rehearsals | st.builds(TouchSite, during=_lines, before=maybe(_lines))


@st.composite
def own_exercises(draw: st.DrawFn) -> OwnExercise:
    """An exercise a lifter added, with anything one may say of it without contradiction."""
    muscles = draw(st.lists(st.sampled_from(Muscle), max_size=8, unique=True))
    cut, end = sorted((draw(st.integers(0, len(muscles))), draw(st.integers(0, len(muscles)))))
    counted_in = draw(st.sampled_from(Counted))
    equipment, touch = draw(_equipment), draw(_touches)
    if touch.during:
        equipment = [item for item in equipment if item not in FREE_BARS]
    low, high = sorted((draw(st.integers(1, 100)), draw(st.integers(1, 100))))
    return OwnExercise(
        id=str(draw(ids)),
        name=draw(_lines),
        mechanic=draw(maybe(st.sampled_from(Mechanic))),
        targets=tuple(muscles[:cut]),
        secondary=tuple(muscles[cut:end]),
        is_unilateral=draw(st.booleans()),
        is_bodyweight=draw(st.booleans()),
        pattern=draw(maybe(st.sampled_from(Pattern))),
        equipment=tuple(equipment),
        compensators=tuple(Compensator(muscle, draw(_lines)) for muscle in muscles[end:]),
        cues=draw(st.builds(Cues, words, words, words)),
        touch=touch,
        tempo=draw(maybe(tempos)) if counted_in is Counted.REPS else None,
        rep_range=draw(st.sampled_from((None, (low, high)))),
        load_step_kg=draw(maybe(numbers(1_000))),
        counted_in=counted_in,
        is_assisted=draw(st.booleans()),
    )
