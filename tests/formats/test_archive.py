"""The archive gives back what was written, and refuses everything else whole."""

import gzip
import io
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innervate.formats import archive
from innervate.formats.written import LogError
from tests.strategies import words

NOW = datetime(2026, 11, 23, 18, 4, 5, 123_000, tzinfo=UTC)
STAMP = "0192f3a1b2c30000a1b2c3d4"
ROW: archive.WireRow = {"kind": "set", "id": "8f2d1c4e-0000-4000-8000-000000000001", "stamp": STAMP}

ROWS = [{**ROW, "id": ROW["id"][:-1] + digit, "note": "n" * 50} for digit in "123"]

bodies = st.dictionaries(
    words,
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | words,
    max_size=5,
)
stamps = st.text("0123456789abcdef", min_size=24, max_size=24)
rows = st.lists(
    st.builds(
        lambda kind, id, stamp, body: {**body, "kind": kind, "id": str(id), "stamp": stamp},
        st.sampled_from(archive.KINDS),
        st.uuids(),
        stamps,
        bodies,
    ),
    max_size=6,
)


def packed(some: list[archive.WireRow]) -> bytes:
    out = io.BytesIO()
    archive.write_archive(out, some, NOW)
    return out.getvalue()


def relined(*lines: object) -> bytes:
    return gzip.compress(b"".join(json.dumps(line).encode() + b"\n" for line in lines))


HEADER = {
    "format": "innervate-archive",
    "version": 1,
    "made_at": "2026-11-23T18:04:05.123Z",
    "rows": 1,
    "counts": {"set": 1},
}


@given(rows)
def test_reading_gives_back_what_was_written(some: list[archive.WireRow]) -> None:
    ordered = sorted(some, key=lambda row: archive.KINDS.index(row["kind"]))
    content = packed(some)
    assert list(archive.read_archive(content)) == ordered
    assert list(archive.read_archive(gzip.decompress(content))) == ordered


@given(rows)
def test_the_same_log_gives_the_same_bytes(some: list[archive.WireRow]) -> None:
    assert packed(some) == packed(some)


def test_the_header_says_what_is_inside() -> None:
    gone = {**ROW, "id": ROW["id"].replace("1", "2"), "deleted": True}
    header = archive.read_header(packed([ROW, gone]))
    assert (header.version, header.made_at, header.rows) == (1, NOW, 2)
    assert header.counts == {"preferences": 0, "exercise": 0, "session": 0, "set": 1}


def test_of_two_versions_of_a_row_the_later_is_kept() -> None:
    assert list(archive.read_archive(packed([ROW, {**ROW, "note": "mended"}]))) == [
        {**ROW, "note": "mended"}
    ]


@given(st.data())
def test_an_archive_that_was_cut_off_is_refused(data: st.DataObject) -> None:
    whole = packed(ROWS)
    cut = whole[: data.draw(st.integers(3, len(whole) - 1))]
    with pytest.raises(LogError):
        list(archive.read_archive(cut))


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_damaged_archive_gives_the_same_rows_or_a_sentence(at: int, flip: int) -> None:
    whole = bytearray(packed(ROWS))
    whole[at % len(whole)] ^= flip
    try:
        assert list(archive.read_archive(bytes(whole))) == ROWS
    except LogError as problem:
        assert str(problem)  # noqa: PT017  either end is right


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (relined({**HEADER, "version": 2}, ROW), "newer Innervate"),
        (relined({**HEADER, "format": "other"}, ROW), "no archive of Innervate"),
        (relined({**HEADER, "version": True}, ROW), "no archive of Innervate"),
        (relined({**HEADER, "rows": -1}), "how many rows"),
        (relined({**HEADER, "rows": 10**9}), "how many rows"),
        (relined({**HEADER, "made_at": "yesterday"}, ROW), "first line"),
        (relined({**HEADER, "counts": []}, ROW), "first line"),
        (relined(HEADER), "cut off or damaged after line 1"),
        (relined(HEADER, ROW, ROW), "more than the 1 rows"),
        (relined(HEADER, {**ROW, "kind": "spell"}), "Line 2 .* no kind"),
        (relined(HEADER, {**ROW, "id": "1"}), "Line 2 .* no id"),
        (relined(HEADER, {**ROW, "stamp": 5}), "Line 2 .* no stamp"),
        (relined(HEADER, [ROW]), "Line 2 .* is no row"),
        (gzip.compress(json.dumps(HEADER).encode() + b"\n{oops}\n"), "Line 2 .* no JSON"),
        (gzip.compress(json.dumps(HEADER).encode() + b'\n{"load_kg": NaN}\n'), "no JSON"),
        (gzip.compress(json.dumps(HEADER).encode() + b"\n" + b"[" * 200_000 + b"\n"), "no JSON"),
    ],
)
def test_what_is_wrong_is_said(content: bytes, says: str) -> None:
    with pytest.raises(LogError, match=says):
        list(archive.read_archive(content))


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused_early() -> None:
    bomb = gzip.compress(json.dumps(HEADER).encode() + b"\n" + b" " * 50_000_000)
    with pytest.raises(LogError, match="Line 2 of the archive is too long"):
        list(archive.read_archive(bomb))


@pytest.mark.parametrize(
    "content",
    [b"", b"title,start_time\n", gzip.compress(b"no", mtime=0), b"\x1f\x8b1", b"[]\n", b"5\n"],
)
def test_other_files_are_no_archives(content: bytes) -> None:
    assert not archive.is_archive(content)


def test_an_archive_is_known_by_its_first_line_even_when_a_browser_unpacked_it() -> None:
    content = packed([ROW])
    assert archive.is_archive(content)
    assert archive.is_archive(gzip.decompress(content))
