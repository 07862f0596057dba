"""An import as a value: how far it has come, and what the lifter answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from innervate.formats.written import Unit


class State(StrEnum):
    """Where an import is on its way."""

    READING = "reading"
    READY = "ready"
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Import:
    """A file of a lifter's, and how far it has come. `can_undo` is for logs of other apps."""

    id: UUID
    name: str
    state: State
    reason: str
    preview: Mapping[str, Any] | None
    outcome: Mapping[str, int] | None
    can_undo: bool


@dataclass(frozen=True, slots=True)
class Answers:
    """What only the lifter can say. A name that is not in `mapping` means what we proposed."""

    zone: str | None = None
    unit: Unit | None = None
    mapping: Mapping[str, str | None] = field(default_factory=dict)
