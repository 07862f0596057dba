"""Steps: each is done once, again when what it was made from changes, and heals when cut short."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from workbench.places import ROOT, TOOLS, surroundings
from workbench.trouble import SetupFailed, sentence

_SHOWN_LINES = 25

# What we start holds the lock with us: should we be killed, the next run waits until it is gone.
_lock: list[int] = []


def say(text: str) -> None:
    """One line of progress."""
    print(text, flush=True)


def once(name: str, made_from: str, made: Path, make: Callable[[], None]) -> None:
    """Call `make` unless `made` stands and was made from `made_from`.

    The mark goes before the work begins and comes back when it is done: work that was cut
    short, however hard, leaves no mark and is done anew.
    """
    if made.exists() and is_marked(name) and _mark(name).read_text() == made_from:
        return
    unmark(name)
    make()
    mark(name, made_from)


def mark(name: str, made_from: str) -> None:
    """Note that this was done, and from what."""
    _mark(name).parent.mkdir(parents=True, exist_ok=True)
    _mark(name).write_text(made_from)


def unmark(*names: str) -> None:
    """Forget that these were done."""
    for name in names:
        _mark(name).unlink(missing_ok=True)


def is_marked(name: str) -> bool:
    """Was this done, whatever it was made from?"""
    return _mark(name).exists()


def _mark(name: str) -> Path:
    return TOOLS / "marks" / name


def digest(paths: Iterable[Path], *words: str) -> str:
    """One line that changes when a name or a byte of these files does."""
    total = hashlib.sha256("\0".join(words).encode())
    for path in sorted(paths):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(ROOT).as_posix()} {content}\n".encode())
    return total.hexdigest()


def call(what: str, command: Sequence[str | Path], cwd: Path = ROOT, **more: str) -> None:
    """Say `what`, run `command` quietly; show its last lines only when it fails."""
    started = time.monotonic()
    say(f"{what} ...")
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=surroundings() | more,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=_lock,
        check=False,
    )
    if done.returncode:
        output = done.stdout.decode(errors="replace").strip()
        print(*output.splitlines()[-_SHOWN_LINES:], sep="\n", file=sys.stderr, flush=True)
        raise SetupFailed(sentence(what, output))
    if (seconds := time.monotonic() - started) > 1:
        say(f"    done in {seconds:.0f} s")


@contextmanager
def alone() -> Iterator[None]:
    """Hold the one lock of this working copy: two set-ups at once would spoil each other."""
    if os.name == "nt":
        yield
        return
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as lock:
        _take(lock.fileno())
        _lock.append(lock.fileno())
        try:
            yield
        finally:
            _lock.clear()


def _take(lock: int) -> None:
    import fcntl  # noqa: PLC0415  there is none on Windows

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("Waiting for another run.py to finish setting up ...")
        fcntl.flock(lock, fcntl.LOCK_EX)
