"""What a lifter chose once for the whole app."""

from dataclasses import dataclass
from enum import StrEnum

from innervate.training.session import zone


class DisplayUnit(StrEnum):
    """What loads are shown and typed in; they are kept in kilograms."""

    KG = "kg"
    LB = "lb"


class Theme(StrEnum):
    """Light or dark, or whatever the phone says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class PreferencesError(ValueError):
    """A choice that does not exist."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """A lifter's choices. `zone` is empty where the phone's own time zone is used."""

    unit: DisplayUnit = DisplayUnit.KG
    rest_s: float = 120.0
    theme: Theme = Theme.SYSTEM
    locale: str = "en"
    body_prompts: bool = True
    zone: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.rest_s <= 3600:
            raise PreferencesError("A rest lasts between 0 seconds and an hour.")
        if self.zone:
            zone(self.zone)
