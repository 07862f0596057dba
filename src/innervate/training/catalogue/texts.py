"""A second language: texts laid over the exercises, with every fact left as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from innervate.training.anatomy import Muscle
from innervate.training.catalogue.contents import Catalogue
from innervate.training.exercise import Cues, Exercise, Problem, SensorSite, TouchSite

MUSCLES = "muscles"
SITES = "sites"
_CUES = ("internal", "external", "holistic")
_TOUCHES = ("during", "before", "partner", "why_none")

_IDS = {muscle.value for muscle in Muscle}

Block = Mapping[str, object]


def translate(
    catalogue: Catalogue, blocks: Mapping[str, object], problems: list[Problem]
) -> tuple[Catalogue, list[Problem]]:
    """Lay `blocks` over the catalogue; what they do not say stays as it was."""
    found = list(problems)
    muscles = _muscle_texts(blocks.get(MUSCLES), found)
    sites = _muscle_texts(blocks.get(SITES), found)
    exercises = {
        exercise.id: _exercise(exercise, blocks.get(exercise.id), sites, found)
        for exercise in catalogue
    }
    for id in sorted(blocks.keys() - exercises.keys() - {MUSCLES, SITES}):
        found.append(Problem(id, "id", "is translated but no exercise of the catalogue."))
    names = {**catalogue.muscle_names, **muscles}
    return Catalogue(exercises, catalogue.regions, names), found


def missing(catalogue: Catalogue, blocks: Mapping[str, object]) -> list[Problem]:
    """Say which texts of the catalogue `blocks` do not translate."""
    lacks = []
    for exercise in catalogue:
        block = blocks.get(exercise.id)
        have = _flat(block) if isinstance(block, dict) else set()
        lacks += [
            Problem(exercise.id, field, "is not translated.") for field in _fields(exercise) - have
        ]
    return sorted(lacks, key=str)


def _fields(exercise: Exercise) -> set[str]:
    touches = {f"touch.{part}" for part in _TOUCHES if getattr(exercise.touch, part)}
    signs = {f"signs.{compensator.muscle}" for compensator in exercise.compensators}
    return {"name", *(f"cues.{part}" for part in _CUES), *touches, *signs}


def _flat(block: Block) -> set[str]:
    return {field for field, _ in _leaves(block)}


def _muscle_texts(block: object, problems: list[Problem]) -> dict[Muscle, str]:
    table = block if isinstance(block, dict) else {}
    for word, text in table.items():
        if word not in _IDS or not isinstance(text, str):
            problems.append(Problem("muscles and sites", word, "needs a muscle's id and a text."))
    return {Muscle(word): text for word, text in table.items() if word in _IDS}


def _exercise(
    exercise: Exercise, block: object, sites: Mapping[Muscle, str], problems: list[Problem]
) -> Exercise:
    block = block if isinstance(block, dict) else {}
    refused = _refused(exercise, block)
    problems += refused
    if refused:
        return exercise
    signs, cues, touch = (block.get(key, {}) for key in ("signs", "cues", "touch"))
    return replace(
        exercise,
        name=block.get("name", exercise.name),
        cues=Cues(*(cues.get(part, getattr(exercise.cues, part)) for part in _CUES)),
        touch=TouchSite(*(touch.get(part, getattr(exercise.touch, part)) for part in _TOUCHES)),
        compensators=tuple(
            replace(each, sign=signs.get(each.muscle, each.sign)) for each in exercise.compensators
        ),
        sensors=tuple(_site(site, sites) for site in exercise.sensors),
    )


def _site(site: SensorSite, sites: Mapping[Muscle, str]) -> SensorSite:
    return replace(site, name=sites.get(site.muscle, site.name))


def _refused(exercise: Exercise, block: Block) -> list[Problem]:
    allowed = _fields(exercise)
    unknown = [
        Problem(exercise.id, field, "is nothing to translate here.")
        for field in sorted(_flat(block) - allowed)
    ]
    wordless = [
        Problem(exercise.id, field, "must be a text in quotes.")
        for field, text in _leaves(block)
        if field in allowed and not (isinstance(text, str) and text.strip())
    ]
    return unknown + wordless


def _leaves(block: Block) -> Iterator[tuple[str, object]]:
    for key, value in block.items():
        if isinstance(value, dict):
            yield from ((f"{key}.{part}", text) for part, text in value.items())
        else:
            yield key, value
