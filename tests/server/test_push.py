"""What becomes of a pushed row."""

from tests.server.people import (
    NOW,
    SESSION,
    Person,
    deleted,
    outcomes,
    performed,
    session,
    set_id,
    stamp,
)


def test_a_set_comes_back_as_it_was_sent(ana: Person) -> None:
    row = performed(
        0, load_kg=65.181223569, reps=12, rpe=8.5, connection="strong", drifts=0, felt_0_10=0,
        superset=0, side="left", tempo="3-1-1-0", cue="elbows lead", focus="internal",
        touch="during", note="näher", target="rear-delts", felt_strongest="rear-delts",
        set_kind="failure", ended_at="2026-11-18T17:05:06.789Z",
    )  # fmt: skip
    assert outcomes(ana.push(session(), row)) == ["stored", "stored"]
    assert ana.rows()[row["id"]] == row


def test_defaults_are_left_out(ana: Person) -> None:
    ana.push(session(title="", note=""), performed(0, set_kind="work", reps=None, cue=""))
    assert ana.rows() == {SESSION: session(), set_id(0): performed(0)}


def test_an_unrated_set_stays_unrated(ana: Person) -> None:
    ana.push(session(), performed(0, reps=5))
    assert "connection" not in ana.rows()[set_id(0)]


def test_a_repeated_push_changes_nothing(ana: Person) -> None:
    rows = (session(), performed(0), performed(1))
    first = ana.push(*rows)
    before = ana.pull()["rows"]
    assert ana.push(*rows) == first
    assert ana.pull()["rows"] == before


def test_the_later_stamp_wins_whatever_comes_first(ana: Person) -> None:
    ana.push(session(), performed(0, tick=5, reps=9))
    assert outcomes(ana.push(performed(0, tick=4, reps=1))) == ["superseded"]
    assert outcomes(ana.push(performed(0, tick=6, reps=10))) == ["stored"]
    assert ana.rows()[set_id(0)]["reps"] == 10


def test_two_versions_in_one_push(ana: Person) -> None:
    rows = (session(), performed(0, tick=2, reps=2), performed(0, tick=1, reps=1))
    assert outcomes(ana.push(*rows)) == ["stored", "stored", "superseded"]
    assert ana.rows()[set_id(0)]["reps"] == 2


def test_a_bad_row_does_not_hold_up_the_others(ana: Person) -> None:
    bad = (
        {"kind": "nonsense"},
        performed(1, load_kg=-1),
        performed(2, tempo="fast"),
        performed(3, target="wings"),
        performed(4, started_at="2026-11-18T17:05:06"),
        performed(5, note="\ud800"),
        performed(6, position=-1),
        performed(7, session=set_id(99)),
        performed(8, exercise=set_id(98)),
        performed(9, started_at="2026-11-18T17:05:06Z", ended_at="2026-11-18T17:05:05Z"),
        {**performed(10), "id": "ten"},
        {**performed(11), "stamp": "late"},
    )
    results = ana.push(session(zone="Europe/Berlin"), *bad, performed(0))
    assert outcomes(results) == ["stored", *["refused"] * len(bad), "stored"]
    assert all(result["reason"].endswith(".") for result in results[1:-1])
    assert ana.rows().keys() == {SESSION, set_id(0)}


def test_a_slug_that_a_newer_phone_knows_does_not_lose_the_set(ana: Person) -> None:
    row = performed(0, exercise="exercise-of-next-year")
    ana.push(session(), row)
    assert ana.rows()[set_id(0)] == row


def test_own_exercise_and_its_set_in_any_order(ana: Person) -> None:
    own = {"kind": "exercise", "id": set_id(50), "stamp": stamp(), "name": "Door frame row"}
    rows = (performed(0, exercise=set_id(50)), own, session())
    assert outcomes(ana.push(*rows)) == ["stored"] * 3
    assert ana.rows()[set_id(50)] == own


