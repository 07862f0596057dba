"""An exercise: the muscle it is for, what tends to take over, and how it is done."""

from dataclasses import dataclass
from enum import StrEnum

from innervate.training.anatomy import Muscle

TARGET_SHARE = 1.0
SECONDARY_SHARE = 0.5
"""A set counts as half a set for a muscle that helps (Pelland 2024, grade B)."""


class Mechanic(StrEnum):
    """Does the exercise move one joint or several?"""

    ISOLATION = "isolation"
    COMPOUND = "compound"


class ExerciseError(ValueError):
    """An exercise that contradicts itself."""


@dataclass(frozen=True, slots=True)
class OwnExercise:
    """An exercise a lifter added, by hand or by importing a name the catalogue lacks.

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

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ExerciseError("An exercise needs a name.")
        if set(self.targets) & set(self.secondary):
            raise ExerciseError(f"{self.name}: a muscle is either a target or helps, not both.")
