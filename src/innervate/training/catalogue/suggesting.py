"""Which exercises an uncertain name may mean, likeliest first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from innervate.training.catalogue.names import EQUIPMENT_WORDS, NormalForm, normal_form
from innervate.training.exercise import Exercise

Hear = Callable[[str], Mapping[str, float]]
"""Gives the words of the catalogue that a typed word may stand for, with their likeness."""

_SUGGEST_FROM = 0.4
_OTHER_EQUIPMENT = 0.6
_SUGGESTIONS = 5
_STRANGE = 4.0
"""What a word that no exercise has takes from the likeness: as much as an ordinary word."""


@dataclass(frozen=True, slots=True, eq=False)
class Spellings:
    """Every way the exercises are written, found by the words in them."""

    forms: tuple[tuple[str, NormalForm], ...]
    """Each with the id of its exercise."""
    places: Mapping[str, tuple[int, ...]]
    """For each word the forms it stands in."""
    rarity: Mapping[str, float]
    """Words that few exercises have say more about which one is meant."""

    @classmethod
    def of(cls, exercises: Iterable[Exercise], rarity: Mapping[str, float]) -> "Spellings":
        """Collect names and aliases."""
        forms = tuple(dict.fromkeys(pair for each in exercises for pair in _written(each)))
        places: dict[str, list[int]] = defaultdict(list)
        for place, (_, form) in enumerate(forms):
            for word in form:
                places[word].append(place)
        return cls(forms, {word: tuple(found) for word, found in places.items()}, rarity)

    def suggested(self, typed: NormalForm, hear: Hear) -> tuple[str, ...]:
        """Ids of the few exercises whose names share most with the typed words."""
        shared: dict[int, float] = defaultdict(float)
        for word in typed:
            for place, score in self._heard_in(hear(word)).items():
                shared[place] += score
        scores: dict[str, tuple[float, int]] = {}
        for place, score in shared.items():
            id, form = self.forms[place]
            # Among equals, the exercise with the shorter name is the plainer one.
            fit = (self._likeness(typed, form, score), -len(form))
            scores[id] = max(scores.get(id, fit), fit)
        likely = [(fit, id) for id, fit in scores.items() if fit[0] >= _SUGGEST_FROM]
        ranked = sorted(likely, key=lambda pair: (-pair[0][0], -pair[0][1], pair[1]))
        return tuple(id for _, id in ranked[:_SUGGESTIONS])

    def _heard_in(self, heard: Mapping[str, float]) -> dict[int, float]:
        best: dict[int, float] = {}
        for word, likeness in heard.items():
            score = likeness * self._weight(word)
            for place in self.places.get(word, ()):
                best[place] = max(score, best.get(place, 0.0))
        return best

    def _likeness(self, typed: NormalForm, form: NormalForm, shared: float) -> float:
        """How much of both names is shared; an equipment that nobody typed does not count."""
        theirs, ours = typed & EQUIPMENT_WORDS, form & EQUIPMENT_WORDS
        counted = form if theirs else form - ours
        total = sum(map(self._weight, counted)) + sum(map(self._weight, typed))
        clash = theirs and ours and theirs != ours
        return 2 * shared / total * (_OTHER_EQUIPMENT if clash else 1.0) if total else 0.0

    def _weight(self, word: str) -> float:
        return self.rarity.get(word, _STRANGE)


def _written(exercise: Exercise) -> Iterable[tuple[str, NormalForm]]:
    return ((exercise.id, normal_form(name)) for name in (exercise.name, *exercise.aliases))
