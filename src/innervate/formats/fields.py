"""Single fields of a log: numbers, moments, durations, in every spelling we have met."""

import re
from datetime import datetime, timedelta
from functools import lru_cache

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:[.,][0-9]{0,25})?(?:[eE][+-]?[0-9]{1,2})?")
_ISO = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
    r"(?:[T ]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?)?"
    r" ?([AaPp]\.?[Mm]\.?)? ?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_ENGLISH = re.compile(
    r"([0-9]{1,2}) ([A-Za-z]{3})[a-z]*\.?,? ([0-9]{4}),? ([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?"
    r" ?([AaPp]\.?[Mm]\.?)?"
)
_MONTHS = {
    month: number
    for number, month in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_DURATION = re.compile(
    r"(?:([0-9]{1,3}) ?h(?:rs?|ours?)?)? ?"
    r"(?:([0-9]{1,4}) ?m(?:ins?)?)? ?"
    r"(?:([0-9]{1,6}) ?s(?:ecs?)?)?"
)
_CLOCK = re.compile(r"([0-9]{1,3}):([0-9]{2}):([0-9]{2})")
_YEARS = range(1970, 2101)
_NOON = 12
_LONGEST_S = 7 * 86_400


class FieldError(ValueError):
    """One field that cannot be read."""


@lru_cache(maxsize=4096)
def number(text: str) -> float | None:
    """Read a number with a point or a comma; None for an empty field."""
    bare = text.strip()
    if not bare:
        return None
    if not _NUMBER.fullmatch(bare):
        raise FieldError(f"{shortened(bare)!r} is no number.")
    return float(bare.replace(",", "."))


@lru_cache(maxsize=4096)
def moment(text: str) -> datetime:
    """Read a date and time as written: without a zone, unless the text carries an offset."""
    bare = " ".join(text.split())
    try:
        found = _ISO.fullmatch(bare)
        if found:
            return _iso(bare, found)
        found = _ENGLISH.fullmatch(bare)
        if found and found[2].lower() in _MONTHS:
            day, month, year, hour, minute, half = found.groups()
            clock = (_hour(hour, half), int(minute), 0)
            return _datetime(int(year), _MONTHS[month.lower()], int(day), clock)
    except (ValueError, OverflowError) as problem:
        if isinstance(problem, FieldError):
            raise
    raise FieldError(f"{shortened(bare)!r} is no date that we can read.")


def _iso(bare: str, found: re.Match[str]) -> datetime:
    year, month, day, hour, minute, second, half, offset = found.groups()
    clock = (_hour(hour or "0", half), int(minute or 0), int(second or 0))
    written = _datetime(int(year), int(month), int(day), clock)
    if not offset:
        return written
    return written.replace(tzinfo=datetime.strptime(offset, "%z").tzinfo)


def _datetime(year: int, month: int, day: int, clock: tuple[int, int, int]) -> datetime:
    if year not in _YEARS:
        raise FieldError(f"The year {year:04d} lies outside {_YEARS[0]} to {_YEARS[-1]}.")
    return datetime(year, month, day, *clock)  # noqa: DTZ001  the file names no zone


def _hour(hour: str, half: str | None) -> int:
    if not half:
        return int(hour)
    if not 1 <= int(hour) <= _NOON:
        raise ValueError(hour)
    return int(hour) % _NOON + (_NOON if half[0] in "pP" else 0)


@lru_cache(maxsize=4096)
def duration(text: str) -> timedelta | None:
    """Read `2h 38m`, `38min`, `1:05:00` or bare seconds; None where it says nothing readable."""
    bare = " ".join(text.split()).lower()
    if not bare:
        return None
    found = _CLOCK.fullmatch(bare) or _DURATION.fullmatch(bare)
    if found:
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        seconds += 3600 * hours + 60 * minutes
    elif _NUMBER.fullmatch(bare):
        seconds = int(number(bare) or 0)
    else:
        return None
    return timedelta(seconds=seconds) if 0 < seconds <= _LONGEST_S else None


@lru_cache(maxsize=4096)
def words(text: str) -> str:
    """Tidy the white space of a title or a name."""
    return " ".join(text.split())


def shortened(text: str, most: int = 40) -> str:
    """Keep a quoted field from filling the screen."""
    return text if len(text) <= most else f"{text[:most]}..."
