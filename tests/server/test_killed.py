"""Killed in the middle: what was acknowledged is there once, and nothing is half done."""

import http.client
import random
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.server.machine import Machine, Wire, empty_database, wait_until
from tests.server.people import performed, session

SESSIONS = 200
SETS_EACH = 30


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    with empty_database() as address:
        made = Machine(tmp_path_factory.mktemp("machine"), address)
        yield made
        made.stop()


def push_until_it_breaks(wire: Wire, rows: list[dict[str, Any]], acknowledged: set[str]) -> None:
    while True:
        batch = [row for row in rows if row["id"] not in acknowledged][:20]
        try:
            results = wire.push(*batch)
        except (OSError, http.client.HTTPException, ValueError):
            return
        acknowledged |= {one["id"] for one in results if one["outcome"] == "stored"}


def test_a_killed_server_has_once_what_it_acknowledged(machine: Machine) -> None:
    web = machine.start_web()
    wire = Wire(machine)
    wire.push(session())
    rows = [performed(n, reps=n % 20) for n in range(3000)]
    acknowledged: set[str] = set()
    rng = random.Random(7)  # noqa: S311  no secret
    for _ in range(2):
        phone = threading.Thread(target=push_until_it_breaks, args=(wire, rows, acknowledged))
        enough = len(acknowledged) + 1
        phone.start()
        wait_until(lambda: len(acknowledged) >= enough, pause_s=0.01)  # noqa: B023  ends here
        time.sleep(rng.uniform(0.05, 0.3))
        web.kill()
        phone.join()
        web = machine.start_web()
    there = [row["id"] for row in wire.pull() if row["kind"] == "set"]
    assert acknowledged <= set(there)
    assert len(there) == len(set(there))


def hevy_file() -> bytes:
    """An export that takes long enough to be written that a worker can be caught at it."""
    header = "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps"
    lines = [
        f'Legs {nth},"1 Jan {1990 + nth // 12}, 0{nth % 10}:{nth % 60:02}",,Wall Hold,0,normal,40,9'
        for nth in range(SESSIONS)
        for _ in range(SETS_EACH)
    ]
    return "\n".join([header, *lines]).encode()


def test_a_worker_killed_while_it_writes_leaves_nothing_half_done(machine: Machine) -> None:
    machine.start_web()
    worker = machine.start_worker()
    wire = Wire(machine)
    found = wire.ask("POST", "/api/imports?name=hevy.csv", hevy_file())
    path = f"/api/imports/{found['id']}"
    wait_until(lambda: wire.ask("GET", path)["state"] == "ready")
    machine.settle()
    written = machine.written_bytes()
    wire.ask("POST", f"{path}/start", {"zone": "Europe/Berlin"})
    wait_until(lambda: machine.written_bytes() > written + 300_000, pause_s=0.002)
    worker.kill()
    worker.wait()
    assert wire.ask("GET", path)["state"] == "writing"
    assert wire.pull() == []

    # The half minute passes for which the job was the dead worker's.
    machine.sql("UPDATE jobs_job SET held_until_ms = 0")
    machine.start_worker()
    wait_until(lambda: wire.ask("GET", path)["state"] == "done")
    assert wire.ask("GET", path)["outcome"] == {
        "sessions_added": SESSIONS, "sets_added": SESSIONS * SETS_EACH, "already_here": 0,
    }  # fmt: skip
    rows = wire.pull()
    assert sum(row["kind"] == "set" for row in rows) == SESSIONS * SETS_EACH
    assert len({row["id"] for row in rows}) == len(rows)
    assert machine.sql("SELECT COUNT(*) FROM jobs_job") == [(0,)]
