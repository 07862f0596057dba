"""`innervate logs undo`: take out of the log what an import added."""

import argparse
import time
from uuid import UUID

from django.http import Http404

from innervate.cli.outcome import DONE, CommandError, show, show_json
from innervate.cli.whose import whose
from innervate.server.imports import store


def run(arguments: argparse.Namespace) -> int:
    """Undo one import; doing so twice changes nothing more."""
    owner = whose(arguments.account)
    try:
        found = store.undo(owner, UUID(arguments.id), time.time_ns() // 1_000_000)
    except (Http404, ValueError) as problem:
        sentence = str(problem) if "import" in str(problem) else "There is no such import."
        raise CommandError(sentence) from problem
    if arguments.json:
        show_json({"ok": True, "id": str(found.id), "state": found.state.value})
    else:
        show(f"{found.name} is out of the log; sets that you changed since then stay.")
    return DONE
