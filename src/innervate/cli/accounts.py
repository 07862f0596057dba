"""`innervate accounts`: what it takes. The work is in `keeping`, which loads Django."""

import argparse

from innervate.cli.arguments import declare_data, declare_json


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `accounts list`, `reset-password` and `delete`."""
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    every = commands.add_parser("list", help="list the accounts of this installation")
    every.set_defaults(deed="list")
    reset = commands.add_parser("reset-password", help="give an account a new password")
    reset.add_argument("email", metavar="EMAIL")
    reset.add_argument(
        "--stdin", action="store_true", help="read the password from standard input, unasked"
    )
    reset.set_defaults(deed="reset-password")
    delete = commands.add_parser("delete", help="delete an account and everything it logged")
    delete.add_argument("email", metavar="EMAIL")
    delete.add_argument("--yes", action="store_true", help="do not ask whether this is meant")
    delete.set_defaults(deed="delete")
    for command in (every, reset, delete):
        declare_json(command)
        declare_data(command)
        command.set_defaults(work="innervate.cli.keeping", opens_database=True)
