"""The exercise names in a file, whatever kind of file it is, and how often each stands there."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from innervate.cli.outcome import CommandError
from innervate.formats.columns import Columns
from innervate.formats.decoding import require_size, text_of
from innervate.formats.logs import open_log
from innervate.formats.table import DELIMITERS, Record, fields_of, lines_of, records
from innervate.formats.written import LogError

_COLUMNS = ("exercise", "exercise name", "exercise_name", "exercise_title", "name")
_LENGTH_MAX = 200


def names_in(file: Path) -> dict[str, int]:
    """Names and numbers of sets, most sets first: of an app's export, of a column, or of lines."""
    try:
        require_size(file.stat().st_size)
        content = file.read_bytes()
    except OSError as problem:
        raise CommandError(f"{file} cannot be read: {problem.strerror or problem}.") from problem
    try:
        return open_log(content).names
    except LogError:
        # An app we do not import, or no log at all; its names may still be read.
        return _listed(lines_of(text_of(content)))


def _listed(lines: list[str]) -> dict[str, int]:
    for delimiter in DELIMITERS:
        columns = Columns.of(fields_of(lines[0], delimiter))
        for name in _COLUMNS:
            if columns.has((name,)):
                found = records(lines, delimiter, columns.width, first=1)
                place = columns.place(name)
                return _counted(each.fields[place] for each in found if isinstance(each, Record))
    return _counted(lines)


def _counted(names: Iterable[str]) -> dict[str, int]:
    tidy = (" ".join(name.split()) for name in names)
    counts = Counter(name for name in tidy if name)
    if not counts or not all(map(_may_be_a_name, counts)):
        raise CommandError("This is no export of a training app, nor a list of exercise names.")
    return dict(counts.most_common())


def _may_be_a_name(text: str) -> bool:
    return len(text) <= _LENGTH_MAX and text.isprintable()
