"""Counting sets and volume per muscle and week."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from innervate.training.catalogue import Catalogue
from innervate.training.exercise import SECONDARY_SHARE, TARGET_SHARE

Shares = tuple[tuple[str, float], ...]
"""Muscles, and how much of a set counts for each."""
Worked = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""By exercise id: the targets, and the muscles that help."""

_COLUMN = {"weak": 1, "moderate": 2, "strong": 3, "": 4}
_VOLUME = 5


def worked_by(catalogue: Catalogue, own: Iterable[tuple[str, str, str, str]]) -> Worked:
    """What each exercise is for; an own one that was merged counts as what it was merged into."""
    worked = {
        exercise.id: (tuple(map(str, exercise.targets)), tuple(map(str, exercise.secondary)))
        for exercise in catalogue
    }
    for id, targets, secondary, merged_into in own:
        own_muscles = (tuple(targets.split()), tuple(secondary.split()))
        worked[id] = worked.get(merged_into, own_muscles)
    return worked


def tally(
    groups: Iterable[tuple[int, str, str, str, int, float | None]], worked: Worked
) -> list[list[Any]]:
    """Rows of monday, muscle, sets, weak, moderate, strong, unrated, volume; by monday, muscle.

    `groups` are monday, exercise, target, connection, sets and volume of hard sets.
    """
    shares: dict[tuple[str, str], Shares] = {}
    cells: defaultdict[tuple[int, str], list[float]] = defaultdict(lambda: [0.0] * 6)
    for monday, exercise, target, connection, sets, volume in groups:
        key = (exercise, target)
        found = shares.get(key)
        if found is None:
            found = shares[key] = _shares(worked, exercise, target)
        column = _COLUMN[connection]
        for muscle, share in found:
            cell = cells[monday, muscle]
            cell[0] += share * sets
            cell[column] += share * sets
            if volume:
                cell[_VOLUME] += share * volume
    return [[monday, muscle, *cell] for (monday, muscle), cell in sorted(cells.items())]


def _shares(worked: Worked, exercise: str, target: str) -> Shares:
    """The set's own target replaces those of the exercise."""
    targets, secondary = worked.get(exercise, ((), ()))
    helping = dict.fromkeys(secondary, SECONDARY_SHARE)
    return tuple((helping | dict.fromkeys((target,) if target else targets, TARGET_SHARE)).items())
