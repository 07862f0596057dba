from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innervate.training.session import TITLE_LENGTH_MAX, Session, week_of
from innervate.training.sets import NOTE_LENGTH_MAX, SetError
from tests.training.vectors import cases

_NOW = datetime(2026, 11, 23, 18, 4, tzinfo=UTC)


def _session(**parts):
    return Session(**({"id": UUID(int=1), "started_at": _NOW, "zone": "Europe/Berlin"} | parts))


@pytest.mark.parametrize("case", cases("days"))
def test_the_day_and_week_are_those_where_the_lifter_was(case):
    day = _session(started_at=datetime.fromisoformat(case["at"]), zone=case["zone"]).day
    assert day.isoformat() == case["day"]
    assert week_of(day).isoformat() == case["monday"]


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_week_begins_on_the_monday_before(day):
    assert week_of(day).weekday() == 0
    assert timedelta(0) <= day - week_of(day) < timedelta(7)


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ({"zone": "Berlin"}, "'Berlin' is no time zone; an example is Europe/Berlin"),
        ({"zone": ""}, "no time zone"),
        ({"zone": "../etc"}, "no time zone"),
        ({"started_at": datetime(2026, 1, 1)}, "needs a zone"),  # noqa: DTZ001
        ({"ended_at": _NOW - timedelta(seconds=1)}, "before it began"),
        ({"title": "x" * (TITLE_LENGTH_MAX + 1)}, "too long"),
        ({"note": "x" * (NOTE_LENGTH_MAX + 1)}, "too long"),
    ],
)
def test_refuses_with_a_sentence(part, sentence):
    with pytest.raises(SetError, match=sentence):
        _session(**part)
