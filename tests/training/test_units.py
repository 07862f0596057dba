import pytest
from hypothesis import given
from hypothesis import strategies as st

from innervate.training.units import is_whole_in_lb, kg_from_lb, lb_from_kg
from tests.training.vectors import cases


@pytest.mark.parametrize("case", cases("units"))
def test_pounds_become_kilograms_to_the_last_digit(case):
    assert kg_from_lb(case["lb"]) == pytest.approx(case["kg"], rel=1e-15, abs=0)
    assert lb_from_kg(kg_from_lb(case["lb"])) == case["lb"]


@pytest.mark.parametrize("case", cases("rounding"))
def test_kilograms_are_shown_in_pounds_to_four_decimals(case):
    assert lb_from_kg(case["kg"]) == case["lb"]
    assert is_whole_in_lb(case["kg"]) is case["is_whole"]


@given(st.integers(0, 999_999_999))
def test_a_load_typed_in_pounds_reads_back_as_typed(ten_thousandths):
    typed_lb = ten_thousandths / 10_000
    assert lb_from_kg(kg_from_lb(typed_lb)) == typed_lb


@given(st.integers(0, 20_000))
def test_half_pounds_are_recognised(halves):
    assert is_whole_in_lb(kg_from_lb(halves / 2))
    assert not is_whole_in_lb(kg_from_lb(halves / 2 + 0.2))
