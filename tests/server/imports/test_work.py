"""From a file to the log: nothing twice, nothing half, and out again without a trace."""

from uuid import uuid4

import pytest
from django.http import Http404

from innervate.formats.identity import own_exercise_id
from innervate.formats.written import LogError, Unit
from innervate.server.imports import store, work
from innervate.server.imports.progress import Answers, State
from innervate.training.own_exercise import OwnExercise
from tests.server.imports.bringing import (
    ANSWERS,
    LOGS,
    NOW,
    brought,
    edited,
    imported,
    lifter,
    live,
    put,
    rows,
)

pytestmark = pytest.mark.django_db


def test_the_preview_counts_maps_and_asks() -> None:
    found = brought(lifter(), (LOGS / "strong-a.csv").read_bytes())
    preview = dict(found.preview or {})
    names = {entry["name"]: entry for entry in preview.pop("names")}
    assert preview == {
        "app": "strong",
        "sessions": 2,
        "sets": 13,
        "first_day": "2024-05-06",
        "last_day": "2024-05-08",
        "asks": ["zone", "unit"],
        "skipped": [],
        "skipped_count": 0,
        "rest_timers": 0,
        "already_here": 0,
    }
    assert names["Lateral Raise (Dumbbell)"]["sets"] == 2
    assert names["Lateral Raise (Dumbbell)"]["exercise"] == "lateral-raise"


def test_an_import_adds_every_set_once_however_often_and_in_whatever_dialect() -> None:
    ana = lifter()
    assert imported(ana, "strong-a").outcome == {
        "sessions_added": 2,
        "sets_added": 13,
        "already_here": 0,
    }
    before = rows(ana)
    for name in ("strong-a", "strong-c", "strong-0", "hevy-lb"):
        answers = Answers("Asia/Tokyo", Unit.LB, {})
        assert imported(ana, name, answers).outcome == {
            "sessions_added": 0,
            "sets_added": 0,
            "already_here": 13,
        }
    assert rows(ana) == before


def test_a_longer_export_adds_only_what_is_new() -> None:
    ana = lifter()
    content = (LOGS / "hevy-kg.csv").read_bytes()
    imported(ana, "hevy-kg")
    longer = content + content.splitlines(keepends=True)[-1]
    found = brought(ana, longer)
    assert (found.preview or {})["already_here"] == 13
    store.answer(ana, found.id, ANSWERS)
    work.write_file(ana, str(found.id))
    assert store.get(ana, found.id).outcome == {
        "sessions_added": 0,
        "sets_added": 1,
        "already_here": 13,
    }


def test_names_go_where_the_lifter_says_and_the_choice_is_remembered() -> None:
    ana = lifter()
    chosen = {"Plank": "lateral-raise", "Lateral Raise (Dumbbell)": None}
    imported(ana, "strong-c", Answers("UTC", None, chosen))
    exercises = {row["exercise"] for row in live(ana, "set")}
    own = own_exercise_id("Lateral Raise (Dumbbell)")
    assert {"lateral-raise", own} <= exercises
    assert own in {row["id"] for row in live(ana, "exercise")}
    again = brought(ana, (LOGS / "strong-b.csv").read_bytes())
    proposed = {entry["name"]: entry["exercise"] for entry in (again.preview or {})["names"]}
    assert proposed["Plank"] == "lateral-raise"
    assert proposed["Lateral Raise (Dumbbell)"] is None


def test_a_choice_is_nobody_else_s() -> None:
    imported(lifter(), "strong-c", Answers("UTC", None, {"Plank": "lateral-raise"}))
    found = brought(lifter(), (LOGS / "strong-c.csv").read_bytes())
    proposed = {entry["name"]: entry["exercise"] for entry in (found.preview or {})["names"]}
    assert proposed["Plank"] != "lateral-raise"


def test_an_exercise_added_by_hand_is_found_by_its_name() -> None:
    ana, id = lifter(), str(uuid4())
    put(ana, OwnExercise(id, "zercher hold"))
    line = "2024-05-06 18:30:05,Push,Zercher  Hold,1,80,8\n"
    found = brought(ana, b"Date,Workout Name,Exercise Name,Set Order,kg,Reps\n" + line.encode())
    assert (found.preview or {})["names"][0]["exercise"] == id


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        (Answers(None, Unit.KG), "time zone"),
        (Answers("Mars/Olympus", Unit.KG), "no time zone"),
        (Answers("UTC", None), "kg or lb"),
        (Answers("UTC", Unit.KG, {"Nothing": None}), "No set in the file is of 'Nothing'"),
        (Answers("UTC", Unit.KG, {"Plank": "no-such-thing"}), "no exercise 'no-such-thing'"),
    ],
)
def test_answers_that_do_not_fit_are_refused_and_may_be_given_again(
    answers: Answers, says: str
) -> None:
    ana = lifter()
    found = brought(ana, (LOGS / "strong-a.csv").read_bytes())
    with pytest.raises(ValueError, match=says):
        store.answer(ana, found.id, answers)
    assert store.answer(ana, found.id, ANSWERS).state is State.WRITING


def test_nobody_maps_to_the_exercise_of_another() -> None:
    bo = lifter()
    imported(bo, "strong-c", Answers("UTC", None, {"Plank": None}))
    ana = lifter()
    found = brought(ana, (LOGS / "strong-c.csv").read_bytes())
    foreign = str(uuid4())
    put(bo, OwnExercise(foreign, "Bo's"))
    with pytest.raises(LogError, match="There is no exercise"):
        store.answer(ana, found.id, Answers("UTC", None, {"Plank": foreign}))


