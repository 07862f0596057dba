"""A server whose database is an older copy, or a new one: phones are told, archives are mended."""

from typing import Any
from uuid import UUID

import pytest

from innervate.server.accounts.models import Account
from innervate.server.logbook import store
from tests.server.people import NOW, SESSION, Person, deleted, performed, session, set_id


def epoch(owner: Person, seen: int = 0) -> str:
    return str(owner.get(f"/api/account?seen={seen}").json()["epoch"])


def id_of(nth: int) -> str:
    return str(UUID(set_id(1_000 + nth)))


def test_the_numbering_keeps_its_name_while_it_goes_on(ana: Person) -> None:
    first = epoch(ana)
    ana.push(session(), performed(0))
    assert epoch(ana, ana.pull()["cursor"]) == first == epoch(ana)


def test_every_account_has_a_numbering_of_its_own(ana: Person, cy: Person) -> None:
    assert epoch(ana) != epoch(cy)


def test_who_has_seen_more_than_there_is_renames_it_for_everybody(ana: Person, cy: Person) -> None:
    ana.push(session(), performed(0))
    first, strangers = epoch(ana), epoch(cy)
    seen = ana.pull()["cursor"]
    Account.objects.filter(pk=ana.account.pk).update(sequence=seen - 1)
    second = epoch(ana, seen)
    assert second != first
    ana.push(performed(1))
    assert epoch(ana, seen) == second  # for the phone that comes after the push, too
    assert epoch(cy) == strangers


@pytest.mark.parametrize("seen", ["-1", "x", str(2**63)])
def test_what_was_seen_is_a_number(ana: Person, seen: str) -> None:
    assert ana.get(f"/api/account?seen={seen}").status_code == 422


def deleted_log(is_old: bool) -> list[dict[str, Any]]:  # noqa: FBT001
    """30 deleted sessions of 20 deleted sets, as an archive has them."""
    sessions = [session(id=id_of(nth)) for nth in range(30)]
    sets = [performed(nth, session=id_of(nth // 20)) for nth in range(600)]
    gone = [deleted(row, 9) for row in (*sessions, *sets)]
    return gone if is_old else gone[::-1]


@pytest.mark.parametrize("is_old", [True, False])
def test_sessions_that_an_archive_deletes_with_their_sets_stay_deleted(
    ana: Person,
    is_old: bool,  # noqa: FBT001
) -> None:
    live = [session(id=id_of(nth)) for nth in range(30)]
    live += [performed(nth, session=id_of(nth // 20)) for nth in range(600)]
    store.restore(ana.account, live, NOW)
    store.restore(ana.account, deleted_log(is_old), NOW)
    assert [row for row in store.everything(ana.account) if "deleted" not in row] == []


def test_an_archive_in_which_a_session_follows_its_sets(ana: Person) -> None:
    sets = [performed(nth) for nth in range(600)]
    store.restore(ana.account, [*sets, session(tick=1)], NOW)
    assert len(ana.rows()) == 601


def test_the_week_of_a_revived_session_is_counted_anew(ana: Person) -> None:
    other = id_of(1)
    ana.push(
        session(), performed(0, reps=5), session(id=other), performed(1, session=other, reps=5)
    )
    ana.push(deleted(session(), 5), deleted(performed(0), 5))
    once = ana.get("/api/logbook/weeks").json()["rows"]
    began = "2026-11-18T17:05:00.000Z"
    ana.push(performed(0, tick=6, reps=5, started_at=began))
    assert "deleted" not in ana.rows()[SESSION]
    twice = ana.get("/api/logbook/weeks").json()["rows"]
    assert [2 * row[2] for row in once] == [row[2] for row in twice] != []
