"""What cannot be read is refused or listed, each with one clear sentence."""

import codecs
import gzip
from pathlib import Path

import pytest

from innervate.formats.decoding import SIZE_MAX
from innervate.formats.logs import open_log
from innervate.formats.written import ImportedLog, LogError

STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Seconds,RPE\n"
HEVY = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)
GOOD = "2024-05-06 18:30:05,Push,Bench,1,80,8,0,\n"


def strong(*lines: str) -> ImportedLog:
    return open_log((STRONG + "".join(f"{line}\n" for line in lines)).encode())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"sep=;\n", "empty"),
        (b"PK\x03\x04rest", "ZIP"),
        (gzip.compress(b"anything", mtime=0), "compressed"),
        (b"SQLite format 3\0", "database"),
        (b"%PDF-1.7", "PDF"),
        (b"\x0e\x20\0\0\0\0\0\0.FIT", "Garmin"),
        (b"ab\0\x01\x02\xff\xfe", "no text"),
        (b"Date,Exercise,Category,Weight (kgs)\n", "FitNotes"),
        (b"name,age\nAna,30\n", "Hevy and Strong. This file begins with: name,age"),
        (STRONG.encode(), "holds no set"),
        (b"x" * (SIZE_MAX + 1), "16.0 MB; a training log has at most 16 MB"),
    ],
)
def test_a_file_that_is_no_log_is_refused_with_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(LogError, match=says):
        open_log(content)


def test_a_file_that_is_too_large_is_refused_without_reading_it(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(20 * 1024 * 1024)
    with pytest.raises(LogError, match=r"20\.0 MB"):
        open_log(large)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LogError, match=r"nothing\.csv cannot be read"):
        open_log(tmp_path / "nothing.csv")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("2024-05-06 18:30:05,Push,Bench,1,nan,8,0,", "'nan' is no number"),
        ("2024-05-06 18:30:05,Push,Bench,1,inf,8,0,", "'inf' is no number"),
        ("2024-05-06 18:30:05,Push,Bench,1,1e9,8,0,", "between 0 and 2,000 kg"),
        ("2024-05-06 18:30:05,Push,Bench,1,-5,8,0,", "between 0 and 2,000 kg"),
        ("2024-05-06 18:30:05,Push,Bench,1,80,100000,0,", "between 0 and 1,000"),
        ("2024-05-06 18:30:05,Push,Bench,1,80,8,0,11", "RPE must be between 0 and 10"),
        ("2024-05-06 18:30:05,Push,Bench,1,80,8,1_0,", "'1_0' is no number"),
        ("0001-01-01 00:00:00,Push,Bench,1,80,8,0,", "year 0001"),
        ("2024-13-06 18:30:05,Push,Bench,1,80,8,0,", "no date"),
        ("05/06/2024,Push,Bench,1,80,8,0,", "'05/06/2024' is no date"),
        ("2024-05-06 18:30:05,Push,,1,80,8,0,", "names no exercise"),
        ("2024-05-06 18:30:05,Push,Bench,1,80", "5 fields where 8 belong"),
        ("2024-05-06 18:30:05,Push,Ben,ch,1,80,8,0,", "9 fields where 8 belong"),
        ('2024-05-06 18:30:05,"Push,Bench,1,80,8,0,', "never closed"),
    ],
)
def test_a_line_that_cannot_be_read_is_listed_and_the_rest_is_kept(line: str, says: str) -> None:
    log = strong(GOOD.strip(), line, GOOD.strip())
    assert log.set_count == 2
    (remark,) = log.skipped
    assert remark.line == 3
    assert says in remark.reason


def test_line_numbers_count_the_lines_of_notes_too() -> None:
    head = STRONG.replace("RPE", "Notes").encode()
    note = b'2024-05-06 18:30:05,Push,Bench,1,80,8,0,"first\r\nsecond"\r\n'
    log = open_log(head + note + b"2024-05-06 18:30:05,Push,Bench,2,x,8,0,\r\n")
    assert [remark.line for remark in log.skipped] == [4]
    assert log.sessions[0].sets[0].note == "first\r\nsecond"


def test_half_a_file_gives_what_is_whole() -> None:
    whole = (STRONG + GOOD * 3).encode()
    log = open_log(whole[:-14])
    assert log.set_count == 2
    assert log.skipped[0].line == 4


