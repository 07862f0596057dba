"""A session: one visit to the gym."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from innervate.training.sets import NOTE_LENGTH_MAX, PerformedSet, SetError, require_order

TITLE_LENGTH_MAX = 200


@dataclass(frozen=True, slots=True)
class Session:
    """One visit: when, where on the clock, and what the lifter noted.

    `zone` is the IANA name of the time zone the lifter trained in; the session's day and week
    are counted there. `ended_at` is None while the session goes on. `source` names the app an
    imported session comes from, empty for our own.
    """

    id: UUID
    started_at: datetime
    zone: str
    title: str = ""
    ended_at: datetime | None = None
    note: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        require_order(self.started_at, self.ended_at)
        if len(self.title) > TITLE_LENGTH_MAX or len(self.note) > NOTE_LENGTH_MAX:
            raise SetError("The title or the note is too long.")
        zone(self.zone)

    @property
    def day(self) -> date:
        """The calendar day the session began on, where the lifter was."""
        return self.started_at.astimezone(zone(self.zone)).date()


@dataclass(frozen=True, slots=True)
class LoggedSession:
    """A session with its sets in order."""

    session: Session
    sets: tuple[PerformedSet, ...]


def zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name; raises `SetError` with a sentence for a wrong one."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SetError(f"{name!r} is no time zone; an example is Europe/Berlin.") from error


def week_of(day: date) -> date:
    """The Monday of the week that `day` lies in."""
    return day - timedelta(days=day.weekday())
