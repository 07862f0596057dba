"""One TOML block becomes one exercise, or the list of everything that is wrong with it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import TypeVar

from innervate.training.anatomy import Muscle
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
Choice = TypeVar("Choice", bound=StrEnum)

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
    reader = _Reader(id, block)
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


def _fields(reader: "_Reader", sites: Sites) -> dict[str, object]:
    counted_in, rep_range = reader.dose()
    touches = reader.sentences("touch", _TOUCHES)
    return {
        "name": reader.text("name"),
        "aliases": reader.texts("aliases"),
        "mechanic": reader.choice("mechanic", Mechanic) or Mechanic.COMPOUND,
        "pattern": reader.choice("pattern", Pattern) or Pattern.SQUAT,
        "equipment": reader.choices("equipment", Equipment),
        "targets": reader.choices("targets", Muscle),
        "secondary": reader.choices("secondary", Muscle, is_optional=True),
        "compensators": reader.compensators(),
        "cues": Cues(*reader.sentences("cues", _CUES, _CUES).values()),
        "touch": TouchSite(*(text or None for text in touches.values())),
        "hands": reader.choice("hands", Hands) or Hands.HELD,
        "sensors": reader.sensors(sites),
        "tempo": reader.tempo(),
        "rep_range": rep_range,
        "counted_in": counted_in,
        "load_step_kg": reader.number("load_step_kg"),
        "focus_override": reader.choice("focus", FocusPolicy, is_optional=True),
        "is_unilateral": reader.flag("is_unilateral"),
        "is_assisted": reader.flag("is_assisted"),
    }


@cache
def _by_value(kind: type[Choice]) -> dict[str, Choice]:
    return {member.value: member for member in kind}


@cache
def _tempo(notation: str) -> Tempo:
    return Tempo.parse(notation)


class _Reader:
    """Reads one block field by field and collects what is wrong instead of stopping at it."""

    __slots__ = ("_block", "_name", "problems")

    def __init__(self, id: str, block: dict[str, object]) -> None:
        name = block.get("name")
        self._name = name if isinstance(name, str) and name.strip() else id
        self._block = block
        self.problems: list[Problem] = []
        if not _ID.fullmatch(id):
            self.refuse("id", f"{id!r} is no id; write lower-case words joined by hyphens.")
        for key in sorted(block.keys() - _KEYS):
            self.refuse(key, "is no field of an exercise.")

    def refuse(self, field: str, reason: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(self._name, field, reason))

    def text(self, key: str) -> str:
        """Read a text that must be there."""
        value = self._block.get(key)
        if isinstance(value, str) and value.strip():
            return value
        self.refuse(key, "is missing." if value is None else "must be a text in quotes.")
        return self._name

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; none when the key is left out."""
        return tuple(self._list(key, is_optional=True))

    def choice(self, key: str, kind: type[Choice], *, is_optional: bool = False) -> Choice | None:
        """Read one word out of a fixed list."""
        value = self._block.get(key)
        if value is None:
            if not is_optional:
                self.refuse(key, "is missing.")
            return None
        return self._one_of(key, value, kind)

    def choices(
        self, key: str, kind: type[Choice], *, is_optional: bool = False
    ) -> tuple[Choice, ...]:
        """Read a list of words out of a fixed list, each once."""
        words = self._list(key, is_optional=is_optional)
        if len(set(words)) < len(words):
            self.refuse(key, "names something twice.")
        return tuple(one for word in words if (one := self._one_of(key, word, kind)) is not None)

    def number(self, key: str) -> float:
        """Read a number; true and false are none."""
        value = self._block.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        self.refuse(key, "is missing." if value is None else "must be a number.")
        return 0.0

    def flag(self, key: str) -> bool:
        """Read true or false; false when the key is left out."""
        value = self._block.get(key, False)
        if not isinstance(value, bool):
            self.refuse(key, "must be true or false.")
        return value is True

    def sentences(
        self, key: str, allowed: tuple[str, ...], required: tuple[str, ...] = ()
    ) -> dict[str, str]:
        """Read a table of texts: every key of `allowed`, empty where it was left out."""
        table = self._table(key)
        for extra in sorted(table.keys() - set(allowed)):
            self.refuse(f"{key}.{extra}", f"is none of {', '.join(allowed)}.")
        found = {word: table.get(word, "") for word in allowed}
        for word, value in found.items():
            if word in table and not (isinstance(value, str) and value.strip()):
                self.refuse(f"{key}.{word}", "must be a text in quotes.")
            elif word in required and not value:
                self.refuse(f"{key}.{word}", "is missing.")
        return {word: value if isinstance(value, str) else "" for word, value in found.items()}

    def dose(self) -> tuple[Counted, tuple[int, int]]:
        """Read the range of a set under the one key that names what is counted."""
        given = [kind for kind in Counted if kind.value in self._block]
        if len(given) != 1:
            self.refuse("reps", "give exactly one of reps, seconds and metres, such as [8, 12].")
            return Counted.REPS, (1, 1)
        value = self._block[given[0].value]
        if isinstance(value, list) and [type(each) for each in value] == [int, int]:
            return given[0], (value[0], value[1])
        self.refuse(given[0].value, "must be two whole numbers, such as [8, 12].")
        return given[0], (1, 1)

    def tempo(self) -> Tempo | None:
        """Read `3-1-1-0`; None when left out."""
        value = self._block.get("tempo")
        try:
            return None if value is None else _tempo(str(value))
        except TempoError as error:
            self.refuse("tempo", str(error))
            return None

    def compensators(self) -> tuple[Compensator, ...]:
        """Read `muscle = 'sign'`, and the grade and entry of those that have evidence."""
        signs = self._table("compensators", is_optional=True)
        proofs = self._table("evidence", is_optional=True)
        for extra in sorted(proofs.keys() - signs.keys()):
            self.refuse(f"evidence.{extra}", "is for a muscle that is not among the compensators.")
        found = []
        for word, sign in signs.items():
            muscle = self._one_of("compensators", word, Muscle)
            if not isinstance(sign, str):
                self.refuse(f"compensators.{word}", "must be a text in quotes.")
            elif muscle is not None:
                found.append(Compensator(muscle, sign, *self._proof(word, proofs.get(word))))
        return tuple(found)

    def sensors(self, sites: Sites) -> tuple[SensorSite, ...]:
        """Read the muscles to measure; each needs a site in sites.toml."""
        muscles = self.choices("sensors", Muscle)
        for muscle in muscles:
            if muscle not in sites:
                self.refuse("sensors", f"{muscle} has no site in sites.toml.")
        return tuple(sites[muscle] for muscle in muscles if muscle in sites)

    def _proof(self, word: str, proof: object) -> tuple[Grade, str]:
        found = _PROOF.fullmatch(proof) if isinstance(proof, str) else None
        if proof is None or found is None:
            if proof is not None:
                self.refuse(
                    f"evidence.{word}",
                    "write the grade and the id of the entry: 'C curl-front-delts'.",
                )
            return Grade.D, COACHING
        return Grade(found[1]), found[2]

    def _one_of(self, key: str, value: object, kind: type[Choice]) -> Choice | None:
        found = _by_value(kind).get(value) if isinstance(value, str) else None
        if found is None:
            self.refuse(key, f"{value!r} is no {kind.__name__.lower()}.")
        return found

    def _list(self, key: str, *, is_optional: bool) -> list[str]:
        value = self._block.get(key)
        if value is None:
            if not is_optional:
                self.refuse(key, "is missing.")
            return []
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return value
        self.refuse(key, "must be a list of texts, such as ['one', 'two'].")
        return []

    def _table(self, key: str, *, is_optional: bool = False) -> dict[str, object]:
        value = self._block.get(key)
        if value is None:
            if not is_optional:
                self.refuse(key, "is missing.")
            return {}
        if isinstance(value, dict):
            return value
        self.refuse(key, "must be a table of its own.")
        return {}
