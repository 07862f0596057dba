"""Imports on the wire, as `docs/reference/wire.md` describes them."""

from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from innervate.formats.written import Unit
from innervate.server.imports.progress import Answers, State


class NameOut(Schema):
    """An exercise name of the file, and what it means unless the lifter says otherwise."""

    name: str
    sets: int
    exercise: str | None = None
    suggestions: list[str] = Field(default_factory=list)


class SkippedOut(Schema):
    """A line that was left out or changed, and why."""

    line: int
    reason: str


class PreviewOut(Schema):
    """What the file holds, and what it would add."""

    app: str
    sessions: int
    sets: int
    first_day: str | None = None
    last_day: str | None = None
    asks: list[Literal["zone", "unit"]] = Field(default_factory=list)
    names: list[NameOut] = Field(default_factory=list)
    skipped: list[SkippedOut] = Field(default_factory=list)
    skipped_count: int = 0
    rest_timers: int = 0
    already_here: int = 0


class OutcomeOut(Schema):
    """What was added. `already_here` counts sets."""

    sessions_added: int
    sets_added: int
    already_here: int


class ImportOut(Schema):
    """A file on its way into the log."""

    id: UUID
    name: str
    state: State
    reason: str | None = None
    preview: PreviewOut | None = None
    outcome: OutcomeOut | None = None
    can_undo: bool = False

    @staticmethod
    def resolve_reason(found: object) -> str | None:
        """Leave out an empty reason."""
        return getattr(found, "reason", None) or None


class StartIn(Schema):
    """The lifter's answers. A name mapped to null stays an exercise of their own."""

    zone: str | None = Field(None, max_length=64)
    unit: Unit | None = None
    mapping: dict[str, str | None] = Field(default_factory=dict, max_length=10_000)

    def to_answers(self) -> Answers:
        """Give the answers as a value."""
        return Answers(self.zone, self.unit, self.mapping)
