"""The catalogue on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from innervate.cli.main import main
from innervate.training import catalogue

LOGS = Path(__file__).parents[1] / "golden" / "logs"
Captured = pytest.CaptureFixture[str]


def said(capsys: Captured, *words: str, code: int = 0) -> str:
    assert main(["catalogue", *words]) == code
    return capsys.readouterr().out


def answer(capsys: Captured, *words: str, code: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(capsys, *words, "--json", code=code))
    assert found["ok"] == (code == 0)
    return found


def test_check_says_that_all_is_sound_and_what_is_not_translated(capsys: Captured) -> None:
    out = said(capsys, "check")
    assert out.endswith(f"{len(catalogue.load())} exercises, all sound.\n")
    assert "Not translated into de:" in out
    assert answer(capsys, "check")["problems"] == []


def test_check_lists_every_problem_and_fails(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = {"arms.toml": "[curl]\nname = 'Curl'\ncolour = 'red'\n"}
    for place in ("check", "loader"):
        name = f"innervate.training.catalogue.{place}.shipped_files"
        monkeypatch.setattr(name, lambda *_: broken)
    out = said(capsys, "check", code=1)
    assert "Curl: colour: is no field of an exercise.\n" in out
    assert "Curl: targets: is missing.\n" in out
    assert "to mend." in out
    assert (
        "Curl: colour: is no field of an exercise." in answer(capsys, "check", code=1)["problems"]
    )


def test_check_of_a_language_we_do_not_have_is_a_plain_error(capsys: Captured) -> None:
    assert main(["catalogue", "check", "--language", "tlh"]) == 1
    assert "There is no translation 'tlh'" in capsys.readouterr().err


def test_show_is_a_card_of_everything(capsys: Captured) -> None:
    out = said(capsys, "show", "Lateral Raise")
    exercise = catalogue.load()["lateral-raise"]
    flat = " ".join(out.split())
    assert out.startswith("Lateral raise  (lateral-raise)\n")
    for text in (exercise.cues.internal, exercise.touch.during, exercise.compensators[0].sign):
        assert text
        assert text in flat
    for word in ("Side delts", "Tempo 3-0-1-1", "10 to 20 reps", "(SENIAM)", "grade D"):
        assert word in flat
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize("id", catalogue.load().exercises)
def test_every_exercise_can_be_shown(capsys: Captured, id: str) -> None:
    assert f"({id})" in said(capsys, "show", id)


def test_show_in_german_and_as_json(capsys: Captured) -> None:
    assert "Bizeps" in said(capsys, "show", "barbell-curl", "--language", "de")
    found = answer(capsys, "show", "barbell-curl")["exercise"]
    assert (found["id"], found["focus"]) == ("barbell-curl", "internal")
    assert found["compensators"][0]["grade"] in "ABCD"


def test_show_of_a_slip_asks(capsys: Captured) -> None:
    assert main(["catalogue", "show", "latral raise"]) == 1
    assert "Did you mean lateral-raise" in capsys.readouterr().err


def test_match_of_a_log_counts_sets(capsys: Captured, tmp_path: Path) -> None:
    found = answer(capsys, "match", str(LOGS / "hevy-kg.csv"))
    assert found["sets"] == 13
    assert found["mapped"] == sum(each["sets"] for each in found["names"] if each["exercise"])
    assert found["share"] == round(found["mapped"] / 13, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Bench Press (Barbell)\nbench press (barbell)\n\nPaused Bench\n",
        "Date,Exercise,Kg\n1,Bench Press (Barbell),3\n2,bench press (barbell),\n3,Paused Bench,\n",
        "name;id\nBench Press (Barbell);x\nbench press (barbell);y\nPaused Bench;\n",
    ],
)
def test_match_of_a_list_or_a_column(capsys: Captured, tmp_path: Path, text: str) -> None:
    (tmp_path / "names.csv").write_text(text, encoding="utf-8")
    out = said(capsys, "match", str(tmp_path / "names.csv"))
    assert "2 of 3 sets map without asking (66.7%).\n2 of 3 names.\n" in out
    assert "1  Paused Bench: like " in out
    assert "barbell-bench-press" in out


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"PK\x03\x04", b"x" * 300])
def test_match_of_no_names_is_a_plain_error(
    capsys: Captured, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "names.txt"
    file.write_bytes(content)
    assert main(["catalogue", "match", str(file)]) == 1
    assert main(["catalogue", "match", str(tmp_path / "none")]) == 1
    assert capsys.readouterr().err.count("innervate: ") == 2


def test_search_filters_and_forgives(capsys: Captured) -> None:
    assert said(capsys, "search", "latera raise").startswith("lateral-raise ")
    found = answer(capsys, "search", "--muscle", "side-delts", "--equipment", "cable")
    assert "cable-lateral-raise" in {each["id"] for each in found["exercises"]}
    assert said(capsys, "search", "xyzzy") == "0 found.\n"
    with pytest.raises(SystemExit, match="2"):
        main(["catalogue", "search", "--muscle", "nose"])


def test_evidence_is_listed_and_shown(capsys: Captured) -> None:
    assert "C  unsupported  touch-helps: " in said(capsys, "evidence")
    whole = said(capsys, "evidence", "touch-helps")
    assert "unsupported, grade C" in whole
    assert "doi:10." in whole
    assert "Den Muskel" in said(capsys, "evidence", "touch-helps", "--language", "de")
    assert answer(capsys, "evidence", "touch-helps")["entries"][0]["grade"] == "C"
    assert main(["catalogue", "evidence", "moonlight"]) == 1
