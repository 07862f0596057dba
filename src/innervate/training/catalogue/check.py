"""What an author still has to do: everything wrong with the catalogue, at once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from innervate.training.catalogue.contents import Catalogue
from innervate.training.catalogue.loader import languages, read, shipped_files, texts_in
from innervate.training.catalogue.names import EQUIPMENT_WORDS, disputes, equipment_words, forms
from innervate.training.catalogue.texts import missing, translate
from innervate.training.exercise import Exercise, Problem


def problems(regions: Mapping[str, str] | None = None) -> list[Problem]:
    """Everything wrong with the shipped files and translations, or with files given by name.

    Each reads `exercise: field: reason`. Empty when the catalogue may ship.
    """
    catalogue, found = read(shipped_files() if regions is None else regions)
    found += _disputed(catalogue)
    found += [each for exercise in catalogue for each in _misnamed(exercise)]
    if regions is None:
        for language in languages()[1:]:
            found += _ill_translated(catalogue, language)
    return found


def untranslated(language: str) -> dict[str, list[Problem]]:
    """What a translation still lacks, by file; nothing of it keeps the catalogue from shipping."""
    catalogue, _ = read(shipped_files())
    files, _ = texts_in(language)
    return {name: lacks for name, lacks in missing(catalogue, files).items() if lacks}


def _ill_translated(catalogue: Catalogue, language: str) -> Iterator[Problem]:
    files, found = texts_in(language)
    worded, refused = translate(catalogue, files)
    for problem in (*found, *refused, *_same_names(worded)):
        yield replace(problem, exercise=f"texts/{language}: {problem.exercise}")


def _same_names(catalogue: Catalogue) -> Iterator[Problem]:
    named: dict[str, list[str]] = defaultdict(list)
    for exercise in catalogue:
        named[exercise.name.casefold()].append(exercise.id)
    for name, ids in named.items():
        if len(ids) > 1:
            yield Problem(" and ".join(ids), "name", f"both are called {name!r}.")


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
