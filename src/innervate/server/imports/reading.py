"""What a file would add to a lifter's log, before anything is added."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from innervate.formats import identity
from innervate.formats.archive import WireRow, is_archive, read_archive
from innervate.formats.logs import open_log
from innervate.formats.written import ImportedLog, LogError, Remark
from innervate.server.logbook.wire import Pushed, Unreadable, read_row
from innervate.training import catalogue
from innervate.training.session import Session

OWN = "innervate"
"""What the preview calls the app of an archive."""

SKIPPED_SHOWN = 200
_FIRST_ROW = 2


@dataclass(frozen=True, slots=True)
class Archived:
    """The rows of an archive; all of them can be read."""

    rows: tuple[Pushed, ...]


Source = ImportedLog | Archived


@dataclass(frozen=True, slots=True)
class Known:
    """What an account knows already about names: choices made, and exercises of its own."""

    choices: Mapping[str, str]
    """Folded name to exercise id; empty for an own exercise."""

    own: Mapping[str, str]
    """Id of an own exercise to its name."""

    def default(self, name: str) -> tuple[str | None, tuple[str, ...]]:
        """Say what `name` means unless the lifter says otherwise, and what else it may mean.

        None stands for the exercise that is the lifter's own under this very name. Once sets
        are there, later ones of the same name go where they went.
        """
        folded = identity.folded(name)
        found = catalogue.match(name)
        if folded in self.choices and self.exists(self.choices[folded]):
            return self.choices[folded] or None, found.suggestions
        if identity.own_exercise_id(name) in self.own:
            return None, found.suggestions
        same = next((id for id, own in self.own.items() if identity.folded(own) == folded), None)
        return same or found.exercise, found.suggestions

    def exists(self, exercise: str) -> bool:
        """Is this an id of the catalogue or of an own exercise, or empty for an own one?"""
        return not exercise or exercise in self.own or exercise in catalogue.load()


def read(content: bytes, now_ms: int) -> Source:
    """Read a file of another app, or an archive; raises `LogError` with a sentence."""
    if not is_archive(content):
        return open_log(content)
    rows = enumerate(read_archive(content), _FIRST_ROW)
    return Archived(tuple(_version(row, line, now_ms) for line, row in rows))


def preview_of(source: Source, known: Known, already_here: int) -> dict[str, Any]:
    """Describe what `source` holds, as `docs/reference/wire.md` has it."""
    if isinstance(source, Archived):
        return _archive_preview(source, already_here)
    first, last = source.days
    return {
        "app": source.app,
        "sessions": len(source.sessions),
        "sets": source.set_count,
        "first_day": first.isoformat(),
        "last_day": last.isoformat(),
        "asks": [ask.value for ask in source.asks],
        "names": list(_names(source, known)),
        "skipped": listed(source.skipped[:SKIPPED_SHOWN]),
        "skipped_count": len(source.skipped),
        "rest_timers": source.rest_timers,
        "already_here": already_here,
    }


def listed(remarks: Sequence[Remark]) -> list[dict[str, Any]]:
    """Write remarks as they go over the wire."""
    return [asdict(remark) for remark in remarks]


def ids_of(source: Source) -> Iterator[tuple[str, str]]:
    """Yield the kind and id of every session and set that `source` would put in the log."""
    if isinstance(source, Archived):
        yield from (row.key for row in source.rows if row.value and row.kind in {"session", "set"})
        return
    for session in source.sessions:
        key = session.key
        yield "session", str(identity.session_id(key))
        for row in session.sets:
            yield "set", str(identity.set_id(key, row.exercise, row.nth))


def _names(log: ImportedLog, known: Known) -> Iterator[dict[str, Any]]:
    for name, count in log.names.items():
        exercise, suggestions = known.default(name)
        yield {
            "name": name,
            "sets": count,
            "exercise": exercise,
            "suggestions": [id for id in suggestions if id != exercise],
        }


def _archive_preview(source: Archived, already_here: int) -> dict[str, Any]:
    days = sorted(row.value.day for row in source.rows if isinstance(row.value, Session))
    counts = Counter(row.kind for row in source.rows if row.value is not None)
    return {
        "app": OWN,
        "sessions": counts["session"],
        "sets": counts["set"],
        "first_day": _day(days[:1]),
        "last_day": _day(days[-1:]),
        "asks": [],
        "names": [],
        "skipped": [],
        "skipped_count": 0,
        "already_here": already_here,
    }


def _day(days: Sequence[date]) -> str | None:
    return days[0].isoformat() if days else None


def _version(row: WireRow, line: int, now_ms: int) -> Pushed:
    version = read_row(row, now_ms)
    if isinstance(version, Unreadable):
        raise LogError(f"Line {line} of the archive: {version.reason}")
    return version
