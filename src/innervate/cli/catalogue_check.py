"""`innervate catalogue check`: everything an author or a translator still has to do."""

import argparse
from collections.abc import Mapping

from innervate.cli.outcome import DONE, FAILED, CommandError, show, show_json
from innervate.coach import evidence
from innervate.coach.claims import unproven
from innervate.training import catalogue
from innervate.training.exercise import ExerciseError, Problem

Lacks = Mapping[str, list[str]]


def run(arguments: argparse.Namespace) -> int:
    """Exit with 1 when something is wrong, or when texts of the language asked for are missing."""
    if arguments.language and arguments.language not in catalogue.languages()[1:]:
        raise CommandError(f"There is no translation {arguments.language!r} of the catalogue.")
    found = [str(problem) for problem in _problems()]
    lacks = {language: _lacks(language) for language in catalogue.languages()[1:]}
    asked = lacks.get(arguments.language, {})
    if arguments.json:
        show_json({"ok": not (found or asked), "problems": found, "untranslated": lacks})
    else:
        _print(found, lacks, asked)
    return FAILED if found or asked else DONE


def _problems() -> list[Problem]:
    found = catalogue.problems()
    return found or unproven(catalogue.load())


def _lacks(language: str) -> Lacks:
    """By file, what a translation lacks; a malformed catalogue is told elsewhere."""
    try:
        missing = catalogue.untranslated(language)
    except ExerciseError:
        return {}
    lacks = {name: [str(problem) for problem in problems] for name, problems in missing.items()}
    entries = evidence.untranslated(language)
    return {**lacks, "evidence": entries} if entries else lacks


def _print(found: list[str], lacks: Mapping[str, Lacks], asked: Lacks) -> None:
    for problem in found:
        show(problem)
    for name, missing in asked.items():
        for line in missing:
            show(f"{name}: {line}")
    for language, files in lacks.items():
        counts = ", ".join(f"{name} {len(missing)}" for name, missing in files.items())
        show(f"Not translated into {language}: {counts or 'nothing'}.")
    show(f"{len(found)} to mend." if found else f"{len(catalogue.load())} exercises, all sound.")
