"""Where attention goes in a set, and the words and the hand that lead it there."""

from enum import StrEnum


class Focus(StrEnum):
    """What the lifter attends to: the muscle, the effect on the weight, or nothing given."""

    INTERNAL = "internal"
    EXTERNAL = "external"
    NEUTRAL = "neutral"


class Touch(StrEnum):
    """When a hand was on the working muscle."""

    NONE = "none"
    BEFORE = "before"
    DURING = "during"
