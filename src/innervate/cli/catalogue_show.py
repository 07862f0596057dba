"""`innervate catalogue show`: one exercise, whole."""

import argparse
import shutil
from dataclasses import asdict

from innervate.cli.catalogue_card import card
from innervate.cli.outcome import CommandError, show, show_json
from innervate.training import catalogue
from innervate.training.exercise import Exercise


def run(arguments: argparse.Namespace) -> None:
    """Print the exercise of that name or id; a name that is none gets suggestions."""
    shelf = catalogue.load(arguments.language)
    exercise = shelf[_id_of(arguments.name, arguments.language)]
    if arguments.json:
        show_json({"ok": True, "exercise": _written(exercise)})
        return
    for line in card(exercise, shelf, min(shutil.get_terminal_size().columns, 100)):
        show(line)


def _id_of(name: str, language: str) -> str:
    typed = name.strip().casefold()
    if typed in catalogue.load():
        return typed
    found = catalogue.match(name)
    if found.exercise:
        return found.exercise
    near = [each.id for each in catalogue.search(name, language=language)]
    ids = list(dict.fromkeys((*found.suggestions, *near)))[:5]
    like = f" Did you mean {', '.join(ids)}?" if ids else ""
    raise CommandError(f"No exercise is called {name!r}.{like}")


def _written(exercise: Exercise) -> dict[str, object]:
    tempo = exercise.tempo.notation if exercise.tempo else None
    return {**asdict(exercise), "tempo": tempo, "focus": exercise.focus}
