"""How much was lifted, and what it says about the most that could be."""

from innervate.training.sets import PerformedSet

E1RM_REPS_MAX = 10
"""Beyond ten reps the formulas spread by more than 13 % and say little."""


def volume_kg(performed: PerformedSet) -> float:
    """Load times reps; 0 for bodyweight, timed and warm-up sets."""
    if not performed.counts or performed.load_kg is None or performed.reps is None:
        return 0.0
    return performed.load_kg * performed.reps


def e1rm_kg(load_kg: float, reps: int, rir: float = 0) -> float | None:
    """Estimated one-rep maximum: the mean of Epley and Brzycki; None where they say little.

    Epley: load (1 + r / 30). Brzycki: 36 load / (37 - r), with r = reps + reps in reserve.
    None beyond ten reps and for no reps at all.
    """
    r = reps + rir
    if reps < 1 or r > E1RM_REPS_MAX or load_kg <= 0:
        return None
    if r == 1:
        return load_kg
    return (load_kg * (1 + r / 30) + load_kg * 36 / (37 - r)) / 2
