"""An own exercise on the wire, with everything that one of the catalogue may say."""

import re
from typing import Any

import pytest
from hypothesis import given

from innervate.server.logbook.rows import columns_of, exercise_of
from innervate.training.own_exercise import OwnExercise
from tests.server.people import Person, deleted, outcomes, set_id, stamp
from tests.strategies import own_exercises

pytestmark = pytest.mark.django_db

ROW: dict[str, Any] = {
    "kind": "exercise",
    "id": set_id(50),
    "stamp": stamp(),
    "name": "Door frame row",
    "mechanic": "compound",
    "targets": ["lats"],
    "secondary": ["biceps"],
    "pattern": "horizontal-pull",
    "equipment": ["rope", "band"],
    "compensators": [{"muscle": "upper-traps", "sign": "The shoulders climb to the ears."}],
    "cues": {"internal": "Pull with the side of the back.", "external": "Bring the door here."},
    "touch": {"before": "A hand under the armpit.", "why_none": "Both hands hold the frame."},
    "tempo": "3-1-1-0",
    "rep_range": [8, 15],
    "load_step_kg": 0.0,
    "is_assisted": True,
}


@given(own_exercises())
def test_its_columns_give_it_back(own: OwnExercise) -> None:
    assert exercise_of(own.id, columns_of(own)) == own


def test_what_was_sent_comes_back_even_when_merged(ana: Person) -> None:
    assert outcomes(ana.push(ROW)) == ["stored"]
    assert ana.rows()[ROW["id"]] == ROW
    merged = {**ROW, "stamp": stamp(1), "merged_into": "seated-cable-row"}
    ana.push(merged)
    assert ana.rows()[ROW["id"]] == merged


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"compensators": [{"muscle": "lats", "sign": "x"}]}, "cannot take over from itself"),
        ({"counted_in": "seconds"}, "no reps to pace"),
        ({"rep_range": [15, 8]}, "upside down"),
        ({"tempo": "slow"}, "is no tempo"),
        ({"load_step_kg": -1}, "0 \\(no load to add\\) or more"),
        ({"equipment": ["spoon"]}, "barbell"),
        ({"cues": {"internal": "x" * 201}}, "200"),
    ],
)
def test_a_contradiction_is_refused_with_a_sentence(
    ana: Person, changed: dict[str, Any], reason: str
) -> None:
    (result,) = ana.push({**ROW, **changed})
    assert result["outcome"] == "refused"
    assert re.search(reason, result["reason"])
    assert ana.rows() == {}


def test_deleting_it_leaves_nothing_of_what_it_said(ana: Person) -> None:
    ana.push(ROW)
    ana.push(deleted(ROW, 1))
    from innervate.server.logbook.models import ExerciseRow  # noqa: PLC0415

    assert "shoulders" not in str([*ExerciseRow.objects.values_list()])
