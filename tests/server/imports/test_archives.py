"""Our own archive through the same door."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from innervate.formats.archive import write_archive
from innervate.formats.written import LogError
from innervate.server.imports import store, work
from innervate.server.imports.progress import Answers, State
from innervate.server.logbook import store as logbook
from innervate.training.own_exercise import OwnExercise
from innervate.training.session import LoggedSession
from tests.server.imports.bringing import (
    NOW,
    brought,
    edited,
    imported,
    lifter,
    live,
    put,
    rows,
)
from tests.strategies import logged_sessions, own_exercises

pytestmark = pytest.mark.django_db


class ArchiveRoundTrip(TestCase):
    """Whatever a log holds, its archive brings it into an empty account unchanged."""

    @settings(max_examples=25, deadline=None)
    @given(st.lists(logged_sessions(most=3), max_size=3), st.lists(own_exercises(), max_size=2))
    def test_round_trip(self, sessions: list[LoggedSession], exercises: list[OwnExercise]) -> None:
        ana, bo = lifter(), lifter()
        put(ana, *exercises)
        for logged in sessions:
            put(ana, logged.session, *logged.sets)
        out = io.BytesIO()
        write_archive(out, logbook.everything(ana), datetime(2026, 11, 23, tzinfo=UTC))
        found = brought(bo, out.getvalue())
        assert found.state is State.READY, found.reason
        assert (found.preview or {})["asks"] == []
        store.answer(bo, found.id, Answers())
        work.write_file(bo, str(found.id))
        assert store.get(bo, found.id).state is State.DONE
        assert {row["id"]: row for row in rows(bo)} == {row["id"]: row for row in rows(ana)}


def test_an_archive_merges_by_stamp() -> None:
    ana = lifter()
    imported(ana, "hevy-kg")
    out = io.BytesIO()
    write_archive(out, logbook.everything(ana), datetime(2026, 11, 23, tzinfo=UTC))
    newer, older = live(ana, "set")[:2]
    edited(ana, newer)
    before = rows(ana)
    found = brought(ana, out.getvalue())
    store.answer(ana, found.id, Answers())
    work.write_file(ana, str(found.id))
    assert store.get(ana, found.id).outcome == {
        "sessions_added": 0,
        "sets_added": 0,
        "already_here": 13,
    }
    assert rows(ana) == before
    assert older in before
    with pytest.raises(LogError, match="another app's log"):
        store.undo(ana, found.id, NOW)


def test_an_archive_with_one_bad_row_changes_nothing() -> None:
    ana, bo = lifter(), lifter()
    imported(ana, "hevy-kg")
    bad = [{**row, "reps": -1} if row.get("reps") == 12 else row for row in rows(ana)]
    out = io.BytesIO()
    write_archive(out, bad, datetime(2026, 11, 23, tzinfo=UTC))
    found = brought(bo, out.getvalue())
    assert found.state is State.FAILED
    assert "Line" in found.reason
    assert rows(bo) == []
