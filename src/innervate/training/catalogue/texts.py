"""A second language: texts laid over the exercises, with every fact left as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from innervate.training.anatomy import Anatomy, Muscle
from innervate.training.catalogue.contents import Catalogue
from innervate.training.exercise import Cues, Exercise, Problem, SensorSite, TouchSite

ANATOMY_FILE = "anatomy.toml"
SITES_FILE = "sites.toml"
_CUES = ("internal", "external", "holistic")
_TOUCHES = ("during", "before", "partner", "why_none")
_MAY_SAY = {ANATOMY_FILE: {"name", "anatomical_name"}, SITES_FILE: {"name"}}
_MUSCLES = {muscle.value for muscle in Muscle}

Block = Mapping[str, object]
Files = Mapping[str, Block]
"""The parsed files of one language by name: one a region, and those of muscles and sites."""
_Tables = dict[Muscle, dict[str, str]]


def translate(catalogue: Catalogue, files: Files) -> tuple[Catalogue, list[Problem]]:
    """Lay a language's files over the catalogue; what they do not say stays as it was."""
    muscles, wrong_muscles = _muscle_tables(files, ANATOMY_FILE)
    sites, wrong_sites = _muscle_tables(files, SITES_FILE)
    names = {muscle: table["name"] for muscle, table in sites.items() if "name" in table}
    found = [*wrong_muscles, *wrong_sites, *_misplaced(catalogue, files)]
    blocks = _exercise_blocks(files)
    exercises: dict[str, Exercise] = {}
    for exercise in catalogue:
        block = blocks.get(exercise.id, {})
        refused = _refused(exercise, block)
        found += refused
        exercises[exercise.id] = exercise if refused else _worded(exercise, block, names)
    anatomy = {row.muscle: _renamed(row, muscles) for row in catalogue.anatomy.values()}
    return replace(catalogue, exercises=exercises, anatomy=anatomy), found


def missing(catalogue: Catalogue, files: Files) -> dict[str, list[Problem]]:
    """Say by file which texts of the catalogue a language does not have yet."""
    lacks = {ANATOMY_FILE: _nameless(files.get(ANATOMY_FILE, {}), set(catalogue.anatomy))}
    sensed = {site.muscle for exercise in catalogue for site in exercise.sensors}
    lacks[SITES_FILE] = _nameless(files.get(SITES_FILE, {}), sensed)
    blocks = _exercise_blocks(files)
    for exercise in catalogue:
        have = _flat(blocks.get(exercise.id, {}))
        lacks.setdefault(catalogue.regions[exercise.id], []).extend(
            Problem(exercise.id, field, "is not translated.")
            for field in _fields(exercise)
            if field not in have
        )
    return lacks


def _exercise_blocks(files: Files) -> dict[str, Block]:
    return {
        id: block if isinstance(block, dict) else {"block": block}
        for name, blocks in files.items()
        if name not in _MAY_SAY
        for id, block in blocks.items()
    }


def _misplaced(catalogue: Catalogue, files: Files) -> Iterator[Problem]:
    regions = {*catalogue.regions.values()}
    for name, blocks in files.items():
        if name in _MAY_SAY:
            continue
        if name not in regions:
            yield Problem(name, "file", "is no region of the catalogue.")
        for id in blocks:
            if id not in catalogue:
                yield Problem(id, "id", "is translated but no exercise of the catalogue.")
            elif catalogue.regions[id] != name:
                yield Problem(id, "file", f"stands in {name}, belongs in {catalogue.regions[id]}.")


def _fields(exercise: Exercise) -> list[str]:
    touches = [f"touch.{part}" for part in _TOUCHES if getattr(exercise.touch, part)]
    signs = [f"signs.{compensator.muscle}" for compensator in exercise.compensators]
    return ["name", *signs, *(f"cues.{part}" for part in _CUES), *touches]


def _refused(exercise: Exercise, block: Block) -> list[Problem]:
    allowed = {*_fields(exercise), "aliases"}
    leaves = list(_leaves(block))
    unknown = [
        Problem(exercise.id, field, "is nothing to translate here.")
        for field, _ in leaves
        if field not in allowed
    ]
    wordless = [
        Problem(exercise.id, field, "must be a text in quotes, or a list of them for aliases.")
        for field, text in leaves
        if field in allowed and not (_are_texts(text) if field == "aliases" else _is_text(text))
    ]
    return unknown + wordless


def _worded(exercise: Exercise, block: Block, sites: Mapping[Muscle, str]) -> Exercise:
    """The English name stays an alias, so that both languages find the exercise."""
    said = {field: str(text) for field, text in _leaves(block)}
    listed = block.get("aliases", ())
    added = map(str, listed) if isinstance(listed, list) else ()
    name = said.get("name", exercise.name)
    aliases = dict.fromkeys((exercise.name, *exercise.aliases, *added))
    return replace(
        exercise,
        name=name,
        aliases=tuple(alias for alias in aliases if alias != name),
        cues=Cues(*(said.get(f"cues.{part}", getattr(exercise.cues, part)) for part in _CUES)),
        touch=TouchSite(
            *(said.get(f"touch.{part}", getattr(exercise.touch, part)) for part in _TOUCHES)
        ),
        compensators=tuple(
            replace(each, sign=said.get(f"signs.{each.muscle}", each.sign))
            for each in exercise.compensators
        ),
        sensors=tuple(_sited(site, sites) for site in exercise.sensors),
    )


def _sited(site: SensorSite, sites: Mapping[Muscle, str]) -> SensorSite:
    return replace(site, name=sites.get(site.muscle, site.name))


def _renamed(row: Anatomy, muscles: Mapping[Muscle, Mapping[str, str]]) -> Anatomy:
    said = muscles.get(row.muscle, {})
    latin = said.get("anatomical_name", row.anatomical_name)
    return replace(row, name=said.get("name", row.name), anatomical_name=latin)


def _muscle_tables(files: Files, name: str) -> tuple[_Tables, list[Problem]]:
    """Read a file of one table a muscle; what cannot be read is told."""
    tables: _Tables = {}
    problems = []
    for word, table in files.get(name, {}).items():
        block = table if isinstance(table, dict) else {}
        said = {key: text for key, text in block.items() if isinstance(text, str) and text.strip()}
        if word not in _MUSCLES or said.keys() != block.keys() or not said.keys() & _MAY_SAY[name]:
            allowed = " and ".join(sorted(_MAY_SAY[name]))
            problems.append(Problem(name, word, f"needs a muscle's id and its {allowed}."))
        elif extra := said.keys() - _MAY_SAY[name]:
            problems.append(Problem(name, f"{word}.{min(extra)}", "is nothing to translate here."))
        else:
            tables[Muscle(word)] = said
    return tables, problems


def _nameless(blocks: Block, muscles: set[Muscle]) -> list[Problem]:
    named = {word for word, table in blocks.items() if isinstance(table, dict) and "name" in table}
    return [Problem(muscle, "name", "is not translated.") for muscle in sorted(muscles - named)]


def _flat(block: Block) -> set[str]:
    return {field for field, _ in _leaves(block)}


def _leaves(block: Block) -> Iterator[tuple[str, object]]:
    for key, value in block.items():
        if isinstance(value, dict):
            yield from ((f"{key}.{part}", text) for part, text in value.items())
        else:
            yield key, value


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))
