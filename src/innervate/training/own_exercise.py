"""An exercise of a lifter's own, which may say everything that one of the catalogue says."""

from dataclasses import dataclass

from innervate.training.anatomy import Muscle
from innervate.training.exercise import (
    Compensator,
    Contradictions,
    Counted,
    Cues,
    ExerciseError,
    Problem,
    TouchSite,
    dose_clashes,
    muscle_clashes,
    touch_clashes,
)
from innervate.training.movement import FREE_BARS, Equipment, Mechanic, Pattern
from innervate.training.tempo import Tempo

NO_CUES = Cues("", "", "")
NO_TOUCH = TouchSite()
_ANY_RANGE = (1, 1)


@dataclass(frozen=True, slots=True)
class OwnExercise:
    """An exercise a lifter added, by hand or by importing a name the catalogue lacks.

    Only a name is needed; what else is said may not contradict itself, as in the catalogue.
    `merged_into` is the catalogue id it was later merged into: its history then counts there.
    """

    id: str
    name: str
    mechanic: Mechanic | None = None
    targets: tuple[Muscle, ...] = ()
    secondary: tuple[Muscle, ...] = ()
    is_unilateral: bool = False
    is_bodyweight: bool = False
    merged_into: str | None = None
    pattern: Pattern | None = None
    equipment: tuple[Equipment, ...] = ()
    compensators: tuple[Compensator, ...] = ()
    cues: Cues = NO_CUES
    touch: TouchSite = NO_TOUCH
    tempo: Tempo | None = None
    rep_range: tuple[int, int] | None = None
    load_step_kg: float | None = None
    counted_in: Counted = Counted.REPS
    is_assisted: bool = False

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ExerciseError("An exercise needs a name.")
        found = tuple(Problem(self.name, *parts) for parts in _contradictions(self))
        if found:
            raise ExerciseError("\n".join(map(str, found)), found)


def _contradictions(own: OwnExercise) -> Contradictions:
    yield from muscle_clashes(own.targets, own.secondary, own.compensators)
    for compensator in own.compensators:
        if compensator != Compensator(compensator.muscle, compensator.sign):
            yield "evidence", "what a lifter sees in an exercise of their own is graded no higher."
    is_held = bool(FREE_BARS.intersection(own.equipment)) and not own.is_unilateral
    yield from touch_clashes(own.touch, is_held=is_held)
    yield from dose_clashes(
        own.rep_range or _ANY_RANGE, own.load_step_kg or 0.0, own.counted_in, own.tempo
    )
