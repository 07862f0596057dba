import pytest
from hypothesis import given
from hypothesis import strategies as st

from innervate.training.tempo import Tempo, TempoError
from tests.training.vectors import cases

_PHASES = st.integers(0, 300).map(lambda tenths: tenths / 10)
_TEMPOS = (
    st.tuples(_PHASES, _PHASES, _PHASES, _PHASES).filter(sum).map(lambda phases: Tempo(*phases))
)


@pytest.mark.parametrize("case", [case for case in cases("tempo") if case["phases"]])
def test_reads_what_a_lifter_writes(case):
    tempo = Tempo.parse(case["text"])
    assert tempo == Tempo(*case["phases"])
    assert tempo.rep_s == case["rep_s"]
    assert tempo.notation == case["notation"]


@pytest.mark.parametrize("case", [case for case in cases("tempo") if not case["phases"]])
def test_refuses_what_is_no_tempo(case):
    with pytest.raises(TempoError):
        Tempo.parse(case["text"])


def test_says_how_a_tempo_is_written():
    with pytest.raises(TempoError, match="'slow' is no tempo; write four numbers such as 3-1-1-0"):
        Tempo.parse("slow")


@given(_TEMPOS)
def test_what_is_written_reads_back(tempo):
    assert Tempo.parse(tempo.notation) == tempo


@pytest.mark.parametrize(
    "phases", [(-1, 1, 1, 1), (1, 30.1, 1, 1), (0, 0, 0, 0), (float("nan"),) * 4]
)
def test_no_rep_takes_such_times(phases):
    with pytest.raises(TempoError):
        Tempo(*phases)
