"""What holds of every exercise that ships."""

from pathlib import Path

import pytest

from innervate.coach import evidence
from innervate.training import catalogue
from innervate.training.anatomy import Muscle
from innervate.training.catalogue import loader
from innervate.training.catalogue.loader import read, shipped_files
from innervate.training.exercise import Exercise, ExerciseError, Hands
from innervate.training.movement import FREE_BARS, Pattern
from tests.training.catalogue.blocks import FLY, SITES_TOML

EXERCISES = list(catalogue.load())
by_id = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)


def test_nothing_is_left_to_mend() -> None:
    assert [str(problem) for problem in catalogue.problems()] == []


@by_id
def test_every_claim_rests_on_an_entry_of_its_grade(exercise: Exercise) -> None:
    for compensator in exercise.compensators:
        assert evidence.entries()[compensator.evidence].grade.value == compensator.grade.value


@by_id
def test_no_hand_leaves_a_loaded_free_bar(exercise: Exercise) -> None:
    if FREE_BARS & set(exercise.equipment) and not exercise.is_unilateral:
        assert exercise.hands is Hands.HELD
        assert exercise.touch.during is None


def test_an_alias_of_two_exercises_is_told() -> None:
    twin = FLY.replace("test-fly", "twin-fly").replace("'Test fly'", "'Twin fly'")
    problems = catalogue.problems({"sites.toml": SITES_TOML, "a.toml": FLY, "b.toml": twin})
    assert [str(problem) for problem in problems] == [
        "test-fly and twin-fly: aliases: both are called 'fly test'."
    ]


def test_an_alias_with_a_foreign_equipment_is_told() -> None:
    text = FLY.replace("'Fly of the test'", "'Fly (Dumbbell)'")
    problems = catalogue.problems({"sites.toml": SITES_TOML, "a.toml": text})
    assert [problem.field for problem in problems] == ["aliases"]
    assert "'dumbbell'" in problems[0].reason


def test_an_id_twice_a_broken_file_and_a_bad_site_are_told_together() -> None:
    files = {"sites.toml": SITES_TOML + "[nose]\n", "a.toml": FLY, "b.toml": FLY, "c.toml": "= 1"}
    found = {(each.exercise, each.field) for each in read(files)[1]}
    assert found == {("sites.toml", "nose"), ("test-fly", "id"), ("c.toml", "file")}


def test_the_texts_are_ours_and_whole_sentences() -> None:
    for exercise in EXERCISES:
        for text in (exercise.cues.internal, exercise.cues.external, exercise.cues.holistic):
            assert text.endswith((".", "!")), exercise.id


def test_cardio_counts_for_no_muscle() -> None:
    for exercise in EXERCISES:
        if exercise.pattern in (Pattern.CARDIO, Pattern.MOBILITY):
            assert not any(exercise.share_of(muscle) for muscle in Muscle)


def test_every_region_file_travels_with_the_package() -> None:
    here = Path(catalogue.__file__).parent
    assert set(shipped_files()) == {path.name for path in here.glob("*.toml")}


def test_an_unknown_language_falls_back_to_english() -> None:
    assert catalogue.load("tlh")["push-up"].name == "Push-up"


def test_a_broken_catalogue_does_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "innervate.training.catalogue.loader.shipped_files", lambda *_: {"a.toml": "[x]"}
    )
    loader._loaded.cache_clear()
    with pytest.raises(ExerciseError, match="x: name: is missing"):
        catalogue.load()
    loader._loaded.cache_clear()
