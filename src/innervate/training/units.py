"""Conversions between the units lifters use. Loads are kept in kilograms everywhere."""

KG_PER_LB = 0.45359237
"""Exact by definition: the international avoirdupois pound."""

METRES_PER_MILE = 1609.344

_DISPLAY_DECIMALS = 4
_SNAP_LB = 0.5
_SNAP_TOLERANCE_LB = 1e-6


def kg_from_lb(load_lb: float) -> float:
    """Kilograms of a load in pounds, to full double precision."""
    return load_lb * KG_PER_LB


def lb_from_kg(load_kg: float) -> float:
    """Pounds of a load in kilograms, rounded so that a load typed in pounds reads back as typed.

    Exact for every number of pounds with at most four decimals below 100,000 lb.
    """
    return round(load_kg / KG_PER_LB, _DISPLAY_DECIMALS)


def is_whole_in_lb(load_kg: float) -> bool:
    """Was this load most likely entered in pounds, that is: a multiple of half a pound?"""
    steps = load_kg / KG_PER_LB / _SNAP_LB
    return abs(steps - round(steps)) * _SNAP_LB < _SNAP_TOLERANCE_LB
