"""An exercise as a page of text."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from innervate.coach.evidence import evidence
from innervate.training.anatomy import Muscle
from innervate.training.catalogue import Catalogue
from innervate.training.exercise import Exercise, FocusPolicy

_MARGIN = 13
_FOCUS = {
    FocusPolicy.INTERNAL: "on the muscle, every set",
    FocusPolicy.EXTERNAL_AWARE: "on the weight, with an eye on who does the work",
    FocusPolicy.EXTERNAL: "on the weight alone",
}
_TOUCHES = {
    "during": "in the set",
    "before": "before the set",
    "partner": "a partner",
    "why_none": "none in the set",
}

Rows = Iterator[tuple[str, str]]


def card(exercise: Exercise, catalogue: Catalogue, width: int) -> list[str]:
    """Everything we know about one exercise, as lines no longer than `width`."""
    rows = [*_what(exercise, catalogue), *_how(exercise), *_proof(exercise, catalogue)]
    return [f"{exercise.name}  ({exercise.id})", *_set_out(rows, width)]


def names_of(muscles: Iterable[Muscle], catalogue: Catalogue) -> str:
    """Name muscles as lifters do."""
    return "; ".join(catalogue.anatomy[muscle].name for muscle in muscles)


def _what(exercise: Exercise, catalogue: Catalogue) -> Rows:
    one_side = ", one side at a time" if exercise.is_unilateral else ""
    yield "Kind", f"{exercise.mechanic}, {exercise.pattern}{one_side}"
    yield "Equipment", ", ".join(exercise.equipment)
    yield "For", names_of(exercise.targets, catalogue) or "no muscle in particular"
    if exercise.secondary:
        yield "Helped by", f"{names_of(exercise.secondary, catalogue)} (half a set each)"
    for compensator in exercise.compensators:
        yield "Takes over", f"{names_of([compensator.muscle], catalogue)}: {compensator.sign}"


def _how(exercise: Exercise) -> Rows:
    yield "Focus", _FOCUS[exercise.focus]
    for kind in ("internal", "external", "holistic"):
        yield "Cue", f"{kind}: {getattr(exercise.cues, kind)}"
    for part, words in _TOUCHES.items():
        if text := getattr(exercise.touch, part):
            yield "Touch", f"{words}: {text}"
    low, high = exercise.rep_range
    yield "A set", f"{low} to {high} {exercise.counted_in}"
    if exercise.tempo:
        yield "Tempo", exercise.tempo.notation
    if exercise.load_step_kg:
        less = ", more of it makes it easier" if exercise.is_assisted else ""
        yield "Load step", f"{exercise.load_step_kg:g} kg{less}"


def _proof(exercise: Exercise, catalogue: Catalogue) -> Rows:
    for site in exercise.sensors:
        seniam = " (SENIAM)" if site.is_seniam else ""
        yield "Sensor", f"{names_of([site.muscle], catalogue)}: {site.name}{seniam}"
    for proof in dict.fromkeys(claim.evidence for claim in exercise.compensators):
        claims = [claim for claim in exercise.compensators if claim.evidence == proof]
        muscles = names_of((claim.muscle for claim in claims), catalogue)
        said = f"grade {claims[0].grade}, {evidence(proof).claim} ({proof})"
        yield "Evidence", f"{muscles}: {said}"
    if exercise.aliases:
        yield "Also called", "; ".join(exercise.aliases)


def _set_out(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    before = ""
    for label, text in rows:
        shown = "" if label == before else label
        first, *more = wrap(text, max(width - _MARGIN, 20))
        yield f"{shown:{_MARGIN}}{first}"
        yield from (" " * _MARGIN + line for line in more)
        before = label
