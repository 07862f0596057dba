import pytest
from hypothesis import given
from hypothesis import strategies as st

from innervate.training import catalogue
from innervate.training.anatomy import Muscle
from innervate.training.catalogue.finding import involvement
from innervate.training.catalogue.words import edits, likeness
from innervate.training.movement import Equipment, Pattern


def found(typed: str) -> list[str]:
    return [exercise.id for exercise in catalogue.search(typed)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("bench press", "barbell-bench-press"),
        ("bnech press barbell", "barbell-bench-press"),
        ("latera raise", "lateral-raise"),
        ("pec dek", "pec-deck"),
        ("pulldwon", "lat-pulldown"),
        ("squat", "back-squat"),
        ("rdl", "romanian-deadlift"),
        ("inclin dumbel pres", "incline-dumbbell-bench-press"),
    ],
)
def test_a_hurried_thumb_finds_it_first(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_it_finds_by_muscle_equipment_and_pattern() -> None:
    assert set(found("hamstrings")) >= {"seated-leg-curl", "romanian-deadlift"}
    assert set(found("latissimus")) >= {"lat-pulldown", "pull-up"}
    assert "cable-fly" in found("chest cable")
    assert "barbell-bench-press" not in found("chest cable")
    by_filter = catalogue.search(
        muscle=Muscle.LOWER_CHEST, equipment=Equipment.CABLE, pattern=Pattern.FLY
    )
    assert {each.id for each in by_filter} >= {"cable-fly", "one-arm-cable-fly"}
    assert {each.pattern for each in by_filter} == {Pattern.FLY}


def test_exercises_for_the_muscle_come_before_those_that_only_use_it() -> None:
    shares = [
        each.share_of(Muscle.FRONT_DELTS) for each in catalogue.search(muscle=Muscle.FRONT_DELTS)
    ]
    assert shares == sorted(shares, reverse=True)
    assert set(shares) == {1.0, 0.5}


def test_nothing_typed_and_nothing_asked_is_everything() -> None:
    assert len(catalogue.search()) == len(catalogue.load())


@given(st.text(max_size=20))
def test_any_search_is_answered(typed: str) -> None:
    assert set(found(typed)) <= set(catalogue.load().exercises)


def test_alternatives_spare_the_muscle_and_keep_the_target() -> None:
    bench = catalogue.load()["barbell-bench-press"]
    others = catalogue.alternatives(bench.id, avoiding=Muscle.TRICEPS_LATERAL)
    burdens = [involvement(each, Muscle.TRICEPS_LATERAL) for each in others]
    assert "pec-deck" in {each.id for each in others}
    assert burdens == sorted(burdens)
    assert burdens[-1] < involvement(bench, Muscle.TRICEPS_LATERAL)
    assert all(set(each.targets) & set(bench.targets) for each in others)
    assert bench not in others


@pytest.mark.parametrize(
    ("typed", "word", "score"),
    [("press", "press", 1.0), ("pre", "press", 0.85), ("rpess", "press", 0.7), ("leg", "lag", 0)],
)
def test_likeness(typed: str, word: str, score: float) -> None:
    assert likeness(typed, word) == score


@given(st.text("abc", max_size=7), st.text("abc", max_size=7))
def test_edits_are_the_same_both_ways_and_stop_early(one: str, other: str) -> None:
    far = edits(one, other, at_most=9)
    assert far == edits(other, one, at_most=9)
    assert (far == 0) == (one == other)
    assert edits(one, other, at_most=2) == min(far, 3)
