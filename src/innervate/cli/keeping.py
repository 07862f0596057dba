"""`innervate accounts`: for the person at the machine, who needs no password for it."""

import argparse
import getpass
import sys

from innervate.cli.outcome import DONE, CommandError, show, show_json
from innervate.server.accounts import store


def run(arguments: argparse.Namespace) -> int:
    """Do one of the three."""
    _DEEDS[arguments.deed](arguments)
    return DONE


def _list(arguments: argparse.Namespace) -> None:
    everybody = store.accounts()
    if arguments.json:
        accounts = [
            {"email": account.email, "joined_at": account.joined_at.isoformat()}
            for account in everybody
        ]
        show_json({"ok": True, "accounts": accounts})
        return
    for account in everybody:
        show(f"{account.email}  since {account.joined_at:%Y-%m-%d}")
    if not everybody:
        show("There is no account yet.")


def _reset(arguments: argparse.Namespace) -> None:
    owner = store.by_email(arguments.email)
    store.reset_password(owner, _password(from_stdin=arguments.stdin))
    _say(arguments, f"{owner.email} has a new password and is signed out everywhere.")


def _delete(arguments: argparse.Namespace) -> None:
    owner = store.by_email(arguments.email)
    if not arguments.yes and not _is_meant(owner.email):
        raise CommandError("Nothing was deleted.")
    email = owner.email
    store.delete(owner)
    _say(arguments, f"{email} and everything it logged are gone.")


def _is_meant(email: str) -> bool:
    if not sys.stdin.isatty():
        raise CommandError("Add --yes to delete an account without being asked.")
    sys.stderr.write(f"This deletes everything {email} ever logged. Type the e-mail to go on: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() == email


def _password(*, from_stdin: bool) -> str:
    if from_stdin or not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("New password: ")
    if getpass.getpass("Once more: ") != password:
        raise CommandError("The two passwords differ; nothing was changed.")
    return password


def _say(arguments: argparse.Namespace, sentence: str) -> None:
    if arguments.json:
        show_json({"ok": True, "email": arguments.email})
    else:
        show(sentence)


_DEEDS = {"list": _list, "reset-password": _reset, "delete": _delete}
