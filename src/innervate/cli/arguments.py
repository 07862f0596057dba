"""Arguments that several commands take."""

import argparse
from pathlib import Path


def declare_data(parser: argparse.ArgumentParser) -> None:
    """Add `--data`, which every command that touches the installation takes."""
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="folder that holds the database (default: the user's data folder)",
    )


def declare_json(parser: argparse.ArgumentParser) -> None:
    """Add `--json`, which every command with a result takes."""
    parser.add_argument("--json", action="store_true", help="print one JSON object, for programs")


def declare_account(parser: argparse.ArgumentParser) -> None:
    """Add `--account`, which may be left out where there is only one."""
    parser.add_argument(
        "--account", metavar="EMAIL", help="whose log (default: the only account's)"
    )
