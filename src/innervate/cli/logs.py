"""`innervate logs`: what it takes. The work is in `taking_in`, `taking_out` and `taking_back`."""

import argparse
from pathlib import Path

from innervate.cli.arguments import declare_account, declare_data, declare_json


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `logs import`, `logs export` and `logs undo`."""
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _declare_import(
        commands.add_parser("import", help="add the sets of a Hevy or Strong export, or an archive")
    )
    _declare_export(commands.add_parser("export", help="write everything ever logged to one file"))
    _declare_undo(commands.add_parser("undo", help="take out what an import added"))


def mapping(text: str) -> tuple[str, str | None]:
    """Read `Name=exercise-id`; an empty id keeps the name as an exercise of one's own."""
    name, equals, exercise = text.rpartition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError('write it as "Name in the file=exercise-id"')
    return name.strip(), exercise.strip() or None


def _declare_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the file that the app exported")
    parser.add_argument("--dry-run", action="store_true", help="look at the file, change nothing")
    parser.add_argument(
        "--zone", help="time zone you trained in, such as Europe/Berlin (default: this machine's)"
    )
    parser.add_argument(
        "--unit", choices=("kg", "lb"), help="unit of the loads, if not in the file"
    )
    parser.add_argument(
        "--map",
        type=mapping,
        action="append",
        default=[],
        metavar="NAME=ID",
        help='what a name in the file means, such as "Bench=barbell-bench-press"; may be repeated',
    )
    _declare_common(parser, "innervate.cli.taking_in")


def _declare_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="file to write, such as log.jsonl.gz"
    )
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")
    _declare_common(parser, "innervate.cli.taking_out")


def _declare_undo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the import's id, as `logs import` printed it")
    _declare_common(parser, "innervate.cli.taking_back")


def _declare_common(parser: argparse.ArgumentParser, work: str) -> None:
    declare_account(parser)
    declare_json(parser)
    declare_data(parser)
    parser.set_defaults(work=work, opens_database=True)
