from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innervate.training.load import E1RM_REPS_MAX, e1rm_kg, volume_kg
from innervate.training.sets import PerformedSet, SetKind
from tests.training.vectors import cases

_ID = UUID(int=1)


def _set(**parts):
    return PerformedSet(id=_ID, session=_ID, exercise="lateral-raise", position=0, **parts)


@pytest.mark.parametrize("case", cases("e1rm"))
def test_e1rm(case):
    found = e1rm_kg(case["load_kg"], case["reps"], case["rir"])
    assert found == (case["kg"] and pytest.approx(case["kg"], rel=1e-12))


@given(st.floats(0.5, 1000), st.integers(1, E1RM_REPS_MAX - 1))
def test_more_reps_or_more_load_mean_a_higher_maximum(load_kg, reps):
    estimated, with_one_more = e1rm_kg(load_kg, reps), e1rm_kg(load_kg, reps + 1)
    assert estimated is not None
    assert with_one_more is not None
    assert load_kg <= estimated < with_one_more
    assert e1rm_kg(load_kg, reps, rir=1) == with_one_more
    assert e1rm_kg(2 * load_kg, reps) == pytest.approx(2 * estimated)


def test_volume_is_load_times_reps_of_hard_sets():
    assert volume_kg(_set(load_kg=12.5, reps=8)) == 100
    assert volume_kg(_set(load_kg=12.5, reps=8, kind=SetKind.FAILURE)) == 100
    assert volume_kg(_set(load_kg=12.5, reps=8, kind=SetKind.WARMUP)) == 0
    assert volume_kg(_set(reps=8)) == 0
    assert volume_kg(_set(load_kg=20, duration_s=45)) == 0
