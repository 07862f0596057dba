"""Finding an exercise: by what a thumb types, and by what it spares."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from innervate.training.anatomy import ANATOMY, Anatomy, Muscle
from innervate.training.catalogue.contents import Catalogue
from innervate.training.catalogue.names import index, normal_form
from innervate.training.catalogue.suggesting import Hear, Spellings
from innervate.training.catalogue.words import closest
from innervate.training.exercise import TARGET_SHARE, Exercise
from innervate.training.movement import Equipment, Pattern

_IN_NAME = 3.0
_IN_ALIAS = 2.0
_IN_TARGET = 1.0
_IN_KIND = 0.8
_IN_SECONDARY = 0.4
_AS_COMPENSATOR = 0.5
_WORDS_KEPT = 4096
_LENGTH_MAX = 200
"""Longer texts are no names; comparing each of their words would take seconds."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a foreign name means: one exercise for certain, or suggestions, best first."""

    name: str
    exercise: str | None
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """The words of a catalogue, prepared for matching and searching."""

    catalogue: Catalogue
    certain: Mapping[frozenset[str], str]
    spellings: Spellings
    words: Mapping[str, Mapping[str, float]]
    """For each word the exercises it finds, and how much it says about each."""
    hear: Hear

    @classmethod
    def over(cls, catalogue: Catalogue) -> "Lookup":
        """Prepare a catalogue; its own language's names, muscles and equipment are found."""
        words: dict[str, dict[str, float]] = defaultdict(dict)
        for exercise in catalogue:
            for word, weight in _weights(exercise, catalogue.anatomy):
                words[word][exercise.id] = max(weight, words[word].get(exercise.id, 0.0))
        rarity = {
            word: 1 + math.log(1 + len(catalogue) / (1 + len(found)))
            for word, found in words.items()
        }
        hear = lru_cache(_WORDS_KEPT)(partial(closest, vocabulary=frozenset(words)))
        spellings = Spellings.of(catalogue, rarity)
        return cls(catalogue, index(catalogue), spellings, words, hear)

    def match(self, name: str) -> Match:
        """Say which exercise a name of another app certainly means, else what it may mean."""
        if len(name) > _LENGTH_MAX:
            return Match(name, None)
        form = normal_form(name)
        certain = self.certain.get(form)
        if certain:
            return Match(name, certain)
        return Match(name, None, self.spellings.suggested(form, self.hear))

    def search(self, typed: str) -> list[tuple[str, float]]:
        """Exercises that every typed word finds, best first; of those that most find if none."""
        form = normal_form(typed[:_LENGTH_MAX])
        scores: dict[str, float] = defaultdict(float)
        hits: dict[str, int] = defaultdict(int)
        for word in form:
            for id, score in self._found_by(word).items():
                scores[id] += score
                hits[id] += 1
        most = max(hits.values(), default=0)
        ranked = [
            (id, self._fit(id, form, score)) for id, score in scores.items() if hits[id] == most
        ]
        return sorted(ranked, key=lambda pair: (-pair[1], self.catalogue[pair[0]].name))

    def _fit(self, id: str, form: frozenset[str], score: float) -> float:
        """Prefer what is called just so; among equals, names with few words beyond the typed."""
        if self.certain.get(form) == id:
            return math.inf
        return score - 0.1 * len(normal_form(self.catalogue[id].name) - form)

    def _found_by(self, typed: str) -> dict[str, float]:
        found: dict[str, float] = defaultdict(float)
        for word, likeness in self.hear(typed).items():
            for id, weight in self.words[word].items():
                found[id] = max(found[id], likeness * weight)
        return found


def narrowed(
    exercises: Iterable[Exercise],
    muscle: Muscle | None = None,
    equipment: Equipment | None = None,
    pattern: Pattern | None = None,
) -> list[Exercise]:
    """Keep the exercises for a muscle, with an equipment, of a pattern; targets come first."""
    kept = [
        each
        for each in exercises
        if (muscle is None or each.share_of(muscle))
        and (equipment is None or equipment in each.equipment)
        and (pattern is None or pattern is each.pattern)
    ]
    return sorted(kept, key=lambda each: -each.share_of(muscle)) if muscle else kept


def alternatives(
    exercises: Iterable[Exercise], exercise: Exercise, avoiding: Muscle
) -> list[Exercise]:
    """Find what else hits the same targets with less of the muscle to avoid, least of it first."""
    burden = involvement(exercise, avoiding)
    others = [
        each
        for each in exercises
        if each.id != exercise.id
        and avoiding not in each.targets
        and _common(each, exercise)
        and involvement(each, avoiding) < burden
    ]
    return sorted(
        others,
        key=lambda each: (
            involvement(each, avoiding),
            -_common(each, exercise),
            each.mechanic is not exercise.mechanic,
            each.name,
        ),
    )


def involvement(exercise: Exercise, muscle: Muscle) -> float:
    """How much an exercise asks of a muscle: its share, and a half when it tends to take over."""
    takes_over = any(each.muscle is muscle for each in exercise.compensators)
    return exercise.share_of(muscle) + (_AS_COMPENSATOR if takes_over else 0.0)


def _common(one: Exercise, other: Exercise) -> float:
    wanted = other.targets
    return sum(one.share_of(muscle) for muscle in wanted if one.share_of(muscle) == TARGET_SHARE)


def _weights(exercise: Exercise, anatomy: Mapping[Muscle, Anatomy]) -> Iterable[tuple[str, float]]:
    yield from _said(exercise.name, _IN_NAME)
    for alias in exercise.aliases:
        yield from _said(alias, _IN_ALIAS)
    for kind in (*exercise.equipment, exercise.pattern, exercise.mechanic):
        yield from _said(kind.value, _IN_KIND)
    for muscle in exercise.targets + exercise.secondary:
        weight = _IN_TARGET if muscle in exercise.targets else _IN_SECONDARY
        row, english = anatomy[muscle], ANATOMY[muscle]
        for text in (row.name, english.name, english.anatomical_name, row.group.value):
            yield from _said(text, weight)


def _said(text: str, weight: float) -> Iterable[tuple[str, float]]:
    return ((word, weight) for word in normal_form(text))
