"""What is said of an own exercise beyond its muscles: from JSON as on the wire, and back."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from innervate.server.logbook.tidying import tidied
from innervate.training.anatomy import Muscle
from innervate.training.exercise import Compensator, Counted, Cues, TouchSite
from innervate.training.movement import Equipment, Pattern
from innervate.training.own_exercise import OwnExercise
from innervate.training.tempo import Tempo

DETAILS = frozenset(
    {"pattern", "equipment", "compensators", "cues", "touch", "tempo", "rep_range",
     "load_step_kg", "counted_in", "is_assisted"}
)  # fmt: skip


def details_of(own: OwnExercise) -> str:
    """As JSON; empty where nothing is said."""
    seen = [{"muscle": one.muscle, "sign": one.sign} for one in own.compensators]
    said = tidied(
        {
            "pattern": own.pattern,
            "equipment": own.equipment,
            "compensators": seen,
            "cues": asdict(own.cues),
            "touch": asdict(own.touch),
            "tempo": own.tempo.notation if own.tempo else None,
            "rep_range": own.rep_range,
            "load_step_kg": own.load_step_kg,
            "counted_in": None if own.counted_in is Counted.REPS else own.counted_in,
            "is_assisted": own.is_assisted,
        }
    )
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")) if said else ""


def details_from(said: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an `OwnExercise`; raises `TempoError` for a tempo that cannot be read."""
    cues, touch = said.get("cues") or {}, said.get("touch") or {}
    tempo, rep_range = said.get("tempo"), said.get("rep_range")
    return {
        "pattern": Pattern(said["pattern"]) if said.get("pattern") else None,
        "equipment": tuple(dict.fromkeys(map(Equipment, said.get("equipment", ())))),
        "compensators": tuple(
            Compensator(Muscle(one["muscle"]), one["sign"]) for one in said.get("compensators", ())
        ),
        "cues": Cues(*(cues.get(kind) or "" for kind in ("internal", "external", "holistic"))),
        "touch": TouchSite(**{site: text or None for site, text in touch.items()}),
        "tempo": Tempo.parse(tempo) if tempo else None,
        "rep_range": (rep_range[0], rep_range[1]) if rep_range else None,
        "load_step_kg": said.get("load_step_kg"),
        "counted_in": Counted(said.get("counted_in", Counted.REPS)),
        "is_assisted": said.get("is_assisted", False),
    }
