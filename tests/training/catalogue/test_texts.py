import tomllib

from innervate.training.anatomy import Muscle
from innervate.training.catalogue.loader import read
from innervate.training.catalogue.texts import missing, translate
from tests.training.catalogue.blocks import FLY, SITES_TOML

CATALOGUE = read({"sites.toml": SITES_TOML, "a.toml": FLY})[0]
GERMAN = """
[muscles]
lower-chest = 'Untere Brust'
[sites]
lower-chest = 'Auf der Brust.'
[test-fly]
name = 'Testfliegen'
[test-fly.signs]
front-delts = 'Die Schultern rollen nach vorn.'
[test-fly.cues]
internal = 'Die Brust zieht die Arme zusammen.'
external = 'Umarme ein Fass.'
holistic = 'Weit und ruhig.'
[test-fly.touch]
during = 'Die freie Hand auf der Brust.'
"""


def test_texts_change_and_facts_stay() -> None:
    german, problems = translate(CATALOGUE, tomllib.loads(GERMAN), [])
    one, other = CATALOGUE["test-fly"], german["test-fly"]
    assert problems == []
    assert other.name == "Testfliegen"
    assert other.compensators[0].sign == "Die Schultern rollen nach vorn."
    assert other.touch.during == "Die freie Hand auf der Brust."
    assert other.sensors[0].name == "Auf der Brust."
    assert german.muscle_names[Muscle.LOWER_CHEST] == "Untere Brust"
    assert (other.targets, other.tempo, other.aliases) == (one.targets, one.tempo, one.aliases)
    assert missing(CATALOGUE, tomllib.loads(GERMAN)) == []


def test_what_is_not_translated_stays_english_and_is_told() -> None:
    half = tomllib.loads(GERMAN)
    del half["test-fly"]["cues"]["holistic"]
    german, problems = translate(CATALOGUE, half, [])
    assert problems == []
    assert german["test-fly"].cues.holistic == "Wide and calm."
    assert [problem.field for problem in missing(CATALOGUE, half)] == ["cues.holistic"]


def test_a_translation_cannot_touch_a_fact() -> None:
    bent = {
        "test-fly": {"targets": ["abs"], "signs": {"abs": "x"}, "touch": {"before": "y"}},
        "nothing": {"name": "z"},
        "muscles": {"nose": "Nase"},
    }
    kept, problems = translate(CATALOGUE, bent, [])
    assert kept["test-fly"] == CATALOGUE["test-fly"]
    assert {problem.field for problem in problems} == {
        "targets",
        "signs.abs",
        "touch.before",
        "id",
        "nose",
    }


def test_a_text_that_is_no_text_is_told() -> None:
    _, problems = translate(CATALOGUE, {"test-fly": {"name": 3, "cues": "calm"}}, [])
    assert {problem.field for problem in problems} == {"name", "cues"}
