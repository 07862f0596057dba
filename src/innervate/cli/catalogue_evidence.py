"""`innervate catalogue evidence`: what is known about each claim."""

import argparse
from dataclasses import asdict
from textwrap import wrap

from innervate.cli.outcome import CommandError, show, show_json
from innervate.coach.evidence import Evidence, entries

_WIDTH = 90


def run(arguments: argparse.Namespace) -> None:
    """List every claim in a line, or show one entry whole."""
    known = entries(arguments.language)
    if arguments.id is not None and arguments.id not in known:
        raise CommandError(f"No evidence entry is called {arguments.id!r}.")
    asked = [known[arguments.id]] if arguments.id else list(known.values())
    if arguments.json:
        show_json({"ok": True, "entries": [asdict(entry) for entry in asked]})
    elif arguments.id:
        _show_whole(asked[0])
    else:
        for entry in asked:
            show(f"{entry.grade}  {entry.verdict:11}  {entry.id}: {entry.claim}")


def _show_whole(entry: Evidence) -> None:
    show(f"{entry.claim}\n{entry.verdict}, grade {entry.grade}\n")
    show("\n".join(wrap(entry.plain, _WIDTH)) + "\n")
    for label, text in (
        ("Figures", entry.figures),
        ("People", entry.population),
        ("Load", entry.load),
        ("Sources", "; ".join(entry.sources) or "none"),
    ):
        show("\n".join(wrap(f"{label}: {text}", _WIDTH, subsequent_indent="  ")))
