"""What the catalogue claims, held against the evidence."""

from collections.abc import Iterable, Iterator, Mapping

from innervate.coach.evidence import Evidence, entries
from innervate.training.exercise import Compensator, Exercise, Problem


def unproven(
    exercises: Iterable[Exercise], proofs: Mapping[str, Evidence] | None = None
) -> list[Problem]:
    """Claims about compensators that cite no entry, or are graded better than the one they cite."""
    known = entries() if proofs is None else proofs
    return [
        Problem(exercise.name, f"evidence.{claim.muscle}", reason)
        for exercise in exercises
        for claim in exercise.compensators
        for reason in _wrong_with(claim, known)
    ]


def _wrong_with(claim: Compensator, known: Mapping[str, Evidence]) -> Iterator[str]:
    entry = known.get(claim.evidence)
    if entry is None:
        yield f"no evidence entry is called {claim.evidence!r}."
    elif claim.grade < entry.grade:
        yield f"is graded {claim.grade}, but {entry.id} is {entry.grade} only."
