"""What phone and server count and order alike beyond the words: weeks, shares and stamps."""

import re
from datetime import date, datetime
from uuid import UUID

import pytest

from innervate.server.logbook.tally import tally
from innervate.training.session import Session, week_of
from tests.training.vectors import cases

_STAMP = re.compile(r"[0-9a-f]{24}")


def _worked(exercises):
    muscles = {
        id: (tuple(exercise["targets"]), tuple(exercise.get("secondary", ())))
        for id, exercise in exercises.items()
    }
    return {id: muscles[exercise.get("merged_into", id)] for id, exercise in exercises.items()}


def _monday(session):
    started_at = datetime.fromisoformat(session["started_at"])
    return week_of(Session(UUID(int=1), started_at, session["zone"]).day).toordinal()


def _groups(case):
    for performed in case["sets"]:
        session = case["sessions"].get(performed["session"])
        if session and performed.get("set_kind") != "warmup":
            volume_kg = performed.get("load_kg", 0) * performed.get("reps", 0)
            target, connection = performed.get("target", ""), performed.get("connection", "")
            yield _monday(session), performed["exercise"], target, connection, 1, volume_kg


@pytest.mark.parametrize("case", cases("weeks"), ids=lambda case: case["name"])
def test_the_server_counts_weeks_as_the_phone_does(case):
    rows = tally(_groups(case), _worked(case["exercises"]))
    found = [[date.fromordinal(monday).isoformat(), *cell] for monday, *cell in rows]
    assert found == case["rows"]


@pytest.mark.parametrize("case", cases("shares"))
def test_the_server_shares_a_set_as_the_phone_does(case):
    worked = {"x": (tuple(case["targets"]), tuple(case["secondary"]))}
    rows = tally([(739_000, "x", case["target"] or "", "weak", 1, 0)], worked)
    assert {muscle: sets for _, muscle, sets, *_ in rows} == case["shares"]


@pytest.mark.parametrize("case", cases("stamps"))
def test_a_stamp_is_later_than_all_its_phone_has_seen(case):
    assert _STAMP.fullmatch(case["stamp"])
    assert case["stamp"].endswith(case["device"])
    assert all(case["stamp"] > seen for seen in case["seen"])
    assert int(case["stamp"][:12], 16) >= case["now_ms"]
