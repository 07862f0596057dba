"""Reading Hevy and Strong: every dialect says the same, and nothing is lost or guessed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from innervate.formats.logs import open_log
from innervate.formats.written import Ask, ImportedLog, Unit
from innervate.training.session import LoggedSession
from innervate.training.sets import PerformedSet, SetKind
from innervate.training.units import kg_from_lb, lb_from_kg

LOGS = Path(__file__).parent.parent / "golden" / "logs"
STRONG = (
    "strong-0",
    "strong-a",
    "strong-a-short",
    "strong-b",
    "strong-b-short",
    "strong-b-no-header",
    "strong-c",
)
EVERY = (*STRONG, "hevy-kg", "hevy-lb")
NOTE = "Slept well.\nNext time: 82.5 on the first set"
BENCH = "Bench Press (Barbell)"


def opened(name: str) -> ImportedLog:
    return open_log(LOGS / f"{name}.csv")


def logged(name: str, zone: str = "UTC", unit: Unit = Unit.KG) -> list[LoggedSession]:
    log = opened(name)
    return list(log.logged(zone, unit, {exercise: exercise for exercise in log.names}))


def sets_of(name: str, exercise: str) -> list[PerformedSet]:
    return [row for one in logged(name) for row in one.sets if row.exercise == exercise]


@pytest.mark.parametrize("name", EVERY)
def test_every_dialect_holds_two_sessions_and_thirteen_sets(name: str) -> None:
    log = opened(name)
    assert [len(session.sets) for session in log.sessions] == [9, 4]
    assert log.skipped == ()
    assert log.app == name.partition("-")[0]


@pytest.mark.parametrize("name", EVERY)
def test_every_dialect_gives_the_same_ids(name: str) -> None:
    def ids(of: str) -> list[object]:
        return [(one.session.id, [row.id for row in one.sets]) for one in logged(of)]

    assert ids(name) == ids("strong-c")


@pytest.mark.parametrize("name", EVERY)
def test_every_dialect_gives_the_same_work(name: str) -> None:
    bench = sets_of(name, BENCH)
    assert [row.reps for row in bench] == [10, 8, 6, 9]
    assert [row.load_kg for row in bench] == pytest.approx([40, 80, 82.5, 60], abs=1e-6)
    (push_up,) = sets_of(name, "Push Up")
    assert (push_up.load_kg, push_up.reps) == (None, 12)
    (plank,) = sets_of(name, "Plank")
    assert (plank.load_kg, plank.reps, plank.duration_s) == (None, None, 60)
    (run,) = sets_of(name, "Running")
    assert run.distance_m == pytest.approx(1500, abs=1e-3)
    assert [row.reps for row in sets_of(name, "Squat (Barbell)")] == [5, 5, 5, 0]


@pytest.mark.parametrize("name", EVERY)
def test_kinds_of_sets(name: str) -> None:
    kinds = [row.kind for row in sets_of(name, BENCH)]
    if name == "strong-0":  # It has numbers only.
        assert kinds == [SetKind.WORK] * 4
    else:
        assert kinds == [SetKind.WARMUP, SetKind.WORK, SetKind.FAILURE, SetKind.DROP]


@pytest.mark.parametrize("name", [name for name in EVERY if name not in {"strong-0"}])
def test_effort_where_the_file_has_it(name: str) -> None:
    assert [row.rpe for row in sets_of(name, BENCH)] == [None, 8.5, 10, None]


@pytest.mark.parametrize("name", [name for name in EVERY if name != "strong-a-short"])
def test_the_note_of_an_exercise_goes_to_its_first_set(name: str) -> None:
    assert [row.note for row in sets_of(name, "Lateral Raise (Dumbbell)")] == [
        "elbows up, slow",
        "",
    ]


@pytest.mark.parametrize(
    "name", [name for name in EVERY if name not in {"strong-0", "strong-a-short"}]
)
def test_the_note_of_a_session_keeps_its_lines(name: str) -> None:
    assert [one.session.note for one in logged(name)] == [NOTE, ""]


@pytest.mark.parametrize("name", EVERY)
def test_when_it_was(name: str) -> None:
    push, legs = (one.session for one in logged(name, zone="America/New_York"))
    seconds = 0 if name.startswith("hevy") else 5
    assert push.started_at == datetime(2024, 5, 6, 22, 30, seconds, tzinfo=UTC)
    assert push.day.isoformat() == "2024-05-06"
    has_end = name not in {"strong-0", "strong-b-short", "strong-b-no-header"}
    assert (push.ended_at is not None) == has_end
    if has_end:
        assert push.ended_at == push.started_at.replace(hour=0, day=7, minute=8)
    assert legs.title == "Legs"


@pytest.mark.parametrize(
    ("name", "asks"),
    [
        ("strong-0", {Ask.ZONE}),
        ("strong-a", {Ask.ZONE, Ask.UNIT}),
        ("strong-a-short", {Ask.ZONE, Ask.UNIT}),
        ("strong-b", {Ask.ZONE}),
        ("strong-b-no-header", {Ask.ZONE}),
        ("strong-c", {Ask.ZONE}),
        ("hevy-kg", {Ask.ZONE}),
        ("hevy-lb", {Ask.ZONE}),
    ],
)
def test_asks_only_what_the_file_does_not_say(name: str, asks: set[Ask]) -> None:
    assert set(opened(name).asks) == asks


def test_the_unit_answered_is_used_where_the_file_has_none() -> None:
    in_lb = logged("strong-a", unit=Unit.LB)
    assert in_lb[0].sets[1].load_kg == kg_from_lb(80)
    assert in_lb[0].sets[-1].distance_m == pytest.approx(1.5 * 1609.344)
    assert logged("strong-c", unit=Unit.LB)[0].sets[1].load_kg == 80


def test_neither_zone_nor_unit_is_part_of_an_id() -> None:
    here, there = logged("strong-a"), logged("strong-a", "Asia/Tokyo", Unit.LB)
    assert [one.session.id for one in here] == [one.session.id for one in there]
    assert [row.id for one in here for row in one.sets] == [
        row.id for one in there for row in one.sets
    ]


def test_a_double_row_is_two_sets() -> None:
    squats = sets_of("strong-a", "Squat (Barbell)")
    assert len({row.id for row in squats}) == 4


def test_pounds_that_became_kilograms_read_as_they_were_typed() -> None:
    loads = [row.load_kg for row in sets_of("strong-c-pounds", BENCH)]
    assert [lb_from_kg(load) for load in loads if load is not None] == [45, 95, 143.5, 5, 225]
    assert loads[3] == kg_from_lb(5)


def test_hevy_in_pounds_is_pounds() -> None:
    assert [lb_from_kg(row.load_kg or 0) for row in sets_of("hevy-lb", BENCH)] == pytest.approx(
        [88.1849, 176.3698, 181.8814, 132.2774], abs=1e-4
    )


def test_supersets_are_numbered_inside_their_session() -> None:
    push, legs = logged("hevy-kg")
    assert [row.superset for row in push.sets] == [0] * 6 + [None] * 3
    assert [row.superset for row in legs.sets] == [0] * 4


def test_rest_timers_are_no_sets_and_no_faults() -> None:
    log = opened("strong-c")
    assert log.rest_timers == 7
    assert log.set_count == 13


def test_where_it_came_from_and_in_which_order() -> None:
    push, legs = logged("hevy-kg")
    assert (push.session.source, legs.session.source) == ("hevy", "hevy")
    assert push.session.started_at < legs.session.started_at
    assert [row.position for row in push.sets] == list(range(9))
