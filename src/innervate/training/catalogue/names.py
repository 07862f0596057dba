"""Names of exercises as other apps write them, and the exercise each one certainly means.

A wrong match is worse than a question. A name maps by itself only when nothing but spelling,
word order or the naming of the exercise's own equipment differs; anything else is a suggestion.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from innervate.training.exercise import Exercise
from innervate.training.movement import Equipment

NormalForm = frozenset[str]

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile("['`\u2019\u00b4]")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_JOINED = {
    ("pull", "up"): "pullup",
    ("pull", "ups"): "pullup",
    ("chin", "up"): "chinup",
    ("chin", "ups"): "chinup",
    ("push", "up"): "pushup",
    ("push", "ups"): "pushup",
    ("press", "up"): "pushup",
    ("press", "ups"): "pushup",
    ("sit", "up"): "situp",
    ("sit", "ups"): "situp",
    ("step", "up"): "stepup",
    ("step", "ups"): "stepup",
    ("muscle", "up"): "muscleup",
    ("muscle", "ups"): "muscleup",
    ("get", "up"): "getup",
    ("push", "down"): "pushdown",
    ("press", "down"): "pushdown",
    ("pull", "down"): "pulldown",
    ("pull", "over"): "pullover",
    ("pull", "through"): "pullthrough",
    ("kick", "back"): "kickback",
    ("skull", "crusher"): "skullcrusher",
    ("skull", "crushers"): "skullcrusher",
    ("dead", "lift"): "deadlift",
    ("cross", "over"): "crossover",
    ("roll", "out"): "rollout",
    ("ez", "bar"): "ezbar",
    ("sz", "bar"): "ezbar",
    ("multi", "press"): "smith",
    ("e", "z"): "ezbar",
    ("ez", "curl"): "ezbar curl",
    ("trap", "bar"): "trapbar",
    ("hex", "bar"): "trapbar",
    ("t", "bar"): "tbar",
    ("body", "weight"): "bodyweight",
    ("smith", "machine"): "smith",
    ("single", "arm"): "one arm",
    ("single", "leg"): "one leg",
    ("x", "body"): "crossbody",
    ("cross", "body"): "crossbody",
}
_SAME = {
    "db": "dumbbell",
    "dumbell": "dumbbell",
    "bb": "barbell",
    "barbel": "barbell",
    "kb": "kettlebell",
    "bw": "bodyweight",
    "ez": "ezbar",
    "ezb": "ezbar",
    "sz": "ezbar",
    "multipress": "smith",
    "benchpress": "bench press",
    "deadhang": "dead hang",
    "pendelay": "pendlay",
    "bicep": "biceps",
    "tricep": "triceps",
    "pressdown": "pushdown",
    "flye": "fly",
    "flies": "fly",
    "calves": "calf",
    "single": "one",
    "1": "one",
    "rdl": "romanian deadlift",
    "ohp": "overhead press",
    "sldl": "stiff leg deadlift",
    "rfess": "rear foot elevated split squat",
    "bodyweighted": "bodyweight",
    "smithmachine": "smith",
    "trx": "suspension",
    "legged": "leg",
    "armed": "arm",
    "handed": "arm",
}
_KEEPS_S = frozenset({"press", "cross", "biceps", "triceps", "abs", "across"})
_EMPTY = frozenset({"the", "a", "an", "with", "on", "of", "to", "in", "using", "and", "for", "w"})
_SPELLED_OTHERWISE = {
    Equipment.EZ_BAR: "ezbar",
    Equipment.TRAP_BAR: "trapbar",
    Equipment.SMITH_MACHINE: "smith",
    Equipment.CARDIO_MACHINE: "machine",
}
_ALSO_ATTACHMENTS = {Equipment.ROPE, Equipment.PLATE, Equipment.BOX}
"""A rope hangs on a cable and plates on a machine: the words do not tell the equipment."""
_EQUIPMENT = {
    **{kind: kind.value for kind in set(Equipment) - _ALSO_ATTACHMENTS if "-" not in kind.value},
    **_SPELLED_OTHERWISE,
}
EQUIPMENT_WORDS = frozenset(_EQUIPMENT.values())


@lru_cache(maxsize=8192)
def normal_form(name: str) -> NormalForm:
    """Reduce a name to its words: without case, accents, plurals, order or short forms."""
    plain = _ACCENT.sub("", unicodedata.normalize("NFKD", name)).casefold()
    words = _WORD.findall(_APOSTROPHE.sub("", plain))
    spelled = frozenset(_spelled(_joined(words))) - _EMPTY
    return spelled - {"machine"} if "smith" in spelled else spelled


def _joined(words: list[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        if words[at + 1 : at + 2] == ["to"] and at + 2 < len(words):
            yield f"{_singular(words[at])}to{words[at + 2]}"  # "low to high" is not "high to low"
            at += 3
            continue
        pair = _JOINED.get((words[at], words[at + 1])) if at + 1 < len(words) else None
        yield from pair.split() if pair else (words[at],)
        at += 2 if pair else 1


def _spelled(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        same = _SAME.get(word) or _singular(word)
        yield from _SAME.get(same, same).split()


def _singular(word: str) -> str:
    if len(word) < 4 or word in _KEEPS_S or not word.endswith("s") or word.endswith("ss"):
        return word
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1]


def equipment_words(exercise: Exercise) -> frozenset[str]:
    """List the words for the exercise's own equipment, as they stand in a normal form."""
    return frozenset(_EQUIPMENT[kind] for kind in exercise.equipment if kind in _EQUIPMENT)


def forms(exercise: Exercise) -> tuple[set[NormalForm], set[NormalForm]]:
    """List the forms an exercise is written in, and those that add its own equipment."""
    names = (exercise.name, *exercise.aliases)
    written = {normal_form(name) for name in names}
    bare = [form for form in written if not form & EQUIPMENT_WORDS]
    return written, {form | {word} for form in bare for word in equipment_words(exercise)} - written


def index(exercises: Iterable[Exercise]) -> dict[NormalForm, str]:
    """Every form that certainly means one exercise; forms that could mean two are left out."""
    written: dict[NormalForm, set[str]] = defaultdict(set)
    derived: dict[NormalForm, set[str]] = defaultdict(set)
    for exercise in exercises:
        own, added = forms(exercise)
        for form in own:
            written[form].add(exercise.id)
        for form in added:
            derived[form].add(exercise.id)
    certain = {**derived, **written}
    return {form: min(ids) for form, ids in certain.items() if len(ids) == 1}


def disputes(exercises: Iterable[Exercise]) -> dict[NormalForm, list[str]]:
    """Forms that two or more exercises claim as their name or alias."""
    claims: dict[NormalForm, set[str]] = defaultdict(set)
    for exercise in exercises:
        for form in forms(exercise)[0]:
            claims[form].add(exercise.id)
    return {form: sorted(ids) for form, ids in claims.items() if len(ids) > 1}
