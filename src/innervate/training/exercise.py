"""An exercise: the muscle it is for, what tends to take over, and how it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from innervate.training.anatomy import ANATOMY, Group, Muscle
from innervate.training.movement import FREE_BARS, Equipment, Mechanic, Pattern
from innervate.training.tempo import Tempo

__all__ = [
    "Compensator",
    "Contradictions",
    "Counted",
    "Cues",
    "Equipment",
    "Exercise",
    "ExerciseError",
    "FocusPolicy",
    "Grade",
    "Hands",
    "Mechanic",
    "Pattern",
    "Problem",
    "SensorSite",
    "TouchSite",
    "dose_clashes",
    "muscle_clashes",
    "touch_clashes",
]

COACHING = "compensation-coaching"
"""The evidence entry of every sign that coaches see and nobody has measured."""

TARGET_SHARE = 1.0
SECONDARY_SHARE = 0.5
"""A set counts as half a set for a muscle that helps (Pelland 2024, grade B)."""


class Grade(StrEnum):
    """How sure a claim is.

    A: several consistent trials. B: one meta-analysis, or several trials with caveats.
    C: few, small or conflicting studies. D: no direct study, or coaching judgement.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class FocusPolicy(StrEnum):
    """Where the coach leads attention on this exercise when nothing else is asked for."""

    INTERNAL = "internal"
    """An internal cue on every set."""
    EXTERNAL_AWARE = "external-aware"
    """An external cue, and an eye on who does the work: heavy compounds."""
    EXTERNAL = "external"
    """Only the effect on the weight: fast lifts and cardio."""


class Hands(StrEnum):
    """Whether a hand is free to touch a muscle during the set."""

    HELD = "held"
    ONE_ARM = "one-arm"
    """One hand is free when the exercise is done one arm at a time."""
    FREE = "free"


class Counted(StrEnum):
    """What a set of the exercise is counted in."""

    REPS = "reps"
    SECONDS = "seconds"
    METRES = "metres"


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason to refuse an exercise."""

    exercise: str
    field: str
    reason: str

    def __str__(self) -> str:
        return f"{self.exercise}: {self.field}: {self.reason}"


class ExerciseError(ValueError):
    """An exercise that contradicts itself; `problems` names every field and reason."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Compensator:
    """A muscle that takes over, and `sign`: how the lifter sees or feels that it does.

    `evidence` is the id of the entry that the claim rests on, and `grade` that entry's grade.
    """

    muscle: Muscle
    sign: str
    grade: Grade = Grade.D
    evidence: str = COACHING


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of the coach: to the muscle, to the effect on the weight, to the whole movement."""

    internal: str
    external: str
    holistic: str


@dataclass(frozen=True, slots=True)
class TouchSite:
    """Where a hand helps attention: during the set, or rehearsed before it, or a partner's.

    Without `during`, `why_none` says why no hand can be there in the set.
    """

    during: str | None = None
    before: str | None = None
    partner: str | None = None
    why_none: str | None = None


@dataclass(frozen=True, slots=True)
class SensorSite:
    """Where the electrodes go for a muscle; `is_seniam` when that is the SENIAM site."""

    muscle: Muscle
    name: str
    is_seniam: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise of the catalogue. The first compensator is the one to watch."""

    id: str
    name: str
    aliases: tuple[str, ...]
    mechanic: Mechanic
    pattern: Pattern
    equipment: tuple[Equipment, ...]
    targets: tuple[Muscle, ...]
    secondary: tuple[Muscle, ...]
    compensators: tuple[Compensator, ...]
    cues: Cues
    touch: TouchSite
    hands: Hands
    sensors: tuple[SensorSite, ...]
    load_step_kg: float
    rep_range: tuple[int, int]
    tempo: Tempo | None = None
    counted_in: Counted = Counted.REPS
    focus_override: FocusPolicy | None = None
    is_unilateral: bool = False
    is_assisted: bool = False
    """The load helps: more of it makes the exercise easier."""

    def __post_init__(self) -> None:
        found = tuple(Problem(self.name or self.id, *parts) for parts in _contradictions(self))
        if found:
            raise ExerciseError("\n".join(map(str, found)), found)

    @property
    def is_bodyweight(self) -> bool:
        """Whether the body's own weight is the load, with or without more."""
        return Equipment.BODYWEIGHT in self.equipment

    @property
    def focus(self) -> FocusPolicy:
        """Internal for isolation, external with awareness for compounds, unless overridden."""
        if self.focus_override:
            return self.focus_override
        is_isolation = self.mechanic is Mechanic.ISOLATION
        return FocusPolicy.INTERNAL if is_isolation else FocusPolicy.EXTERNAL_AWARE

    @property
    def compensation_grade(self) -> Grade | None:
        """The grade of the main compensator's claim; None for exercises that have none."""
        return self.compensators[0].grade if self.compensators else None

    @property
    def groups(self) -> frozenset[Group]:
        """The groups its targets belong to: the region of the body it is for."""
        return frozenset(ANATOMY[muscle].group for muscle in self.targets)

    def share_of(self, muscle: Muscle) -> float:
        """How much of a set counts for `muscle`: 1, 0.5 or 0."""
        if muscle in self.targets:
            return TARGET_SHARE
        return SECONDARY_SHARE if muscle in self.secondary else 0.0