def test_a_stranger_s_import_does_not_exist() -> None:
    found = brought(lifter(), (LOGS / "strong-a.csv").read_bytes())
    with pytest.raises(Http404):
        store.get(lifter(), found.id)


def test_a_file_that_is_no_log_fails_with_the_sentence_and_is_forgotten() -> None:
    ana = lifter()
    found = brought(ana, b"name,age\n")
    assert found.state is State.FAILED
    assert "Hevy and Strong" in found.reason
    assert store.content(ana, found.id) == b""


def test_every_skipped_line_is_listed_and_the_first_are_shown() -> None:
    ana = lifter()
    good = "2024-05-06 18:30:05,Push,Bench,1,80,8\n"
    bad = "2024-05-06 18:30:05,Push,Bench,1,x,8\n" * 250
    head = "Date,Workout Name,Exercise Name,Set Order,kg,Reps\n"
    found = brought(ana, (head + good + bad).encode())
    preview = found.preview or {}
    assert (len(preview["skipped"]), preview["skipped_count"]) == (200, 250)
    assert [remark["line"] for remark in store.skipped(ana, found.id)] == list(range(3, 253))


def test_reading_and_writing_twice_is_doing_it_once() -> None:
    ana = lifter()
    done = imported(ana, "hevy-kg")
    before = rows(ana)
    work.write_file(ana, str(done.id))
    work.read_file(ana, str(done.id))
    work.give_up(ana, str(done.id))
    assert store.get(ana, done.id) == done
    assert rows(ana) == before


def test_a_write_that_breaks_off_leaves_nothing_and_can_be_repeated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ana = lifter()
    found = brought(ana, (LOGS / "hevy-kg.csv").read_bytes())
    store.answer(ana, found.id, ANSWERS)
    with monkeypatch.context() as broken:
        broken.setattr(store, "finish", None)
        with pytest.raises(TypeError):
            work.write_file(ana, str(found.id))
    assert rows(ana) == []
    work.write_file(ana, str(found.id))
    assert len(live(ana, "set")) == 13


def test_giving_up_says_so() -> None:
    ana = lifter()
    found = brought(ana, (LOGS / "hevy-kg.csv").read_bytes())
    store.answer(ana, found.id, ANSWERS)
    work.give_up(ana, str(found.id))
    assert store.get(ana, found.id).state is State.FAILED
    assert store.get(ana, found.id).reason


def test_a_pending_import_can_be_removed_and_a_finished_one_not() -> None:
    ana = lifter()
    pending = brought(ana, (LOGS / "hevy-kg.csv").read_bytes())
    store.remove(ana, pending.id)
    assert store.imports(ana) == []
    done = imported(ana, "hevy-kg")
    with pytest.raises(LogError, match="undone"):
        store.remove(ana, done.id)


def test_undo_takes_out_everything_and_a_later_import_brings_it_back() -> None:
    ana = lifter()
    done = imported(ana, "hevy-kg")
    before = {str(row["id"]): {**row, "stamp": ""} for row in rows(ana)}
    assert store.undo(ana, done.id, NOW).state is State.UNDONE
    assert [row for row in rows(ana) if not row.get("deleted")] == []
    assert store.undo(ana, done.id, NOW).state is State.UNDONE
    again = brought(ana, (LOGS / "hevy-kg.csv").read_bytes())
    assert (again.preview or {})["already_here"] == 0
    store.answer(ana, again.id, ANSWERS)
    work.write_file(ana, str(again.id))
    assert (store.get(ana, again.id).outcome or {})["sets_added"] == 13
    assert {str(row["id"]): {**row, "stamp": ""} for row in rows(ana)} == before


def test_undo_leaves_what_was_there_or_was_changed_since() -> None:
    ana = lifter()
    imported(ana, "strong-0")
    before = len(live(ana, "set"))
    content = (LOGS / "hevy-kg.csv").read_bytes().replace(b"2024", b"2023")
    found = brought(ana, content)
    store.answer(ana, found.id, ANSWERS)
    work.write_file(ana, str(found.id))
    new = [row for row in live(ana, "set") if row["stamp"] == live(ana, "set")[-1]["stamp"]]
    edited(ana, new[0])
    store.undo(ana, found.id, NOW)
    left = live(ana, "set")
    assert len(left) == before + 1
    assert [row["note"] for row in left if row["id"] == new[0]["id"]] == ["mended"]
    sessions = {row["id"] for row in live(ana, "session")}
    assert {row["session"] for row in left} <= sessions


def test_what_a_lifter_deleted_stays_deleted() -> None:
    ana = lifter()
    imported(ana, "hevy-kg")
    gone = live(ana, "set")[0]
    edited(ana, gone, delete=True)
    assert (imported(ana, "strong-c").outcome or {})["sets_added"] == 0
    assert gone["id"] not in {row["id"] for row in live(ana, "set")}


def test_a_session_that_a_lifter_deleted_takes_no_new_sets() -> None:
    ana = lifter()
    imported(ana, "hevy-kg")
    for row in [*live(ana, "set"), *live(ana, "session")]:
        edited(ana, row, delete=True)
    content = (LOGS / "hevy-kg.csv").read_bytes()
    found = brought(ana, content + content.splitlines(keepends=True)[-1])
    store.answer(ana, found.id, ANSWERS)
    work.write_file(ana, str(found.id))
    assert live(ana, "set") == live(ana, "session") == []
