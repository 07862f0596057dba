"""A wrong match is worse than a question, whatever the name looks like."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innervate.training import catalogue
from innervate.training.anatomy import ANATOMY, Group
from innervate.training.catalogue.names import EQUIPMENT_WORDS, equipment_words, normal_form
from innervate.training.exercise import Exercise
from innervate.training.movement import Mechanic

EXERCISES = list(catalogue.load())
exercises = st.sampled_from(EXERCISES)
NAMES = [(each, name) for each in EXERCISES for name in (each.name, *each.aliases)]
names = st.sampled_from(NAMES)
GROUPS = {min(normal_form(group.value)): group for group in Group}


def regions(exercise: Exercise) -> set[Group]:
    return {ANATOMY[muscle].group for muscle in (*exercise.targets, *exercise.secondary)}


def is_true_of(word: str, exercise: Exercise) -> bool:
    """Does `word`, which names a region, a mechanic or an equipment, hold for the exercise?"""
    if word in GROUPS:
        return GROUPS[word] in regions(exercise)
    if word in EQUIPMENT_WORDS:
        return word in equipment_words(exercise)
    return word == exercise.mechanic.value


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_every_name_and_alias_means_its_own_exercise(exercise: Exercise) -> None:
    for name in (exercise.name, *exercise.aliases):
        assert catalogue.match(name).exercise == exercise.id, name


@settings(deadline=None, max_examples=100)
@given(names, st.sampled_from(sorted({*GROUPS, *EQUIPMENT_WORDS, *Mechanic})))
def test_a_word_for_region_mechanic_or_equipment_is_never_mapped_against(named, word) -> None:
    exercise, name = named
    found = catalogue.match(f"{name} ({word})").exercise
    if found is not None and word not in normal_form(name):
        assert found == exercise.id or normal_form(f"{name} {word}") in {
            normal_form(other)
            for other in (catalogue.load()[found].name, *catalogue.load()[found].aliases)
        }
        assert is_true_of(word, catalogue.load()[found]) or word == "machine"


@settings(deadline=None, max_examples=100)
@given(names, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]), st.sampled_from("\u00a0\u2009\t/·_"))
def test_another_spelling_of_the_same_letters_means_the_same(named, shape, gap) -> None:
    exercise, name = named
    spelled = unicodedata.normalize(shape, name).replace(" ", gap)
    assert catalogue.match(f"  {spelled} ").exercise == exercise.id


@settings(deadline=None, max_examples=100)
@given(names, st.text("жимлёαβγ杠铃卧推스쿼트", min_size=1, max_size=6))
def test_a_word_in_another_script_is_asked_about(named, foreign) -> None:
    _, name = named
    assert catalogue.match(f"{name} {foreign}").exercise is None


@pytest.mark.parametrize("name", ["", " ", "()", "💪", "-", "\x00", "the", "9" * 199, "杠铃卧推"])
def test_what_names_nothing_means_nothing(name: str) -> None:
    assert catalogue.match(name).exercise is None


@pytest.mark.parametrize("text", ["x" * 100_000, " ".join(f"pres{at}" for at in range(20_000))])
def test_a_text_too_long_for_a_name_is_answered_at_once(text: str) -> None:
    began = time.process_time()
    assert catalogue.match(text).suggestions == ()
    catalogue.search(text)
    assert time.process_time() - began < 1


def test_many_names_are_matched_quickly() -> None:
    catalogue.match("warm")
    asked = [f"{name} {index}" if index % 10 == 0 else name for index, (_, name) in
             enumerate(NAMES[::17][:90])]  # fmt: skip
    began = time.process_time()
    for name in asked:
        catalogue.match(name)
    assert time.process_time() - began < 0.1


@pytest.mark.parametrize(
    ("typed", "first"),
    [("kreuzheben", "deadlift"), ("bench press", "barbell-bench-press"), ("biseps", "biceps")],
)
def test_german_finds_by_german_and_by_english_names(typed: str, first: str) -> None:
    found = catalogue.search(typed, language="de")[0]
    assert first in (found.id, *found.targets)
