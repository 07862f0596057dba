"""One TOML block becomes one exercise, or the list of everything that is wrong with it."""

import re
from collections.abc import Mapping
from functools import cache

from innervate.training.anatomy import Muscle
from innervate.training.catalogue.blocks import Block
from innervate.training.exercise import (
    COACHING,
    Compensator,
    Counted,
    Cues,
    Exercise,
    ExerciseError,
    FocusPolicy,
    Grade,
    Hands,
    Problem,
    SensorSite,
    TouchSite,
)
from innervate.training.movement import Equipment, Mechanic, Pattern
from innervate.training.tempo import Tempo, TempoError

Sites = Mapping[Muscle, SensorSite]

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PROOF = re.compile(r"([A-D]) ([a-z0-9]+(?:-[a-z0-9]+)*)")
_WHAT = {"name", "aliases", "mechanic", "pattern", "equipment", "is_unilateral", "is_assisted"}
_WHO = {"targets", "secondary", "compensators", "evidence", "sensors"}
_HOW = {"cues", "touch", "hands", "tempo", "focus", "load_step_kg", "reps", "seconds", "metres"}
_KEYS = _WHAT | _WHO | _HOW
_CUES = ("internal", "external", "holistic")
_TOUCHES = ("during", "before", "partner", "why_none")


def read_exercise(id: str, block: object, sites: Sites) -> Exercise:
    """Read the block `[id]`; refused with every problem it has, not only the first."""
    if not isinstance(block, dict):
        raise _refused((Problem(id, "block", f"write it under its own heading [{id}]."),))
    reader = Block(id, block)
    _require_known(id, reader)
    fields = _fields(reader, sites)
    try:
        exercise = Exercise(id=id, **fields)  # type: ignore[arg-type]
    except ExerciseError as error:
        seen = {problem.field.split(".")[0] for problem in reader.problems}
        fresh = [each for each in error.problems if each.field.split(".")[0] not in seen]
        raise _refused((*reader.problems, *fresh)) from None
    if reader.problems:
        raise _refused(tuple(reader.problems))
    return exercise


def _refused(problems: tuple[Problem, ...]) -> ExerciseError:
    return ExerciseError("\n".join(map(str, problems)), problems)


def _require_known(id: str, block: Block) -> None:
    if not _ID.fullmatch(id):
        block.refuse("id", f"{id!r} is no id; write lower-case words joined by hyphens.")
    for key in sorted(block.keys.keys() - _KEYS):
        block.refuse(key, "is no field of an exercise.")


def _fields(reader: Block, sites: Sites) -> dict[str, object]:
    counted_in, rep_range = _dose(reader)
    touches = reader.sentences("touch", _TOUCHES)
    return {
        "name": reader.text("name"),
        "aliases": reader.texts("aliases"),
        "mechanic": reader.choice("mechanic", Mechanic) or Mechanic.COMPOUND,
        "pattern": reader.choice("pattern", Pattern) or Pattern.SQUAT,
        "equipment": reader.choices("equipment", Equipment),
        "targets": reader.choices("targets", Muscle),
        "secondary": reader.choices("secondary", Muscle, is_optional=True),
        "compensators": _compensators(reader),
        "cues": Cues(*reader.sentences("cues", _CUES, _CUES).values()),
        "touch": TouchSite(*(text or None for text in touches.values())),
        "hands": reader.choice("hands", Hands) or Hands.HELD,
        "sensors": _sensors(reader, sites),
        "tempo": _tempo(reader),
        "rep_range": rep_range,
        "counted_in": counted_in,
        "load_step_kg": reader.number("load_step_kg"),
        "focus_override": reader.choice("focus", FocusPolicy, is_optional=True),
        "is_unilateral": reader.flag("is_unilateral"),
        "is_assisted": reader.flag("is_assisted"),
    }


@cache
def _parsed(notation: str) -> Tempo:
    return Tempo.parse(notation)


def _dose(block: Block) -> tuple[Counted, tuple[int, int]]:
    """Read the range of a set under the one key that names what is counted."""
    given = [kind for kind in Counted if kind.value in block.keys]
    if len(given) != 1:
        block.refuse("reps", "give exactly one of reps, seconds and metres, such as [8, 12].")
        return Counted.REPS, (1, 1)
    value = block.keys[given[0].value]
    if isinstance(value, list) and [type(each) for each in value] == [int, int]:
        return given[0], (value[0], value[1])
    block.refuse(given[0].value, "must be two whole numbers, such as [8, 12].")
    return given[0], (1, 1)


def _tempo(block: Block) -> Tempo | None:
    """Read `3-1-1-0`; None when left out."""
    value = block.keys.get("tempo")
    try:
        return None if value is None else _parsed(str(value))
    except TempoError as error:
        block.refuse("tempo", str(error))
        return None


def _compensators(block: Block) -> tuple[Compensator, ...]:
    """Read `muscle = 'sign'`, and the grade and entry of those that have evidence."""
    signs = block.table("compensators", is_optional=True)
    proofs = block.table("evidence", is_optional=True)
    for extra in sorted(proofs.keys() - signs.keys()):
        block.refuse(f"evidence.{extra}", "is for a muscle that is not among the compensators.")
    found = []
    for word, sign in signs.items():
        muscle = block.one_of("compensators", word, Muscle)
        if not isinstance(sign, str):
            block.refuse(f"compensators.{word}", "must be a text in quotes.")
        elif muscle is not None:
            found.append(Compensator(muscle, sign, *_proof(block, word, proofs.get(word))))
    return tuple(found)


def _sensors(block: Block, sites: Sites) -> tuple[SensorSite, ...]:
    """Read the muscles to measure; each needs a site in sites.toml."""
    muscles = block.choices("sensors", Muscle)
    for muscle in muscles:
        if muscle not in sites:
            block.refuse("sensors", f"{muscle} has no site in sites.toml.")
    return tuple(sites[muscle] for muscle in muscles if muscle in sites)


def _proof(block: Block, word: str, proof: object) -> tuple[Grade, str]:
    found = _PROOF.fullmatch(proof) if isinstance(proof, str) else None
    if proof is None or found is None:
        if proof is not None:
            block.refuse(
                f"evidence.{word}",
                "write the grade and the id of the entry: 'C curl-front-delts'.",
            )
        return Grade.D, COACHING
    return Grade(found[1]), found[2]
