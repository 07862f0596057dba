"""What the app ships knowing, written once as JSON."""

import hashlib
from dataclasses import asdict
from functools import cache
from typing import Any

from pydantic_core import to_json

from innervate.coach import evidence
from innervate.server.logbook.tidying import tidied
from innervate.training import catalogue
from innervate.training.exercise import Exercise
from innervate.training.language import SOURCE_LANGUAGE, nearest

Told = tuple[str, bytes]
"""A version, which changes with the contents, and the contents as JSON."""


def catalogue_json(language: str = SOURCE_LANGUAGE) -> Told:
    """The muscles and exercises, in the nearest language we have."""
    return _catalogue(nearest(language, catalogue.languages()))


def evidence_json(language: str = SOURCE_LANGUAGE) -> Told:
    """What is known about each claim, in the nearest language we have."""
    return _evidence(nearest(language, evidence.languages()))


@cache
def _catalogue(language: str) -> Told:
    shelf = catalogue.load(language)
    muscles = [
        {
            "id": row.muscle,
            "name": row.name,
            "anatomical_name": row.anatomical_name,
            "group": row.group,
            "views": row.views,
        }
        for row in shelf.anatomy.values()
    ]
    return _versioned({"muscles": muscles, "exercises": [_exercise(each) for each in shelf]})


@cache
def _evidence(language: str) -> Told:
    entries = evidence.entries(language).values()
    return _versioned({"entries": [asdict(entry) for entry in entries]})


def _versioned(contents: dict[str, Any]) -> Told:
    version = hashlib.sha256(to_json(contents)).hexdigest()[:16]
    return version, to_json({"version": version, **contents})


def _exercise(exercise: Exercise) -> dict[str, Any]:
    written = asdict(exercise)
    written.pop("focus_override")
    written["tempo"] = exercise.tempo.notation if exercise.tempo else None
    written["is_bodyweight"] = exercise.is_bodyweight
    written["focus"] = exercise.focus
    told: dict[str, Any] = tidied(written)
    return told
