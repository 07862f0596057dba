"""`innervate catalogue`: what it takes. The work is in the modules whose names begin like this."""

import argparse
from pathlib import Path

from innervate.cli.arguments import declare_json
from innervate.training.anatomy import Muscle
from innervate.training.language import SOURCE_LANGUAGE
from innervate.training.movement import Equipment, Pattern


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `catalogue check`, `show`, `match`, `search` and `evidence`."""
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _declare_check(commands.add_parser("check", help="list what is wrong or not translated"))
    _declare_show(commands.add_parser("show", help="one exercise, whole"))
    _declare_match(commands.add_parser("match", help="say what the names in a file mean"))
    _declare_search(commands.add_parser("search", help="find exercises by words, typos allowed"))
    _declare_evidence(commands.add_parser("evidence", help="what is known about each claim"))


def _declare_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language", metavar="CODE", help="list every text this translation lacks, such as de"
    )
    _declare_common(parser, "innervate.cli.catalogue_check")


def _declare_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help='a name or an id, such as "lateral raise"')
    _declare_language(parser)
    _declare_common(parser, "innervate.cli.catalogue_show")


def _declare_match(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="an export of a training app, or a list of names"
    )
    _declare_common(parser, "innervate.cli.catalogue_match")


def _declare_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", nargs="?", default="", help="what you would type")
    parser.add_argument("--muscle", type=Muscle, metavar="MUSCLE", help="such as side-delts")
    parser.add_argument("--equipment", type=Equipment, metavar="WHAT", help="such as dumbbell")
    parser.add_argument("--pattern", type=Pattern, metavar="PATTERN", help="such as squat")
    _declare_language(parser)
    _declare_common(parser, "innervate.cli.catalogue_search")


def _declare_evidence(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", nargs="?", help="an entry (default: list them all)")
    _declare_language(parser)
    _declare_common(parser, "innervate.cli.catalogue_evidence")


def _declare_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language", metavar="CODE", default=SOURCE_LANGUAGE, help="such as de (default: en)"
    )


def _declare_common(parser: argparse.ArgumentParser, work: str) -> None:
    declare_json(parser)
    parser.set_defaults(work=work, opens_database=False, data=None)
