"""Tempo: how long each phase of a repetition lasts."""

import re
from dataclasses import dataclass
from typing import Self

_PHASE = r"[0-9]+(?:\.[0-9])?"
_NOTATION = re.compile(rf"({_PHASE})-({_PHASE})-({_PHASE}|[xX])-({_PHASE})")
_LONGEST_PHASE_S = 30.0
_EXPLOSIVE_S = 0.5


class TempoError(ValueError):
    """A tempo that cannot be read."""


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds lowering, at the bottom, lifting, at the top; written `3-1-1-0`."""

    eccentric_s: float
    bottom_s: float
    concentric_s: float
    top_s: float

    def __post_init__(self) -> None:
        phases = (self.eccentric_s, self.bottom_s, self.concentric_s, self.top_s)
        if not all(0 <= phase <= _LONGEST_PHASE_S for phase in phases):
            raise TempoError("A phase of a tempo lasts between 0 and 30 seconds.")
        if not sum(phases):
            raise TempoError("A repetition must take some time.")

    @classmethod
    def parse(cls, notation: str) -> Self:
        """Read `3-1-1-0`; `X` for lifting means as fast as possible and counts half a second."""
        found = _NOTATION.fullmatch(notation.strip())
        if not found:
            raise TempoError(f"{notation!r} is no tempo; write four numbers such as 3-1-1-0.")
        return cls(*(_EXPLOSIVE_S if part in "xX" else float(part) for part in found.groups()))

    @property
    def notation(self) -> str:
        """The tempo as a lifter writes it; `Tempo.parse` reads it back."""
        phases = (self.eccentric_s, self.bottom_s, self.concentric_s, self.top_s)
        return "-".join(f"{phase:g}" for phase in phases)

    @property
    def rep_s(self) -> float:
        """Seconds one repetition takes."""
        return self.eccentric_s + self.bottom_s + self.concentric_s + self.top_s
