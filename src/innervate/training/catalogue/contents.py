"""The catalogue as a value: exercises by id, and where each is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from innervate.training.anatomy import Anatomy, Muscle
from innervate.training.exercise import Exercise


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Every exercise by its id, the region file it stands in, and what the muscles are called."""

    exercises: Mapping[str, Exercise]
    regions: Mapping[str, str]
    anatomy: Mapping[Muscle, Anatomy]

    def __getitem__(self, id: str) -> Exercise:
        return self.exercises[id]

    def __contains__(self, id: object) -> bool:
        return id in self.exercises

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises.values())

    def __len__(self) -> int:
        return len(self.exercises)

    def get(self, id: str) -> Exercise | None:
        """Find an exercise by its id; None for ids that are not ours."""
        return self.exercises.get(id)
