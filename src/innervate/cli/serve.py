"""`innervate serve`: what it takes. The work is in `serving`, which loads Django and uvicorn."""

import argparse

from innervate.cli.arguments import declare_data

FIRST_PORT = 8000


def declare(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `serve`."""
    declare_data(parser)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument(
        "--port",
        type=port,
        help=f"port to listen on (default: {FIRST_PORT}, or the next free one)",
    )
    parser.add_argument("--no-browser", action="store_true", help="do not open the browser")
    parser.add_argument(
        "--signup", action="store_true", help="let anyone who reaches the address make an account"
    )
    parser.set_defaults(work="innervate.cli.serving", opens_database=False)


def port(text: str) -> int:
    """A port number; 0 lets the system choose one."""
    number = int(text)
    if not 0 <= number <= 65_535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return number