def test_half_a_file_cut_inside_a_quote_gives_what_is_whole() -> None:
    rows = [
        f'"Push","{day} May 2024, 07:05","","","Bench",,"slow",0,"normal",80,8,,,\n'
        for day in (1, 2, 3)
    ]
    log = open_log((HEVY + "".join(rows))[:-30].encode())
    assert (log.set_count, [remark.line for remark in log.skipped]) == (2, [4])


def test_nothing_readable_at_all_says_why() -> None:
    with pytest.raises(
        LogError, match=r"No line of this file could be read. Line 2: 'x' is no date"
    ):
        strong("x,Push,Bench,1,80,8,0,")


def test_a_set_left_out_does_not_move_the_ids_of_the_next() -> None:
    def last_id(*lines: str) -> object:
        log = strong(*lines)
        (session,) = log.logged("UTC", "kg", {"Bench": "bench"})
        return session.sets[-1].id

    broken = GOOD.strip().replace(",80,", ",x,")
    assert last_id(broken, GOOD.strip()) == last_id(GOOD.strip(), GOOD.strip())


def test_an_unknown_kind_of_set_is_kept_as_work_and_said() -> None:
    log = strong("2024-05-06 18:30:05,Push,Bench,MYO_REPS,80,8,0,")
    assert log.set_count == 1
    assert "'myo reps' is no kind of set" in log.skipped[0].reason


def test_half_repetitions_are_kept_whole_and_said() -> None:
    log = strong("2024-05-06 18:30:05,Push,Bench,1,80,7.5,0,")
    assert log.sessions[0].sets[0].reps == 7
    assert "7.5 was kept as 7" in log.skipped[0].reason


def test_a_note_that_is_too_long_is_cut_and_said() -> None:
    line = f'"Push","1 May 2024, 07:05","","","Bench",,"{"n" * 5000}",0,"normal",80,8,,,\n'
    log = open_log((HEVY + line).encode())
    assert len(log.sessions[0].sets[0].note) == 4000
    assert "cut after 4,000" in log.skipped[0].reason


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, end: str) -> None:
    text = (STRONG + GOOD.replace("Push", "Münster") * 2).replace("\n", end)
    log = open_log(text.encode(encoding))
    assert log.sessions[0].title == "Münster"
    assert log.set_count == 2


def test_utf_8_cut_in_the_middle_of_a_letter_stays_utf_8() -> None:
    text = STRONG + GOOD.replace("Push", "Münster") + "2024-05-06 18:30:05,Mü"
    log = open_log(text.encode()[:-1])
    assert log.sessions[0].title == "Münster"


def test_a_spreadsheet_s_first_line_and_other_column_order() -> None:
    text = "sep=;\nReps;Weight (lbs);Set Order;Exercise Name;Workout Name;Date\n"
    log = open_log((text + "8;185;1;Bench;Push;2024-05-06T18:30\n").encode())
    assert log.sessions[0].sets[0].load == 185
    assert "unit" not in log.asks


def test_an_offset_in_the_file_wins_over_the_zone_answered() -> None:
    log = strong("2024-05-06T18:30:05+05:30,Push,Bench,1,80,8,0,")
    (session,) = log.logged("America/New_York", "kg", {"Bench": "bench"})
    assert session.session.started_at.isoformat() == "2024-05-06T13:00:05+00:00"


@pytest.mark.parametrize(
    "written",
    [
        "15 Sep 2025, 07:48",
        "15 September 2025, 7:48 AM",
        "2025-09-15T07:48:00",
        "2025-09-15 7:48 am",
    ],
)
def test_hevy_s_ways_to_write_a_time(written: str) -> None:
    line = f'"Push","{written}","","","Bench",,"",0,"normal",80,8,,,\n'
    log = open_log((HEVY + line).encode())
    assert log.sessions[0].started_at.isoformat() == "2025-09-15T07:48:00"


def test_clocks_that_went_back_do_not_end_a_session_before_it_began() -> None:
    line = '"Push","27 Oct 2024, 02:50","27 Oct 2024, 02:10","","Bench",,"",0,"normal",80,8,,,\n'
    log = open_log((HEVY + line).encode())
    (session,) = log.logged("Europe/Berlin", "kg", {"Bench": "bench"})
    assert session.session.ended_at is None


def test_a_byte_order_mark_alone_is_empty() -> None:
    with pytest.raises(LogError, match="empty"):
        open_log(codecs.BOM_UTF8)
