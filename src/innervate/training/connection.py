"""What a lifter reports about a set: how well the target muscle was felt and driven."""

from dataclasses import dataclass
from enum import StrEnum

from innervate.training.anatomy import Muscle

_FELT_HIGHEST = 10


class Connection(StrEnum):
    """The lifter's own rating of one set; ordinal, with no distances between the steps."""

    WEAK = "weak"
    MODERATE = "moderate"
    STRONG = "strong"

    @property
    def rank(self) -> int:
        """0 for weak, 1 for moderate, 2 for strong."""
        return tuple(Connection).index(self)


@dataclass(frozen=True, slots=True)
class ConnectionReport:
    """A lifter's report on one set. Every part may be missing, and missing is not weak."""

    connection: Connection | None = None
    drifts: int | None = None
    felt_strongest: Muscle | None = None
    felt_0_10: int | None = None

    def __post_init__(self) -> None:
        if self.drifts is not None and self.drifts < 0:
            raise ValueError("Drifts are counted from 0.")
        if self.felt_0_10 is not None and not 0 <= self.felt_0_10 <= _FELT_HIGHEST:
            raise ValueError("How strongly a muscle was felt is a number from 0 to 10.")

    @property
    def is_rated(self) -> bool:
        """Did the lifter rate the connection of this set?"""
        return self.connection is not None


UNRATED = ConnectionReport()
