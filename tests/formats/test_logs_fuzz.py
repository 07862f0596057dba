"""Whatever the bytes are: a log, or a `LogError`. Never anything else, and never for long."""

import time
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from innervate.formats.logs import open_log
from innervate.formats.written import LogError, Unit

LOGS = Path(__file__).parent.parent / "golden" / "logs"
GOLDEN = [path.read_bytes() for path in sorted(LOGS.glob("*.csv"))]

pieces = st.sampled_from(
    [b'"', b'""', b"\n", b"\r", b",", b";", b"\0", b"nan", b"1e99", b"-1", b"\xff", b"9" * 400,
     "\u202f".encode(), "\u2028".encode(), b"0001-01-01 00:00:00", b"Rest Timer", b"12:61 PM"]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A real file with some of it replaced, repeated or cut off."""
    content = draw(st.sampled_from(GOLDEN))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(content)))
        end = min(len(content), at + draw(st.integers(0, 40)))
        content = content[:at] + draw(pieces | st.binary(max_size=8)) + content[end:]
    return content[: draw(st.integers(0, len(content)))] if draw(st.booleans()) else content


def read_to_the_end(content: bytes) -> None:
    try:
        log = open_log(content)
    except LogError as problem:
        assert str(problem)  # noqa: PT017  either end is right
        return
    exercises = {name: name for name in log.names}
    ids = [row.id for one in log.logged("Europe/Berlin", Unit.LB, exercises) for row in one.sets]
    assert len(ids) == len(set(ids)) == log.set_count
    lines = content.count(b"\n") + content.count(b"\r") + 1
    assert all(1 <= remark.line <= lines for remark in log.skipped)


@given(damaged())
@settings(max_examples=400, deadline=None)
def test_damaged_files(content: bytes) -> None:
    read_to_the_end(content)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_anything(content: bytes) -> None:
    read_to_the_end(content)


def test_a_line_of_sixteen_megabytes_and_quotes_that_never_close_end_soon() -> None:
    head = GOLDEN[0].split(b"\n")[0] + b"\n"
    begun = time.process_time()
    for body in (b"x" * 15_000_000, b'"' * 15_000_000, b',"a\n' * 100_000, b',"""\n' * 100_000):
        read_to_the_end(head + body)
    assert time.process_time() - begun < 20
