"""How a command ends: what it says, to whom, and with which exit code."""

import json
import sys
from collections.abc import Mapping

DONE = 0
FAILED = 1
STOPPED = 130
"""What a shell expects of a program that was stopped with Ctrl-C."""


class CommandError(Exception):
    """A command cannot go on; the text is a sentence for the person who typed it."""


def counted(number: int, noun: str) -> str:
    """A number and its noun in the plural it takes: `1 set`, `1,200 sets`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def say(sentence: str) -> None:
    """One line of progress. It goes to stderr, so that stdout holds results alone."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def show(text: str) -> None:
    """A result, on stdout."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def show_json(result: Mapping[str, object]) -> None:
    """A result for a program: one JSON object on stdout."""
    show(json.dumps(result, ensure_ascii=False, indent=2))


def fail(sentence: str, *, as_json: bool) -> int:
    """Say why a command failed; with `as_json` also as an object on stdout."""
    if as_json:
        show_json({"ok": False, "error": sentence})
    say(f"innervate: {sentence}")
    return FAILED
