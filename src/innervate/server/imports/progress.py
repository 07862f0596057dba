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


def later_stamp(id: UUID, now_ms: int, than: tuple[str, ...]) -> str:
    """Make a stamp of now, or just after the latest of `than`, whose device is this import."""
    first = f"{now_ms:012x}0000"
    after = max((f"{int(stamp[:16], 16) + 1:016x}" for stamp in than), default=first)
    return max(first, after) + id.hex[:8]
