from typing import Any

import pytest

from innervate.training.anatomy import Muscle
from innervate.training.catalogue.schema import read_exercise
from innervate.training.exercise import ExerciseError, FocusPolicy, Grade
from tests.training.catalogue.blocks import SITES, fly


def refusals(block: object, id: str = "test-fly") -> set[str]:
    with pytest.raises(ExerciseError) as refused:
        read_exercise(id, block, SITES)
    return {problem.field for problem in refused.value.problems}


def test_a_sound_block_is_read_whole() -> None:
    exercise = read_exercise("test-fly", fly(), SITES)
    assert exercise.targets == (Muscle.LOWER_CHEST,)
    assert exercise.rep_range == (10, 20)
    assert exercise.focus is FocusPolicy.INTERNAL
    assert exercise.compensators[0].grade is Grade.D
    assert [site.muscle for site in exercise.sensors] == [Muscle.LOWER_CHEST]
    assert exercise.share_of(Muscle.UPPER_CHEST) == 0.5


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"tempoo": "3-0-1-0"}, "tempoo"),
        ({"mechanic": "isolated"}, "mechanic"),
        ({"name": 7}, "name"),
        ({"name": " "}, "name"),
        ({"aliases": "Fly"}, "aliases"),
        ({"targets": ["chest"]}, "targets"),
        ({"targets": ["lower-chest", "lower-chest"]}, "targets"),
        ({"targets": []}, "targets"),
        ({"secondary": ["lower-chest"]}, "secondary"),
        ({"reps": [20, 10]}, "reps"),
        ({"reps": [1.5, 10]}, "reps"),
        ({"reps": [0, 10]}, "reps"),
        ({"seconds": [10, 20]}, "reps"),
        ({"load_step_kg": True}, "load_step_kg"),
        ({"load_step_kg": -1}, "load_step_kg"),
        ({"tempo": "slow"}, "tempo"),
        ({"is_unilateral": "yes"}, "is_unilateral"),
        ({"focus": "external"}, "focus"),
        ({"sensors": ["abs"]}, "sensors"),
        ({"compensators": {"lower-chest": "It burns."}}, "compensators"),
        ({"compensators": {"front-delts": " "}}, "compensators"),
        ({"compensators": {"front-delts": 3}}, "compensators.front-delts"),
        ({"compensators": {}}, "compensators"),
        ({"evidence": {"abs": "C an-entry"}}, "evidence.abs"),
        ({"evidence": {"front-delts": "surely"}}, "evidence.front-delts"),
        ({"evidence": {"front-delts": "A compensation-coaching"}}, "evidence"),
        ({"cues": {"internal": "a", "external": "b"}}, "cues.holistic"),
        ({"cues": {"internal": "a", "external": "b", "holistic": "c", "x": "d"}}, "cues.x"),
        ({"touch": {"during": "Here.", "why_none": "Hands."}}, "touch.why_none"),
        ({"touch": {"before": "Here."}}, "touch.why_none"),
        ({"touch": {"why_none": "Hands."}}, "touch.before"),
        ({"hands": "held"}, "touch.during"),
        ({"equipment": ["barbell"]}, "hands"),
        ({"equipment": ["barbell"], "hands": "held"}, "touch.during"),
    ],
)
def test_a_bad_block_is_refused_by_field(changes: dict[str, Any], field: str) -> None:
    assert refusals(fly(**changes)) == {field}


@pytest.mark.parametrize(
    "key", ["name", "mechanic", "pattern", "equipment", "targets", "hands", "load_step_kg"]
)
def test_a_missing_field_is_named(key: str) -> None:
    assert key in refusals(fly(without=(key,)))


@pytest.mark.parametrize("key", ["cues", "touch", "sensors", "compensators", "reps", "tempo"])
def test_a_missing_part_is_named(key: str) -> None:
    assert key in {field.split(".")[0] for field in refusals(fly(without=(key,)))}


def test_every_problem_is_listed_at_once() -> None:
    block = fly(
        without=("pattern",), mechanic="both", colour="red", secondary=["lower-chest"], hands="held"
    )
    assert refusals(block) == {"pattern", "mechanic", "colour", "secondary", "touch.during"}


def test_a_problem_reads_as_name_field_and_reason() -> None:
    with pytest.raises(ExerciseError, match=r"^Test fly: touch\.during: both hands hold the load"):
        read_exercise("test-fly", fly(hands="held"), SITES)


@pytest.mark.parametrize("id", ["Test fly", "test_fly", "-fly", ""])
def test_an_id_is_lower_case_words_with_hyphens(id: str) -> None:
    assert refusals(fly(), id) == {"id"}


def test_a_stray_key_between_blocks_is_refused() -> None:
    assert refusals("stray") == {"block"}
