"""Our own archive: everything ever logged, in one file that any later Innervate reads back.

Format 1 is gzipped JSON lines: a header, then every row as it goes over the wire, with its stamp
and with the tombstones of deleted rows. `docs/reference/archive.md` describes it.
"""

import gzip
import io
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, BinaryIO, TypeGuard

from innervate.formats.written import LogError

FORMAT = "innervate-archive"
VERSION = 1
KINDS = ("preferences", "exercise", "session", "set")
"""Every kind of row, in the order in which the file holds them: none refers to a later one."""

WireRow = dict[str, Any]

_GZIP = b"\x1f\x8b"
_STAMP = re.compile(r"[0-9a-f]{24}")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_LINE_MAX = 256 * 1024
_ROWS_MAX = 2_000_000
_UNPACKED_MAX = 1024 * 1024 * 1024
_CUT_OFF = "The archive is cut off or damaged after line {line}; nothing was taken from it."


@dataclass(frozen=True, slots=True)
class ArchiveHeader:
    """What an archive says about itself. `counts` leaves the tombstones out."""

    version: int
    made_at: datetime
    rows: int
    counts: Mapping[str, int]


def write_archive(out: BinaryIO, rows: Iterable[WireRow], made_at: datetime) -> ArchiveHeader:
    """Write `rows` to `out`; the same rows and moment give the same bytes.

    Of two versions of one row, as a log gives that changes while it is read, the later counts.
    """
    held = list({(row["kind"], row["id"]): row for row in rows}.values())
    counts = Counter(row["kind"] for row in held if not row.get("deleted"))
    header = ArchiveHeader(
        VERSION, made_at.astimezone(UTC), len(held), {kind: counts[kind] for kind in KINDS}
    )
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0, filename="", compresslevel=6) as packed:
        packed.write(_line(_header_row(header)))
        for row in sorted(held, key=lambda row: KINDS.index(row["kind"])):
            packed.write(_line(row))
    return header


def is_archive(content: bytes) -> bool:
    """Does this file begin as an archive of ours, gzipped or as a browser unpacked it?"""
    try:
        with _opened(content) as lines:
            first = lines.readline(_LINE_MAX)
        return bool(json.loads(first).get("format") == FORMAT)
    except (OSError, EOFError, zlib.error, ValueError, AttributeError, RecursionError):
        return False


def read_header(content: bytes) -> ArchiveHeader:
    """Read what the archive says about itself; a newer format is refused with a sentence."""
    with _opened(content) as lines:
        return _header(_row(_next_line(lines, 1), 1))


def read_archive(content: bytes) -> Iterator[WireRow]:
    """Yield the rows, one at a time; raises `LogError`, perhaps only at the end, if any is wrong.

    So nothing may be kept of an archive before its last row has been read.
    """
    with _opened(content) as lines:
        header = _header(_row(_next_line(lines, 1), 1))
        for line in range(2, header.rows + 2):
            row = _row(_next_line(lines, line), line)
            _require_row(row, line)
            yield row
        if _next_line(lines, header.rows + 2, may_end=True):
            raise LogError(f"The archive holds more than the {header.rows} rows it speaks of.")


def _opened(content: bytes) -> io.BufferedIOBase:
    packed = io.BytesIO(content)
    return gzip.GzipFile(fileobj=packed) if content.startswith(_GZIP) else packed


def _next_line(lines: io.BufferedIOBase, line: int, *, may_end: bool = False) -> bytes:
    # A small file can unpack to a huge one, so every line and the whole are bounded.
    try:
        text = lines.readline(_LINE_MAX + 1)
    except (OSError, EOFError, zlib.error) as problem:
        raise LogError(_CUT_OFF.format(line=line - 1)) from problem
    if len(text) > _LINE_MAX or lines.tell() > _UNPACKED_MAX:
        raise LogError(f"Line {line} of the archive is too long.")
    if not text.endswith(b"\n") and not (may_end and not text):
        raise LogError(_CUT_OFF.format(line=line - 1))
    return text


def _row(text: bytes, line: int) -> WireRow:
    try:
        row = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as problem:
        raise LogError(f"Line {line} of the archive is no JSON.") from problem
    if not isinstance(row, dict):
        raise LogError(f"Line {line} of the archive is no row.")
    return row


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _require_row(row: WireRow, line: int) -> None:
    if row.get("kind") not in KINDS:
        raise LogError(f"Line {line} of the archive is a row of no kind that we know.")
    for name, pattern in (("id", _ID), ("stamp", _STAMP)):
        text = row.get(name)
        if not isinstance(text, str) or not pattern.fullmatch(text):
            raise LogError(f"Line {line} of the archive has no {name}.")


def _header(row: WireRow) -> ArchiveHeader:
    version, count = row.get("version"), row.get("rows")
    if row.get("format") != FORMAT or not _is_count(version):
        raise LogError("This file is no archive of Innervate.")
    if version != VERSION:
        raise LogError(
            f"This archive was written by a newer Innervate (format {version}); "
            f"this one reads format {VERSION}. Update Innervate first."
        )
    if not _is_count(count) or count > _ROWS_MAX:
        raise LogError("The archive does not say how many rows it holds.")
    try:
        made_at = datetime.fromisoformat(row["made_at"])
        counts = {kind: int(row["counts"].get(kind, 0)) for kind in KINDS}
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise LogError("The first line of the archive is damaged.") from problem
    return ArchiveHeader(version, made_at, count, counts)


def _is_count(number: object) -> TypeGuard[int]:
    return isinstance(number, int) and not isinstance(number, bool) and number >= 0


def _header_row(header: ArchiveHeader) -> WireRow:
    return {
        "format": FORMAT,
        "version": header.version,
        "made_at": f"{header.made_at:%Y-%m-%dT%H:%M:%S}.{header.made_at.microsecond // 1000:03}Z",
        "rows": header.rows,
        "counts": dict(header.counts),
    }


def _line(row: WireRow) -> bytes:
    text = json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode() + b"\n"
