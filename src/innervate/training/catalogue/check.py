"""What an author still has to do: everything wrong with the catalogue, at once."""

from collections.abc import Mapping

from innervate.training.catalogue.contents import Catalogue
from innervate.training.catalogue.loader import parse, read, shipped_files
from innervate.training.catalogue.names import EQUIPMENT_WORDS, disputes, equipment_words, forms
from innervate.training.catalogue.texts import missing, translate
from innervate.training.exercise import Exercise, Problem


def problems(
    regions: Mapping[str, str] | None = None, overlays: Mapping[str, str] | None = None
) -> list[Problem]:
    """Everything wrong with the shipped files, or with texts given by file name.

    Each reads `exercise: field: reason`. Empty when the catalogue may ship.
    """
    catalogue, found = read(shipped_files() if regions is None else regions)
    found += _disputed(catalogue)
    found += [each for exercise in catalogue for each in _misnamed(exercise)]
    texts = shipped_files("texts") if overlays is None else overlays
    for name, text in texts.items():
        found += _untranslated(catalogue, name, text)
    return found


def _disputed(catalogue: Catalogue) -> list[Problem]:
    return [
        Problem(" and ".join(ids), "aliases", f"both are called {' '.join(sorted(form))!r}.")
        for form, ids in disputes(catalogue).items()
    ]


def _misnamed(exercise: Exercise) -> list[Problem]:
    """Find aliases that would map a name with another equipment to this exercise."""
    named = frozenset[str]().union(*forms(exercise)[0]) & EQUIPMENT_WORDS
    return [
        Problem(exercise.name, "aliases", f"say {word!r}, which is not among its equipment.")
        for word in sorted(named - equipment_words(exercise))
    ]


def _untranslated(catalogue: Catalogue, name: str, text: str) -> list[Problem]:
    blocks, broken = parse(f"texts/{name}", text)
    _, found = translate(catalogue, blocks, broken)
    return found + missing(catalogue, blocks)
