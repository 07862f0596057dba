"""`innervate catalogue search`: exercises by what is typed and by what they are."""

import argparse

from innervate.cli.catalogue_card import names_of
from innervate.cli.outcome import show, show_json
from innervate.training import catalogue

_SHOWN = 20


def run(arguments: argparse.Namespace) -> None:
    """List what was found, best first."""
    found = catalogue.search(
        arguments.text,
        muscle=arguments.muscle,
        equipment=arguments.equipment,
        pattern=arguments.pattern,
        language=arguments.language,
    )
    if arguments.json:
        ids = [{"id": exercise.id, "name": exercise.name} for exercise in found]
        show_json({"ok": True, "exercises": ids})
        return
    shelf = catalogue.load(arguments.language)
    width = max((len(exercise.id) for exercise in found[:_SHOWN]), default=0)
    for exercise in found[:_SHOWN]:
        show(f"{exercise.id:{width}}  {exercise.name}: {names_of(exercise.targets, shelf)}")
    more = f"; the first {_SHOWN} are shown" if len(found) > _SHOWN else ""
    show(f"{len(found)} found{more}.")
