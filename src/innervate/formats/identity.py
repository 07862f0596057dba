"""Ids for what other apps wrote, the same at every import of it.

They are made from what the lifter did: the minute a session began, as written, its title, the
exercise's name, and which set of that exercise it was. So a second import, a longer export, and
the export of an app that had itself imported the log all land on the same rows. The time zone,
the unit and the mapping of names are the lifter's answers and may change between two imports;
they are no part of an id.
"""

import unicodedata
from datetime import UTC, datetime
from functools import lru_cache
from uuid import UUID, uuid5

_NAMESPACE = UUID("9a6cf0c2-6f43-5b52-9d5a-3c1d1f2f9b57")
_SEPARATOR = "\x1f"


def session_key(started_at: datetime, title: str) -> str:
    """What tells two sessions apart: the minute as written, and the title."""
    written = started_at.astimezone(UTC) if started_at.tzinfo else started_at
    return f"{written:%Y-%m-%dT%H:%M}{_SEPARATOR}{folded(title)}"


def session_id(key: str) -> UUID:
    """Give the session of this key its id."""
    return uuid5(_NAMESPACE, f"session{_SEPARATOR}{key}")


def set_id(key: str, exercise: str, nth: int) -> UUID:
    """Give the `nth` set (from 0) of `exercise` in the session of this key its id."""
    return uuid5(_NAMESPACE, _SEPARATOR.join(("set", key, folded(exercise), str(nth))))


def own_exercise_id(name: str) -> str:
    """Give the exercise that a lifter keeps under this name its id."""
    return str(uuid5(_NAMESPACE, f"exercise{_SEPARATOR}{folded(name)}"))


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Fold away what two exports may write differently: case, accents' form, white space."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
