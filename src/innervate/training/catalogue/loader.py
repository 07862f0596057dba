"""The exercises we ship: TOML files by region, read once, in the language asked for."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from innervate.training.anatomy import ANATOMY, Muscle
from innervate.training.catalogue.contents import Catalogue
from innervate.training.catalogue.schema import Sites, read_exercise
from innervate.training.catalogue.texts import SITES_FILE, translate
from innervate.training.exercise import Exercise, ExerciseError, Problem, SensorSite
from innervate.training.language import SOURCE_LANGUAGE, nearest

_SITE_KEYS = {"name", "is_seniam"}
_MUSCLES = {muscle.value for muscle in Muscle}
_PACKAGE = "innervate.training.catalogue"


def load(language: str = SOURCE_LANGUAGE) -> Catalogue:
    """Read the catalogue once; texts that `language` lacks stay English, or all if we lack it.

    An ExerciseError lists everything that is wrong with the files, not only the first problem.
    """
    return _loaded(nearest(language, languages()))


@cache
def _loaded(language: str) -> Catalogue:
    if language == SOURCE_LANGUAGE:
        catalogue, problems = read(shipped_files())
    else:
        files, problems = texts_in(language)
        catalogue, refused = translate(_loaded(SOURCE_LANGUAGE), files)
        problems += refused
    if problems:
        raise ExerciseError("\n".join(map(str, problems)), tuple(problems))
    return catalogue


@cache
def languages() -> tuple[str, ...]:
    """The languages that the exercises can be read in, English first."""
    translated = [entry.name for entry in files(_PACKAGE).joinpath("texts").iterdir()]
    return (SOURCE_LANGUAGE, *sorted(name for name in translated if name.isalpha()))


def texts_in(language: str) -> tuple[dict[str, dict[str, object]], list[Problem]]:
    """The files of a translation, parsed, by name; a file that is no TOML is a problem."""
    read_in = {name: parse(name, text) for name, text in shipped_files("texts", language).items()}
    problems = [problem for _, broken in read_in.values() for problem in broken]
    return {name: blocks for name, (blocks, _) in read_in.items()}, problems


def shipped_files(*folder: str) -> dict[str, str]:
    """Every TOML file of the catalogue, or of a folder in it, by its name."""
    place = files(_PACKAGE).joinpath(*folder)
    return {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in sorted(place.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    }


def read(texts: Mapping[str, str]) -> tuple[Catalogue, list[Problem]]:
    """Read region files (and sites.toml) given as texts by file name."""
    sites, problems = _sites(texts.get(SITES_FILE, ""))
    exercises: dict[str, Exercise] = {}
    regions: dict[str, str] = {}
    for name, text in texts.items():
        if name == SITES_FILE:
            continue
        blocks, broken = parse(name, text)
        problems += broken
        for id, block in blocks.items():
            if id in exercises:
                problems.append(Problem(id, "id", f"stands in {regions[id]} and in {name}."))
            regions[id] = name
            problems += _shelve(exercises, id, block, sites)
    return Catalogue(exercises, regions, ANATOMY), problems


def parse(name: str, text: str) -> tuple[dict[str, object], list[Problem]]:
    """Read one TOML file; a file that is no TOML is one problem."""
    try:
        return tomllib.loads(text), []
    except tomllib.TOMLDecodeError as error:
        return {}, [Problem(name, "file", f"is no TOML: {error}.")]


def _shelve(
    exercises: dict[str, Exercise], id: str, block: object, sites: Sites
) -> tuple[Problem, ...]:
    try:
        exercises[id] = read_exercise(id, block, sites)
    except ExerciseError as error:
        return error.problems
    return ()


def _sites(text: str) -> tuple[dict[Muscle, SensorSite], list[Problem]]:
    sites: dict[Muscle, SensorSite] = {}
    blocks, problems = parse(SITES_FILE, text)
    for word, block in blocks.items():
        if word not in _MUSCLES or not isinstance(block, dict) or block.keys() != _SITE_KEYS:
            problems.append(Problem(SITES_FILE, word, "needs a muscle's id, name and is_seniam."))
        else:
            muscle = Muscle(word)
            sites[muscle] = SensorSite(muscle, str(block["name"]), block["is_seniam"] is True)
    return sites, problems
