"""Which words a hurried thumb meant: exact, begun, or with a slip of a letter."""

from collections.abc import Collection
from functools import lru_cache

_EXACT = 1.0
_BEGUN = 0.85
_ONE_SLIP = 0.7
_TWO_SLIPS = 0.5
_SLIP_FROM = 4
_TWO_SLIPS_FROM = 6
_BEGIN_FROM = 2


def likeness(typed: str, word: str) -> float:
    """How well `typed` stands for `word`, from 0 (not at all) to 1 (the same)."""
    if typed == word:
        return _EXACT
    if len(typed) >= _BEGIN_FROM and word.startswith(typed):
        return _BEGUN
    if len(typed) < _SLIP_FROM or abs(len(typed) - len(word)) > 2:
        return 0.0
    allowed = 2 if len(typed) >= _TWO_SLIPS_FROM else 1
    if len(_letters(typed) ^ _letters(word)) > 2 * allowed:
        return 0.0  # A slip adds one letter and takes away one, at most.
    slips = edits(typed, word, at_most=allowed)
    return (_ONE_SLIP if slips == 1 else _TWO_SLIPS) if slips <= allowed else 0.0


def edits(one: str, other: str, *, at_most: int) -> int:
    """Letters to add, drop, change or swap with their neighbour; `at_most` + 1 when more."""
    if abs(len(one) - len(other)) > at_most:
        return at_most + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and (letter, one[row - 2]) == (other[column - 2], wanted):
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > at_most:
            return at_most + 1
        before, above = above, current
    return min(above[-1], at_most + 1)


@lru_cache(maxsize=8192)
def _letters(word: str) -> frozenset[str]:
    return frozenset(word)


def closest(typed: str, vocabulary: Collection[str]) -> dict[str, float]:
    """Every word of the vocabulary that `typed` may stand for, with its likeness.

    A word that is in the vocabulary has no slip in it; it may only be the beginning of others.
    """
    if typed in vocabulary:
        begun = (word for word in vocabulary if word.startswith(typed))
        return {word: likeness(typed, word) for word in begun}
    found = {word: likeness(typed, word) for word in vocabulary}
    return {word: score for word, score in found.items() if score}
