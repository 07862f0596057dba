from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from innervate.training.sets import NOTE_LENGTH_MAX, PerformedSet, SetError, SetKind

_NOW = datetime(2026, 11, 23, 18, 4, tzinfo=UTC)
_ID = UUID(int=1)
_BARE = {"id": _ID, "session": _ID, "exercise": "lateral-raise", "position": 0}


def test_a_set_needs_little_and_claims_nothing():
    performed = PerformedSet(**_BARE)
    assert performed.counts
    assert performed.load_kg is None
    assert not performed.report.is_rated


@pytest.mark.parametrize("kind", SetKind)
def test_all_but_warm_ups_count(kind):
    assert PerformedSet(**_BARE, kind=kind).counts is (kind is not SetKind.WARMUP)


@pytest.mark.parametrize(
    ("field", "least", "most"),
    [
        ("load_kg", 0, 2000),
        ("reps", 0, 1000),
        ("rir", 0, 10),
        ("rpe", 0, 10),
        ("duration_s", 0, 86_400),
        ("distance_m", 0, 1_000_000),
    ],
)
def test_numbers_stay_within_what_can_happen(field, least, most):
    for possible in (least, most):
        assert getattr(PerformedSet(**_BARE, **{field: possible}), field) == possible
    for impossible in (least - 1, most + 1, float("nan")):
        with pytest.raises(SetError, match="must be between 0 and"):
            PerformedSet(**_BARE, **{field: impossible})


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ({"exercise": ""}, "needs an exercise"),
        ({"position": -1}, "ordered from 0"),
        ({"superset": -1}, "numbered from 0"),
        ({"note": "x" * (NOTE_LENGTH_MAX + 1)}, "at most 4000"),
        ({"started_at": datetime(2026, 1, 1)}, "needs a zone"),  # noqa: DTZ001
        ({"started_at": _NOW, "ended_at": _NOW - timedelta(seconds=1)}, "before it began"),
    ],
)
def test_refuses_with_a_sentence(part, sentence):
    with pytest.raises(SetError, match=sentence):
        PerformedSet(**(_BARE | part))


def test_superset_0_and_a_long_note_are_fine():
    performed = PerformedSet(
        **_BARE, superset=0, note="x" * NOTE_LENGTH_MAX, started_at=_NOW, ended_at=_NOW
    )
    assert performed.superset == 0
