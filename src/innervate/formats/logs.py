"""`open_log`: read the training log of another app, whichever app it was."""

from pathlib import Path

from innervate.formats import hevy, strong
from innervate.formats.columns import Columns
from innervate.formats.decoding import require_size, text_of
from innervate.formats.fields import FieldError, moment, shortened
from innervate.formats.table import DELIMITERS, fields_of, lines_of, records
from innervate.formats.written import ImportedLog, LogError

_APPS = ((hevy.NEEDED, hevy.log_of), (strong.NEEDED, strong.log_of))
READS = "Hevy and Strong"

_OTHERS = {
    "FitNotes": ("date", "exercise", "category"),
    "Liftosaur": ("workout datetime", "day name"),
    "LiftLog": ("sessionid", "timestamp", "targetreps"),
    "StrongLifts": ("body weight (kg)", "exercise"),
}
_HEADER_SHOWN = 120


def open_log(source: Path | bytes) -> ImportedLog:
    """Read a Hevy or Strong export, found out by its column names; raises `LogError`.

    Nothing is guessed: a line that cannot be read is listed in `skipped` with its number, and
    what the file does not say is listed in `asks`.
    """
    if isinstance(source, Path):
        source = _content(source)
    lines = lines_of(text_of(source))
    first = _first_line(lines)
    for delimiter in DELIMITERS:
        fields = fields_of(lines[first], delimiter)
        columns = Columns.of(fields)
        for needed, log_of in _APPS:
            if columns.has(needed):
                found = records(lines, delimiter, columns.width, first=first + 1)
                return log_of(found, columns)
        bare = _columns_without_header(fields)
        if bare:
            return strong.log_of(records(lines, delimiter, bare.width, first=first), bare)
    raise LogError(_unknown(lines[first]))


def _content(path: Path) -> bytes:
    try:
        require_size(path.stat().st_size)
        return path.read_bytes()
    except OSError as problem:
        raise LogError(f"{path} cannot be read: {problem.strerror or problem}.") from problem


def _first_line(lines: list[str]) -> int:
    """Index of the first line that says something; spreadsheets put `sep=;` before it."""
    for index, line in enumerate(lines):
        if line.strip() and not line.lower().startswith("sep="):
            return index
    raise LogError("The file is empty.")


def _columns_without_header(fields: list[str]) -> Columns | None:
    for header in strong.WITHOUT_HEADER:
        columns = Columns.of(header)
        if columns.width == len(fields) and _is_moment(fields[columns.place("date")]):
            return columns
    return None


def _is_moment(text: str) -> bool:
    try:
        moment(text)
    except FieldError:
        return False
    return True


def _unknown(line: str) -> str:
    for delimiter in DELIMITERS:
        columns = Columns.of(fields_of(line, delimiter))
        for app, names in _OTHERS.items():
            if columns.has(names):
                return f"This looks like an export of {app}. Innervate reads {READS}."
    found = shortened(" ".join(line.split()), _HEADER_SHOWN)
    return f"Innervate reads the exports of {READS}. This file begins with: {found}"
