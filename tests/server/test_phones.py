"""Two phones and the real server: any order, any losses, any clocks, and in the end one log."""

import itertools
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.server.people import Person, set_id
from tests.server.phone import Phone, Row

pytestmark = pytest.mark.django_db

_people = itertools.count()
_ids = itertools.count()
which = st.integers(0, 1)
limits = st.integers(1, 6)
skews = st.sampled_from((-540_000, -1_000, 0, 0, 1_000, 200_000, 540_000, 90_000_000))


def new_id() -> str:
    return set_id(next(_ids))


class Log(RuleBasedStateMachine):
    """What a lifter with two phones can do, and what a network can."""

    @initialize(first=skews, second=skews)
    def begin(self, first: int, second: int) -> None:
        owner = Person(f"two-phones-{next(_people)}@example.org")
        self.phones = (Phone(owner, "0000aaaa", first), Phone(owner, "0000bbbb", second))
        self.now = time.time_ns() // 1_000_000
        self.logged: set[str] = set()
        self.deleted: set[str] = set()

    def write(self, phone: Phone, row: Row) -> None:
        self.now += 7
        phone.write(row, self.now)

    @rule(n=which)
    def start_session(self, n: int) -> None:
        began = {"started_at": "2026-11-18T17:00:00.000Z", "zone": "Europe/Berlin"}
        self.write(self.phones[n], {"kind": "session", "id": new_id(), **began})

    @precondition(lambda self: any(phone.live("session") for phone in self.phones))
    @rule(n=which, data=st.data(), rating=st.sampled_from(("weak", "moderate", "strong", None)))
    def log_set(self, n: int, data: Any, rating: str | None) -> None:
        if not (sessions := self.phones[n].live("session")):
            return
        session = data.draw(st.sampled_from(sessions))["id"]
        row = {"kind": "set", "id": new_id(), "session": session, "exercise": "lateral-raise"}
        rated = {"connection": rating} if rating else {}
        self.write(self.phones[n], {**row, "position": 0, **rated})
        self.logged.add(row["id"])

    @rule(n=which, data=st.data(), reps=st.integers(1, 20))
    def correct_set(self, n: int, data: Any, reps: int) -> None:
        if sets := self.phones[n].live("set"):
            self.write(self.phones[n], {**data.draw(st.sampled_from(sets)), "reps": reps})

    @rule(n=which, data=st.data())
    def delete_set(self, n: int, data: Any) -> None:
        if sets := self.phones[n].live("set"):
            self.delete(self.phones[n], data.draw(st.sampled_from(sets)))

    @rule(n=which, data=st.data())
    def delete_session(self, n: int, data: Any) -> None:
        phone = self.phones[n]
        if sessions := phone.live("session"):
            session = data.draw(st.sampled_from(sessions))
            for row in phone.live("set"):
                if row["session"] == session["id"]:
                    self.delete(phone, row)
            self.delete(phone, session)

    def delete(self, phone: Phone, row: Row) -> None:
        self.write(phone, {"kind": row["kind"], "id": row["id"], "deleted": True})
        self.deleted.add(row["id"])

    @rule(n=which, limit=limits, is_heard=st.booleans(), times=st.integers(1, 2))
    def push(self, n: int, limit: int, is_heard: bool, times: int) -> None:  # noqa: FBT001
        for _ in range(times):
            self.phones[n].push(limit, is_heard=is_heard)

    @rule(n=which, limit=limits)
    def pull_a_page(self, n: int, limit: int) -> None:
        self.phones[n].pull(limit)

    @invariant()
    def no_set_is_lost_or_doubled_in_the_end(self) -> None:
        """Checked at the end alone; here only that nobody shows what nobody logged."""
        for phone in getattr(self, "phones", ()):
            assert {row["id"] for row in phone.live("set")} <= self.logged

    def teardown(self) -> None:
        if not hasattr(self, "phones"):
            return
        for _ in range(2):
            for phone in self.phones:
                while phone.outbox:
                    phone.push(500, is_heard=True)
                while phone.pull(3):
                    pass
        for phone in self.phones:
            phone.pull(5000)
        first, second = (phone.rows for phone in self.phones)
        assert first == second == self.phones[0].owner.rows()
        live = {row["id"] for row in self.phones[0].live("set")}
        assert self.logged - self.deleted <= live
        sessions = {row["id"] for row in self.phones[0].live("session")}
        assert {row["session"] for row in self.phones[0].live("set")} <= sessions


class TestTwoPhones(TestCase):
    def test_converge(self) -> None:
        run_state_machine_as_test(
            Log,
            settings=settings(
                max_examples=25,
                stateful_step_count=25,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
