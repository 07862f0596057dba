import pytest

from innervate.training.connection import UNRATED, Connection, ConnectionReport


def test_ratings_are_ordered():
    ranks = [Connection.WEAK.rank, Connection.MODERATE.rank, Connection.STRONG.rank]
    assert ranks == [0, 1, 2]


def test_a_set_without_a_rating_is_unrated_not_weak():
    assert not UNRATED.is_rated
    assert not ConnectionReport(drifts=3, felt_0_10=0).is_rated
    assert ConnectionReport(Connection.WEAK).is_rated


@pytest.mark.parametrize("felt", [0, 10])
def test_felt_runs_from_0_to_10(felt):
    assert ConnectionReport(felt_0_10=felt).felt_0_10 == felt


@pytest.mark.parametrize("parts", [{"drifts": -1}, {"felt_0_10": -1}, {"felt_0_10": 11}])
def test_refuses_what_cannot_be_reported(parts):
    with pytest.raises(ValueError, match=r"counted from 0|from 0 to 10"):
        ConnectionReport(**parts)