def test_preferences_are_one_row(ana: Person) -> None:
    mine = {"kind": "preferences", "id": str(ana.account.preferences_id), "stamp": stamp()}
    assert outcomes(ana.push({**mine, "unit": "lb"}, {**mine, "id": set_id(0)})) == [
        "stored",
        "refused",
    ]
    assert ana.rows() == {mine["id"]: {**mine, "unit": "lb"}}


def test_deleting_leaves_nothing_of_the_content(ana: Person) -> None:
    ana.push(session(title="secret"), performed(0, note="secret", load_kg=100, reps=3))
    ana.push(deleted(performed(0), 1), deleted(session(), 2))
    assert ana.rows()[set_id(0)] == deleted(performed(0), 1)
    from innervate.server.logbook.models import SessionRow, SetRow  # noqa: PLC0415

    kept = [*SetRow.objects.values_list(), *SessionRow.objects.values_list()]
    assert "secret" not in str(kept)
    assert "100" not in str([row[6:] for row in kept])


def test_a_live_set_revives_its_session_in_either_order(ana: Person, cy: Person) -> None:
    ana.push(session(title="Legs"), performed(0))
    ana.push(deleted(session(), 10), deleted(performed(0), 9))
    ana.push(performed(1, tick=5, started_at="2026-11-18T17:30:00.000Z"))
    cy.push(session(title="Legs"), performed(0))
    cy.push(performed(1, tick=5, started_at="2026-11-18T17:30:00.000Z"))
    cy.push(deleted(session(), 10), deleted(performed(0), 9))
    assert ana.rows() == cy.rows()
    revived = ana.rows()[SESSION]
    assert revived["started_at"] == "2026-11-18T17:30:00.000Z"
    assert revived["stamp"] > stamp(10)
    assert revived["stamp"] < stamp(11)


def test_a_clock_that_runs_ahead_is_set_back(ana: Person) -> None:
    late = {**performed(0), "stamp": "7fffffffffff0000a0a0a0a0"}
    ana.push(session())
    now = ana.get("/api/account").json()["now"]
    (result,) = ana.push(late)
    assert result["outcome"] == "stored"
    assert abs(int(result["stamp"][:12], 16) - now) < 60_000
    assert result["stamp"].endswith("0000a0a0a0a0")
    assert ana.rows()[set_id(0)]["stamp"] == result["stamp"]


def test_the_winner_is_sent_again_to_a_clock_that_ran_ahead(ana: Person) -> None:
    now = ana.get("/api/account").json()["now"]
    winner = {**performed(0, reps=7), "stamp": f"{now + 200_000:012x}0000b0b0b0b0"}
    ana.push(session(), winner)
    cursor = ana.pull()["cursor"]
    late = {**performed(0, reps=1), "stamp": "7fffffffffff0000a0a0a0a0"}
    assert outcomes(ana.push(late)) == ["superseded"]
    assert ana.pull(cursor)["rows"] == [winner]


def test_five_hundred_rows_and_no_more(ana: Person) -> None:
    assert outcomes(ana.push(session(), *map(performed, range(499)))) == ["stored"] * 500
    body = {"device": "0000a1a1", "rows": [session()] * 501}
    assert ana.post("/api/sync/push", body).status_code == 422


def test_pages_give_every_row_once(ana: Person) -> None:
    ana.push(session(), *map(performed, range(20)))
    ana.push(performed(3, tick=1, reps=3))
    seen, cursor, more = [], 0, True
    while more:
        page = ana.get(f"/api/sync/pull?after={cursor}&limit=4").json()
        seen += [row["id"] for row in page["rows"]]
        cursor, more = page["cursor"], page["more"]
    assert sorted(seen) == sorted(ana.rows())
    assert seen[-1] == set_id(3)


def test_a_cursor_from_the_future_of_a_restored_server_starts_over(ana: Person) -> None:
    ana.push(session())
    assert [row["id"] for row in ana.pull(after=NOW)["rows"]] == [SESSION]
