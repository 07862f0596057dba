import tomllib
from typing import Any

import pytest

from innervate.training import catalogue
from innervate.training.anatomy import Muscle
from innervate.training.catalogue.loader import read, texts_in
from innervate.training.catalogue.texts import missing, translate
from innervate.training.language import nearest
from tests.training.catalogue.blocks import FLY, SITES_TOML

CATALOGUE = read({"sites.toml": SITES_TOML, "a.toml": FLY})[0]
GERMAN = """
[test-fly]
name = 'Testfliegen'
aliases = ['Fliegende der Prüfung']
[test-fly.signs]
front-delts = 'Die Schultern rollen nach vorn.'
[test-fly.cues]
internal = 'Die Brust zieht die Arme zusammen.'
external = 'Umarme ein Fass.'
holistic = 'Weit und ruhig.'
[test-fly.touch]
during = 'Die freie Hand auf der Brust.'
"""


def german(**changes: Any) -> dict[str, dict[str, Any]]:
    return {
        "a.toml": tomllib.loads(GERMAN),
        "anatomy.toml": {"lower-chest": {"name": "Untere Brust"}},
        "sites.toml": {"lower-chest": {"name": "Auf der Brust."}},
        **changes,
    }


def refused(**files: Any) -> set[tuple[str, str]]:
    _, problems = translate(CATALOGUE, german(**files))
    assert problems
    return {(problem.exercise, problem.field) for problem in problems}


def test_texts_change_and_facts_stay() -> None:
    worded, problems = translate(CATALOGUE, german())
    one, other = CATALOGUE["test-fly"], worded["test-fly"]
    assert problems == []
    assert other.name == "Testfliegen"
    assert other.compensators[0].sign == "Die Schultern rollen nach vorn."
    assert other.touch.during == "Die freie Hand auf der Brust."
    assert other.sensors[0].name == "Auf der Brust."
    assert worded.anatomy[Muscle.LOWER_CHEST].name == "Untere Brust"
    assert worded.anatomy[Muscle.BICEPS] == CATALOGUE.anatomy[Muscle.BICEPS]
    assert (other.targets, other.tempo, other.focus) == (one.targets, one.tempo, one.focus)


def test_both_languages_find_an_exercise() -> None:
    worded, _ = translate(CATALOGUE, german())
    assert worded["test-fly"].aliases == ("Test fly", "Fly of the test", "Fliegende der Prüfung")


def test_what_is_not_translated_stays_english_and_is_told() -> None:
    half = german(**{"sites.toml": {}})
    del half["a.toml"]["test-fly"]["cues"]["holistic"]
    worded, problems = translate(CATALOGUE, half)
    assert problems == []
    assert worded["test-fly"].cues.holistic == "Wide and calm."
    lacks = missing(CATALOGUE, half)
    assert [str(problem) for problem in lacks["a.toml"]] == [
        "test-fly: cues.holistic: is not translated."
    ]
    assert [problem.exercise for problem in lacks["sites.toml"]] == ["lower-chest"]
    assert "lower-chest" not in {problem.exercise for problem in lacks["anatomy.toml"]}
    assert len(lacks["anatomy.toml"]) == len(Muscle) - 1


@pytest.mark.parametrize(
    ("block", "field"),
    [
        ({"targets": ["abs"]}, "targets"),
        ({"signs": {"abs": "x"}}, "signs.abs"),
        ({"touch": {"before": "y"}}, "touch.before"),
        ({"name": 3}, "name"),
        ({"name": " "}, "name"),
        ({"cues": "calm"}, "cues"),
        ({"cues": {"internal": []}}, "cues.internal"),
        ({"aliases": "one"}, "aliases"),
        ({"aliases": [1]}, "aliases"),
        ("calm", "block"),
    ],
)
def test_a_translation_can_touch_no_fact_and_holds_texts(block: object, field: str) -> None:
    assert refused(**{"a.toml": {"test-fly": block}}) == {("test-fly", field)}
    kept, _ = translate(CATALOGUE, {"a.toml": {"test-fly": block}})
    assert kept["test-fly"] == CATALOGUE["test-fly"]


def test_what_is_not_ours_or_elsewhere_is_refused() -> None:
    assert refused(**{"a.toml": {"nothing": {"name": "z"}}}) == {("nothing", "id")}
    moved = {"a.toml": {}, "b.toml": tomllib.loads(GERMAN)}
    assert refused(**moved) == {("b.toml", "file"), ("test-fly", "file")}
    assert refused(**{"anatomy.toml": {"nose": {"name": "Nase"}}}) == {("anatomy.toml", "nose")}
    assert refused(**{"anatomy.toml": {"abs": {"name": 1}}}) == {("anatomy.toml", "abs")}
    latin = {"lower-chest": {"name": "x", "anatomical_name": "y"}}
    assert refused(**{"sites.toml": latin}) == {("sites.toml", "lower-chest.anatomical_name")}


LANGUAGES = [each for each in catalogue.languages() if each != "en"]


def test_german_ships_with_every_file() -> None:
    assert texts_in("de")[0].keys() == missing(catalogue.load(), {}).keys()
    assert catalogue.load("de").anatomy[Muscle.BICEPS].name == "Bizeps"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_lags_behind_by_little(language: str) -> None:
    files, _ = texts_in(language)
    lacks = missing(catalogue.load(), files)
    everything = missing(catalogue.load(), {})
    behind = {
        name: [str(problem) for problem in lacks[name]]
        for name in files
        if len(lacks[name]) > len(everything[name]) / 10
    }
    assert behind == {}


@pytest.mark.parametrize(
    ("asked", "answered"),
    [("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("fr", "en"), ("", "en"), ("../de", "en")],
)
def test_the_nearest_language_answers(asked: str, answered: str) -> None:
    assert nearest(asked, ("en", "de")) == answered
    assert catalogue.load(asked) is catalogue.load(answered)