Contradictions = Iterator[tuple[str, str]]
"""Fields that contradict others, each with the reason."""


def _contradictions(exercise: Exercise) -> Contradictions:
    if not exercise.name.strip():
        yield "name", "an exercise needs a name."
    yield from muscle_clashes(exercise.targets, exercise.secondary, exercise.compensators)
    yield from _missing_muscles(exercise)
    yield from _proofs(exercise)
    yield from _touches(exercise)
    counted_in, tempo = exercise.counted_in, exercise.tempo
    yield from dose_clashes(exercise.rep_range, exercise.load_step_kg, counted_in, tempo)
    if counted_in is Counted.REPS and tempo is None:
        yield "tempo", "an exercise counted in reps has a tempo."
    if exercise.mechanic is Mechanic.ISOLATION and exercise.focus is FocusPolicy.EXTERNAL:
        yield "focus", "an isolation exercise is there for its muscle; external only defeats it."


def muscle_clashes(
    targets: tuple[Muscle, ...],
    secondary: tuple[Muscle, ...],
    compensators: tuple[Compensator, ...],
) -> Contradictions:
    """Muscles that are given two parts at once, and those that take over without a sign."""
    for muscle in sorted(set(targets) & set(secondary)):
        yield "secondary", f"{muscle} is a target already; a muscle is either a target or helps."
    watched = [compensator.muscle for compensator in compensators]
    for muscle in sorted(set(targets) & set(watched)):
        yield "compensators", f"{muscle} is a target; it cannot take over from itself."
    for muscle in sorted({muscle for muscle in watched if watched.count(muscle) > 1}):
        yield "compensators", f"{muscle} is named twice."
    for compensator in compensators:
        if not compensator.sign.strip():
            yield "compensators", f"say how the lifter sees that {compensator.muscle} takes over."


def touch_clashes(touch: TouchSite, *, is_held: bool) -> Contradictions:
    """A touch during the set that both hands are too busy for, or that is explained away."""
    if touch.during and is_held:
        yield "touch.during", "both hands hold the load; rehearse the touch before the set."
    if touch.during and touch.why_none:
        yield "touch.why_none", "a touch during the set is given, so there is nothing to explain."


def dose_clashes(
    rep_range: tuple[int, int], load_step_kg: float, counted_in: Counted, tempo: Tempo | None
) -> Contradictions:
    """A range upside down, a step below nothing, a tempo where there are no reps."""
    low, high = rep_range
    if not 1 <= low <= high:
        yield counted_in.value, f"{low} to {high} is upside down or starts below 1."
    if load_step_kg < 0:
        yield "load_step_kg", "a load step is 0 (no load to add) or more."
    if counted_in is not Counted.REPS and tempo is not None:
        yield "tempo", f"an exercise counted in {counted_in} has no reps to pace."


def _missing_muscles(exercise: Exercise) -> Contradictions:
    if exercise.pattern in (Pattern.CARDIO, Pattern.MOBILITY):
        return
    if not exercise.targets:
        yield "targets", "name at least one muscle that the exercise is for."
    if not exercise.compensators:
        yield "compensators", "name at least one muscle that takes over, and its sign."


def _proofs(exercise: Exercise) -> Contradictions:
    for compensator in exercise.compensators:
        if compensator.grade is not Grade.D and compensator.evidence == COACHING:
            yield "evidence", f"coaching judgement about {compensator.muscle} is grade D, no more."
    sensed = [site.muscle for site in exercise.sensors]
    for muscle in sorted({muscle for muscle in sensed if sensed.count(muscle) > 1}):
        yield "sensors", f"{muscle} is named twice."


def _touches(exercise: Exercise) -> Contradictions:
    touch, is_held = exercise.touch, exercise.hands is Hands.HELD
    is_free_bar = bool(FREE_BARS.intersection(exercise.equipment))
    if is_free_bar and not exercise.is_unilateral and not is_held:
        yield "hands", "both hands stay on a free bar, so they are held."
    yield from touch_clashes(touch, is_held=is_held)
    if not touch.during and not touch.why_none:
        yield "touch.why_none", "say why no hand can touch the muscle during the set."
    is_cardio = exercise.pattern in (Pattern.CARDIO, Pattern.MOBILITY)
    if not is_cardio and not (touch.during or touch.before or touch.partner):
        yield "touch.before", "give a rehearsal before the set, or a partner's touch."
