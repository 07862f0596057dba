"""The exercises we ship, as TOML by region, and what can be asked of them."""

from functools import cache

from innervate.training.anatomy import Muscle
from innervate.training.catalogue import finding
from innervate.training.catalogue.check import problems, untranslated
from innervate.training.catalogue.contents import Catalogue
from innervate.training.catalogue.finding import Lookup, Match
from innervate.training.catalogue.loader import languages, load
from innervate.training.exercise import Exercise
from innervate.training.language import SOURCE_LANGUAGE, nearest
from innervate.training.movement import Equipment, Pattern

__all__ = [
    "Catalogue",
    "Match",
    "alternatives",
    "languages",
    "load",
    "match",
    "problems",
    "search",
    "untranslated",
]


def _lookup(language: str = SOURCE_LANGUAGE) -> Lookup:
    return _prepared(nearest(language, languages()))


@cache
def _prepared(language: str) -> Lookup:
    return Lookup.over(load(language))


def match(name: str) -> Match:
    """Say which exercise a name of another app certainly means, else rank what it may mean."""
    return _lookup().match(name)


def search(
    typed: str = "",
    *,
    muscle: Muscle | None = None,
    equipment: Equipment | None = None,
    pattern: Pattern | None = None,
    language: str = SOURCE_LANGUAGE,
) -> list[Exercise]:
    """Find exercises by what a thumb types, typos allowed, and by what they are."""
    catalogue = load(language)
    if not typed.strip():
        return finding.narrowed(catalogue, muscle, equipment, pattern)
    ranked = [catalogue[id] for id, _ in _lookup(language).search(typed)]
    return finding.narrowed(ranked, muscle, equipment, pattern)


def alternatives(exercise: str, *, avoiding: Muscle) -> list[Exercise]:
    """Find what else hits an exercise's targets with less of the muscle to avoid; by its id."""
    catalogue = load()
    return finding.alternatives(catalogue, catalogue[exercise], avoiding)
