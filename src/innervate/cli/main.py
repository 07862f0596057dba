"""The door: `innervate COMMAND`.

Only the module of the command that was typed is loaded, and Django only by commands that open
the database, so that `--version` and `--help` answer at once.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from innervate import __version__
from innervate.cli.outcome import DONE, FAILED, STOPPED, CommandError, fail

COMMANDS = {
    "serve": "start Innervate on this machine and open it in the browser",
    "logs": "bring a training log in, or take yours out",
    "catalogue": "look exercises and their evidence up, match names, check what authors wrote",
    "accounts": "list the accounts of this installation, reset a password, delete one",
}
"""Each is a module of this package with `declare(parser)`, which sets `work` to the module whose
`run(arguments)` does it and `opens_database` to whether that module needs Django set up first."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 when done, 1 when it failed, 2 when mistyped."""
    words = list(sys.argv[1:] if argv is None else argv)
    arguments = _parser(words).parse_args(words)
    as_json = bool(getattr(arguments, "json", False))
    try:
        return _run(arguments)
    except (CommandError, ValueError) as problem:
        return fail(str(problem), as_json=as_json)
    except BrokenPipeError:
        # Whoever read our output, such as `head`, has enough; the interpreter must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return STOPPED


def _run(arguments: argparse.Namespace) -> int:
    if arguments.data is not None:
        os.environ["INNERVATE_DATA"] = str(arguments.data.expanduser().resolve())
    if arguments.opens_database:
        import_module("innervate.cli.house").open_house()
    done = import_module(arguments.work).run(arguments)
    return DONE if done is None else int(done)


def _parser(words: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="innervate",
        description="Learn to feel and drive the muscle you train, and check that it works.",
    )
    parser.add_argument("--version", action="version", version=f"innervate {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    typed = next((word for word in words if not word.startswith("-")), None)
    for name, purpose in COMMANDS.items():
        sentence = f"{purpose[0].upper()}{purpose[1:]}."
        command = commands.add_parser(name, help=purpose, description=sentence)
        if name == typed:
            import_module(f"innervate.cli.{name}").declare(command)
    return parser


if __name__ == "__main__":
    sys.exit(main())
