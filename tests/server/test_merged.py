"""An own exercise that is merged into one of ours takes its history along, and can be parted."""

from typing import Any
from uuid import UUID

import pytest

from tests.server.people import Person, performed, session, stamp

MINE = str(UUID(int=0x018F0000_0000_7000_8000_0000000000AA))


def own(tick: int, **body: Any) -> dict[str, Any]:
    worked = {"name": "My curl", "targets": ["brachialis"], "secondary": ["forearm-flexors"]}
    return {"kind": "exercise", "id": MINE, "stamp": stamp(tick), **worked, **body}


def counted(ana: Person) -> dict[str, float]:
    return {row[1]: row[2] for row in ana.get("/api/logbook/weeks").json()["rows"]}


@pytest.fixture
def trained(ana: Person) -> Person:
    sets = [performed(nth, exercise=MINE, reps=10, load_kg=10) for nth in range(2)]
    ana.push(own(0), session(0), *sets, performed(2, exercise="barbell-curl", reps=8))
    return ana


def test_before_it_is_merged_it_counts_for_its_own_muscles(trained: Person) -> None:
    found = counted(trained)
    assert (found["brachialis"], found["forearm-flexors"]) == (2 + 0.5, 1 + 0.5)
    assert found["biceps"] == 1


def test_merged_its_whole_history_counts_there_even_in_weeks_tallied_before(
    trained: Person,
) -> None:
    counted(trained)
    trained.push(own(1, merged_into="barbell-curl"))
    found = counted(trained)
    assert found["biceps"] == 3
    assert found["brachialis"] == 3 * 0.5
    assert trained.rows()[MINE]["merged_into"] == "barbell-curl"


def test_its_sets_keep_its_id_so_that_merging_can_be_undone(trained: Person) -> None:
    before = counted(trained)
    trained.push(own(1, merged_into="barbell-curl"))
    kept = [row["exercise"] for row in trained.rows().values() if row["kind"] == "set"]
    assert sorted(kept) == sorted([MINE, MINE, "barbell-curl"])
    trained.push(own(2))
    assert counted(trained) == before


def test_merged_into_what_we_do_not_have_it_stays_its_own(trained: Person) -> None:
    before = counted(trained)
    trained.push(own(1, merged_into="moon-curl"))
    assert counted(trained) == before
