import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from innervate.training import catalogue
from innervate.training.catalogue import names
from innervate.training.catalogue.names import EQUIPMENT_WORDS, equipment_words, normal_form
from innervate.training.catalogue.schema import read_exercise
from tests.training.catalogue.blocks import fly

GOLDEN = list(csv.reader(Path(__file__).with_name("names.csv").read_text("utf-8").splitlines()))
EXERCISES = list(catalogue.load())
WORDS = sorted({word for each in EXERCISES for form in names.forms(each)[0] for word in form})
exercises = st.sampled_from(EXERCISES)


@pytest.mark.parametrize(("name", "id"), GOLDEN)
def test_names_of_other_apps_mean_what_a_reviewer_says(name: str, id: str) -> None:
    assert (catalogue.match(name).exercise or "") == id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DB Bench Press", "Bench Press (Dumbbell)"),
        ("bb squats", "Squat - Barbell"),
        ("Pull-Ups", "pullup"),
        ("Cable Flyes", "Fly, Cable"),
        ("EZ-Bar Curls", "Curl (EZ Bar)"),
        ("Single-Arm Row", "1 arm row"),
        ("Tricep Press-Down", "triceps pushdown"),
        ("Farmer's Walk", "Farmers Walks"),
    ],
)
def test_spelling_makes_no_difference(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Low to High Cable Fly", "High to Low Cable Fly"),
        ("Leg Press", "Leg Press Calf Raise"),
        ("Bench Press", "Incline Bench Press"),
        ("Chin Up", "Pull Up"),
        ("Hip Abduction", "Hip Adduction"),
    ],
)
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


@settings(deadline=None)
@given(exercises, st.randoms(use_true_random=False), st.sampled_from([str.upper, str.title]))
def test_case_and_word_order_do_not_matter(exercise, random, case) -> None:
    words = exercise.name.replace("-to-", " to ").split()
    assume("to" not in words)
    random.shuffle(words)
    assert catalogue.match(case(" ".join(words))).exercise == exercise.id


@settings(deadline=None)
@given(exercises, st.data())
def test_another_equipment_is_never_mapped_silently(exercise, data) -> None:
    name = data.draw(st.sampled_from((exercise.name, *exercise.aliases)))
    own = equipment_words(exercise) | (
        {"machine"} if "smith" in equipment_words(exercise) else set()
    )
    foreign = data.draw(st.sampled_from(sorted(EQUIPMENT_WORDS - own)))
    assert catalogue.match(f"{name} ({foreign})").exercise != exercise.id


@settings(deadline=None)
@given(exercises, st.data())
def test_only_a_written_name_or_its_own_equipment_maps_by_itself(exercise, data) -> None:
    name = data.draw(st.sampled_from((exercise.name, *exercise.aliases)))
    kept = data.draw(st.sets(st.sampled_from(sorted(normal_form(name))), min_size=1))
    words = [*kept, *data.draw(st.lists(st.sampled_from(WORDS), max_size=2))]
    found = catalogue.match(" ".join(words)).exercise
    if found is None:
        return
    exercise = catalogue.load()[found]
    written, with_equipment = names.forms(exercise)
    form = normal_form(" ".join(words))
    assert form in written | with_equipment
    assert form & EQUIPMENT_WORDS <= equipment_words(exercise)


@settings(deadline=None)
@given(exercises, st.data())
def test_a_slip_of_a_letter_or_a_word_left_out_is_asked_not_guessed(exercise, data) -> None:
    words = exercise.name.split()
    at = data.draw(st.integers(0, len(words) - 1))
    slipped = words[at][:-1] + "q"
    for bent in (words[:at] + words[at + 1 :], [*words[:at], slipped, *words[at + 1 :]]):
        found = catalogue.match(" ".join(bent)).exercise
        assert found is None or normal_form(" ".join(bent)) in set().union(
            *names.forms(catalogue.load()[found])
        )


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_gets_an_answer(name: str) -> None:
    found = catalogue.match(name)
    assert found.name == name
    assert (found.exercise is None) or not found.suggestions


def test_an_unknown_name_gets_the_likely_exercises_first() -> None:
    found = catalogue.match("Paused Barbel Bench Press")
    assert found.exercise is None
    assert found.suggestions[0] == "barbell-bench-press"
    assert catalogue.match("Underwater basket weaving").suggestions == ()


def test_a_name_that_could_mean_two_exercises_means_none() -> None:
    one = read_exercise("test-fly", fly(sensors=[]), {})
    other = read_exercise("twin-fly", fly(sensors=[], name="Twin fly"), {})
    assert normal_form("Test fly") in names.disputes([one, other])
    assert normal_form("Test fly") not in names.index([one, other])
    apart = names.index([one, replace(other, aliases=())])
    assert apart[normal_form("Test fly")] == "test-fly"
