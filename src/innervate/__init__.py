"""Innervate: learn to feel and drive the muscle you train, and check whether it works for you.

The names below are the face of the library. Each is loaded when it is first used, so that
`import innervate` costs nothing and needs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innervate.training.anatomy import Muscle, Side
    from innervate.training.connection import Connection, ConnectionReport
    from innervate.training.cue import Focus, Touch
    from innervate.training.exercise import Exercise
    from innervate.training.load import e1rm_kg, volume_kg
    from innervate.training.session import LoggedSession, Session
    from innervate.training.sets import PerformedSet, SetKind
    from innervate.training.tempo import Tempo

__version__ = "0.1.0"

__all__ = [
    "Connection",
    "ConnectionReport",
    "Exercise",
    "Focus",
    "LoggedSession",
    "Muscle",
    "PerformedSet",
    "Session",
    "SetKind",
    "Side",
    "Tempo",
    "Touch",
    "e1rm_kg",
    "volume_kg",
]

_HOME = {
    "anatomy": ("Muscle", "Side"),
    "connection": ("Connection", "ConnectionReport"),
    "cue": ("Focus", "Touch"),
    "exercise": ("Exercise",),
    "load": ("e1rm_kg", "volume_kg"),
    "session": ("LoggedSession", "Session"),
    "sets": ("PerformedSet", "SetKind"),
    "tempo": ("Tempo",),
}


def __getattr__(name: str) -> object:
    for module, names in _HOME.items():
        if name in names:
            return getattr(import_module(f"innervate.training.{module}"), name)
    raise AttributeError(f"module 'innervate' has no name {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
