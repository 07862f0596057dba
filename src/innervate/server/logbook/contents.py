"""What the app ships knowing, written once as JSON."""

import hashlib
from dataclasses import asdict
from functools import cache
from typing import Any

from pydantic_core import to_json

from innervate.training.anatomy import ANATOMY
from innervate.training.catalogue import load
from innervate.training.exercise import Exercise


@cache
def catalogue_json() -> tuple[str, bytes]:
    """The version of the catalogue, which changes with its contents, and the catalogue."""
    contents = {
        "muscles": [
            {
                "id": row.muscle,
                "name": row.name,
                "anatomical_name": row.anatomical_name,
                "group": row.group,
                "views": row.views,
            }
            for row in ANATOMY.values()
        ],
        "exercises": [_exercise(exercise) for exercise in load()],
    }
    version = hashlib.sha256(to_json(contents)).hexdigest()[:16]
    return version, to_json({"version": version, **contents})


def _exercise(exercise: Exercise) -> dict[str, Any]:
    written = asdict(exercise)
    written.pop("focus_override")
    written["tempo"] = exercise.tempo.notation if exercise.tempo else None
    written["is_bodyweight"] = exercise.is_bodyweight
    written["focus"] = exercise.focus
    tidied: dict[str, Any] = _tidy(written)
    return tidied


def _tidy(value: Any) -> Any:
    """Leave out what says nothing: null, false, empty."""
    if isinstance(value, dict):
        tidied = {name: _tidy(part) for name, part in value.items()}
        return {
            name: part
            for name, part in tidied.items()
            if part is not None and part is not False and part not in ("", [], {}, ())
        }
    if isinstance(value, list | tuple):
        return [_tidy(part) for part in value]
    return value
