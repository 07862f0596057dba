"""What an import of another app's log costs: CPU of the two jobs, for a file as long as a real one.

Run with `python benchmarks/imports.py [FILE]`; without a file, one is made up: 7,211 sets in 335
sessions, as Hevy exports them. Every figure is the best of several, each for an account of its
own, in this process; the first line is that of a worker that has just started.
"""

import csv
import io
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

_folder = tempfile.TemporaryDirectory(prefix="innervate-bench-")
os.environ["INNERVATE_DATA"] = _folder.name
os.environ["DJANGO_SETTINGS_MODULE"] = "innervate.server.settings"

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from innervate.server.accounts.store import create  # noqa: E402
from innervate.server.imports import store, work  # noqa: E402
from innervate.server.imports.progress import Answers  # noqa: E402
from innervate.training.catalogue import load  # noqa: E402

SETS = 7_211
SESSIONS = 335
_BUDGET_MS = 1500
_TIMES = 5
_FIRST = datetime(2023, 11, 24, 7, 48)  # noqa: DTZ001  Hevy writes the lifter's own clock
_STRANGE = ("Kneeling Reverse Fly Thing", "Wall Hold", "Single Leg Sled Drag", "Neck Harness Pull",
            "Sissy Lean", "Bear Crawl Row", "My Cable Lateral")  # fmt: skip
"""Names that mean nothing for certain: every one of them is looked for among all names."""
_HEADER = ("title", "start_time", "end_time", "description", "exercise_title", "superset_id",
           "exercise_notes", "set_index", "set_type", "weight_kg", "reps", "distance_km",
           "duration_seconds", "rpe")  # fmt: skip
_KINDS = ("normal", "warmup", "failure", "dropset")
_OFTEN = (3851, 2195, 1122, 43)


def hevy_file(seed: int = 10) -> bytes:
    """The made-up export, the same at every call, newest session first."""
    rng = random.Random(seed)
    exercises = [*rng.sample([exercise.name for exercise in load()], 79), *_STRANGE]
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(_HEADER)
    sizes = [SETS // SESSIONS + (nth < SETS % SESSIONS) for nth in range(SESSIONS)]
    for nth, size in reversed(list(enumerate(sizes))):
        began = _FIRST + timedelta(days=nth * 730 // SESSIONS, minutes=rng.randrange(600))
        writer.writerows(_session(rng, began, size, exercises))
    return out.getvalue().encode()


def _session(
    rng: random.Random, began: datetime, size: int, exercises: list[str]
) -> Iterator[tuple[object, ...]]:
    title = f"{rng.choice(('Lower', 'Upper', 'Push', 'Pull'))} // {rng.randint(1, 16)}"
    times = (_written(began), _written(began + timedelta(minutes=rng.randint(50, 110))))
    chosen = rng.sample(exercises, 6)
    notes = {name: f"seat {rng.randint(1, 9)}, as on {began:%d %b}" for name in chosen[::3]}
    for index in range(size):
        name = chosen[index * len(chosen) // size]
        kind = rng.choices(_KINDS, _OFTEN)[0]
        load_kg = "" if rng.random() < 0.08 else rng.randint(8, 180) / 2
        rpe = rng.choice(("", 6, 7, 7.5, 8, 8.5, 9, 9.5, 10))
        yield (title, *times, "", name, "", notes.get(name, ""), index, kind, load_kg,
               rng.randint(4, 30), "", 0, rpe)  # fmt: skip


def _written(moment: datetime) -> str:
    return f"{moment.day} {moment:%b %Y, %H:%M}"


def measure(content: bytes) -> tuple[float, float]:
    """CPU milliseconds of looking into the file, and of writing it, for a new account."""
    owner = create(f"{uuid4()}@bench.example", "a log of ten long years")
    found = store.create(owner, uuid4(), "hevy.csv", content, _now_ms())
    began = time.process_time()
    work.read_file(owner, str(found.id))
    looked = time.process_time()
    store.answer(owner, found.id, Answers("Europe/Berlin"))
    work.write_file(owner, str(found.id))
    ended = time.process_time()
    done = store.get(owner, found.id)
    assert done.outcome, done.reason
    assert done.outcome["sets_added"] > 0
    return (looked - began) * 1000, (ended - looked) * 1000


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


def main(path: str = "") -> None:
    """Measure and print."""
    call_command("migrate", verbosity=0)
    content = Path(path).read_bytes() if path else hevy_file()
    lines = content.count(b"\n")
    print(f"{connection.vendor}; {lines:,} lines; budget {_BUDGET_MS} ms for both\n")
    print(f"{'CPU ms':12}{'preview':>9}{'write':>9}{'both':>9}")
    runs = [measure(content) for _ in range(_TIMES)]
    for name, (looked, wrote) in {"the first": runs[0], "the best": min(runs, key=sum)}.items():
        print(f"{name:12}{looked:9.0f}{wrote:9.0f}{looked + wrote:9.0f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
