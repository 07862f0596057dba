"""An exercise of one's own says what one of the catalogue says, and contradicts itself no more."""

from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest
from hypothesis import given

from innervate.training.anatomy import Muscle
from innervate.training.exercise import (
    Compensator,
    Counted,
    Equipment,
    Exercise,
    ExerciseError,
    Grade,
    TouchSite,
)
from innervate.training.own_exercise import OwnExercise
from innervate.training.tempo import Tempo
from tests.strategies import own_exercises

ROW = OwnExercise("x", "Door frame row", targets=(Muscle.LATS,), secondary=(Muscle.BICEPS,))
NOT_ASKED = {"aliases", "hands", "sensors", "focus_override"}
"""What the catalogue knows beyond that, and nobody is asked for on a phone."""


def test_it_has_the_fields_of_the_catalogue() -> None:
    own = {field.name for field in fields(OwnExercise)}
    assert {field.name for field in fields(Exercise)} - own == NOT_ASKED


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"secondary": (Muscle.LATS,)}, "secondary"),
        ({"compensators": (Compensator(Muscle.LATS, "The back arches."),)}, "compensators"),
        ({"compensators": (Compensator(Muscle.BICEPS, " "),)}, "compensators"),
        ({"compensators": (Compensator(Muscle.BICEPS, "They burn."),) * 2}, "compensators"),
        ({"compensators": (Compensator(Muscle.BICEPS, "They burn.", Grade.A),)}, "evidence"),
        ({"touch": TouchSite(during="The side.", why_none="No hand is free.")}, "touch.why_none"),
        ({"touch": TouchSite("The side."), "equipment": (Equipment.BARBELL,)}, "touch.during"),
        ({"rep_range": (12, 8)}, "reps"),
        ({"rep_range": (0, 8)}, "reps"),
        ({"load_step_kg": -1.0}, "load_step_kg"),
        ({"counted_in": Counted.SECONDS, "tempo": Tempo(3, 1, 1, 0)}, "tempo"),
    ],
)
def test_what_contradicts_itself_is_refused(changed: dict[str, Any], field: str) -> None:
    with pytest.raises(ExerciseError) as caught:
        replace(ROW, **changed)
    assert [problem.field for problem in caught.value.problems] == [field]
    assert str(caught.value).startswith("Door frame row: ")


def test_a_free_hand_may_touch() -> None:
    own = replace(
        ROW, touch=TouchSite("The side."), equipment=(Equipment.BARBELL,), is_unilateral=True
    )
    assert own.touch.during


@given(own_exercises())
def test_no_target_takes_over_from_itself(own: OwnExercise) -> None:
    for muscle in own.targets:
        with pytest.raises(ExerciseError, match="cannot take over from itself"):
            replace(own, compensators=(*own.compensators, Compensator(muscle, "It burns.")))


def test_nothing_said_can_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        ROW.tempo = Tempo(3, 1, 1, 0)  # type: ignore[misc]
