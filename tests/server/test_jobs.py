"""Work that is left to the worker: done once, tried again after a death, given up at last."""

import os
import subprocess
import sys
import threading
import time
from typing import Any

import pytest
from django.db import connections

from innervate.server.accounts.models import Account
from innervate.server.jobs import store
from innervate.server.jobs.models import Job
from innervate.server.jobs.store import ATTEMPTS_MAX, HOLD_MS, Work
from innervate.server.worker import Worker, now_ms

NOW = 1_000_000


@pytest.fixture
def owner(db: None) -> Account:
    return Account.objects.create(email="ana@example.org")


def nothing(owner: Account, argument: str) -> None:
    del owner, argument


def test_a_job_is_done_and_forgotten(owner: Account) -> None:
    done: list[tuple[int, str]] = []
    work = Work(lambda owner, argument: done.append((owner.pk, argument)), nothing)
    store.enqueue(owner, "count", "seven", now_ms())
    worker = Worker({"count": work})
    assert worker.step() is True
    assert worker.step() is False
    assert done == [(owner.pk, "seven")]
    assert not Job.objects.exists()


def test_a_job_in_hand_is_nobody_elses(owner: Account) -> None:
    store.enqueue(owner, "count", "", NOW)
    assert store.claim("one", NOW)
    assert store.claim("two", NOW) is None
    store.hold("one", NOW + HOLD_MS)
    assert store.claim("two", NOW + HOLD_MS + 1) is None


def test_a_killed_workers_job_is_taken_up_and_it_cannot_finish_it_any_more(owner: Account) -> None:
    store.enqueue(owner, "count", "", NOW)
    first = store.claim("one", NOW)
    second = store.claim("two", NOW + HOLD_MS)
    assert first
    assert second
    assert second.attempts == 2
    store.finish(first, "one")
    assert Job.objects.exists()
    store.finish(second, "two")
    assert not Job.objects.exists()


def test_a_job_that_keeps_failing_is_given_up(
    owner: Account, caplog: pytest.LogCaptureFixture
) -> None:
    tried: list[str] = []
    given_up: list[str] = []

    def fail(owner: Account, argument: str) -> None:
        tried.append(argument)
        raise RuntimeError("broken")

    work = Work(fail, lambda owner, argument: given_up.append(argument))
    store.enqueue(owner, "count", "seven", NOW)
    worker = Worker({"count": work})
    while Job.objects.exists():
        Job.objects.update(due_ms=0)
        worker.step()
    assert tried == ["seven"] * ATTEMPTS_MAX
    assert given_up == ["seven"]
    assert "seven" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_get_the_same_job() -> None:
    owner = Account.objects.create(email="ana@example.org")
    for nth in range(20):
        store.enqueue(owner, "count", str(nth), NOW)
    claimed: list[Any] = []
    gate = threading.Barrier(2)

    def work(name: str) -> None:
        gate.wait()
        while Job.objects.filter(holder="").exists():
            if job := store.claim(name, NOW):
                claimed.append(job.argument)
        connections.close_all()

    threads = [threading.Thread(target=work, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claimed, key=int) == [str(nth) for nth in range(20)]


def test_the_worker_leaves_when_its_parent_is_gone() -> None:
    worker = subprocess.Popen(
        [sys.executable, "-c", "import time\nfrom innervate.server import worker\n"
         "worker.leave_with_parent(lambda: __import__('os')._exit(7))\ntime.sleep(60)"],
        stdin=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    time.sleep(0.5)
    assert worker.poll() is None
    assert worker.stdin
    worker.stdin.close()
    assert worker.wait(30) == 7
