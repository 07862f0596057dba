"""Two phones that push at the same moment while a third fetches: its cursor passes over nothing."""

import threading
import time
from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection, connections, transaction

from innervate.server.accounts.store import Account
from innervate.server.logbook import store
from innervate.server.logbook.wire import Pushed
from innervate.training.own_exercise import OwnExercise
from tests.server.people import set_id, stamp

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS = 4
EACH = 12


@pytest.fixture
def owner() -> Account:
    return Account.objects.create(email="ana@example.org")


def made(nth: int) -> Pushed:
    id = str(UUID(set_id(nth)))
    return Pushed("exercise", id, stamp(nth), OwnExercise(id, f"Row {nth}"))


def beside(*works: Callable[[], object]) -> None:
    """Run every one of `works` in a thread with a connection of its own."""
    broken: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            work()
        except BaseException as problem:
            broken.append(problem)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert broken == []


def test_a_later_number_is_never_seen_before_an_earlier_one(owner: Account) -> None:
    has_number = threading.Event()
    seen: list[list[int]] = [[]]

    def slow() -> None:
        with transaction.atomic():
            store.put_versions(owner, [made(0)])
            has_number.set()
            time.sleep(0.4)

    def quick() -> None:
        has_number.wait()
        store.put_versions(owner, [made(1)])

    def watch() -> None:
        has_number.wait()
        while len(seen[-1]) < 2:
            rows, _, _ = store.changes(owner, 0, 10)
            seen.append([row[0] for _, row in rows])
            time.sleep(0.01)

    beside(slow, quick, watch)
    assert all(shorter == seen[-1][: len(shorter)] for shorter in seen)


def test_a_phone_that_fetches_all_the_while_misses_nothing(owner: Account) -> None:
    gate = threading.Barrier(WRITERS + 1)
    writing = threading.Semaphore(0)
    fetched: list[str] = []

    def write(first: int) -> Callable[[], None]:
        def work() -> None:
            gate.wait()
            for nth in range(first, first + EACH):
                store.put_versions(owner, [made(nth)])
            writing.release()

        return work

    def fetch() -> None:
        gate.wait()
        cursor, ended = 0, 0
        while True:
            ended += writing.acquire(blocking=False)
            rows, cursor, _ = store.changes(owner, cursor, 3)
            fetched.extend(row[1] for _, row in rows)
            if ended == WRITERS and not rows:
                return

    beside(fetch, *(write(nth * EACH) for nth in range(WRITERS)))
    assert sorted(fetched) == sorted(made(nth).id for nth in range(WRITERS * EACH))


def test_sqlite_waits_for_the_disk_before_it_acknowledges() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL waits by itself")
    with connection.cursor() as cursor:
        names = ("journal_mode", "synchronous")
        answers = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    assert answers == ["wal", 2]
