"""Records of a delimited file, each with the line it begins on; broken ones do not end the file."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from innervate.formats.written import LogError, Remark

DELIMITERS = (",", ";", "\t")
_REREAD_MAX = 32 * 1024 * 1024
_LINES_MAX = 500
"""A record may span lines, because notes do; more lines than this mean a quote was lost."""

_LINE_MAX = 100_000


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one record and the line of the file, from 1, that it begins on."""

    line: int
    fields: list[str]


def lines_of(text: str) -> list[str]:
    """Split into lines that keep their ends; only CR and LF end a line, as in CSV."""
    return list(io.StringIO(text, newline=""))


def fields_of(line: str, delimiter: str) -> list[str]:
    """Split one line on its own."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def records(
    lines: list[str], delimiter: str, width: int, *, first: int = 0
) -> Iterator[Record | Remark]:
    """Yield each record of `width` fields from line index `first` on, or why it is left out.

    Where a quote is never closed, its line alone is left out and reading goes on with the next.
    """
    start, reread = first, 0
    while start < len(lines):
        reader = _reader(lines, start, delimiter)
        begun = base = start
        while (fields := _next(reader)) is not None:
            end = base + reader.line_num
            if _is_torn(fields, end - begun, width):
                break
            if fields:
                yield _checked(fields, begun + 1, width)
            begun = end
        if begun >= len(lines):
            return
        reread += sum(map(len, lines[begun : base + reader.line_num]))
        if reread > _REREAD_MAX:
            raise LogError("The quotes in this file are broken in too many places.")
        yield _alone(lines[begun], begun + 1, delimiter, width)
        start = begun + 1


def _reader(lines: list[str], start: int, delimiter: str) -> Any:
    # Not islice: that walks over everything before `start`, at every broken line again.
    rest = map(lines.__getitem__, range(start, len(lines)))
    return csv.reader(rest, delimiter=delimiter, strict=True)


def _next(reader: Any) -> list[str] | None:
    try:
        return next(reader, None)
    except csv.Error:
        return None


def _is_torn(fields: list[str], height: int, width: int) -> bool:
    return height > _LINES_MAX or (height > 1 and len(fields) != width)


def _checked(fields: list[str], line: int, width: int) -> Record | Remark:
    if len(fields) == width:
        return Record(line, fields)
    return Remark(line, f"The line has {len(fields)} fields where {width} belong.")


def _alone(text: str, line: int, delimiter: str, width: int) -> Record | Remark:
    if text.count('"') % 2:
        return Remark(line, "A quotation mark on this line is never closed.")
    if len(text) > _LINE_MAX:
        return Remark(line, "The line is too long.")
    return _checked(fields_of(text, delimiter), line, width)
