"""`innervate logs import`: a readable preview, then all of it or nothing."""

import argparse
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

from innervate.cli.outcome import DONE, CommandError, counted, say, show, show_json
from innervate.cli.previewing import preview_lines
from innervate.cli.whose import whose
from innervate.cli.zones import own_zone
from innervate.formats.decoding import require_size
from innervate.formats.written import Unit
from innervate.server.accounts.store import Account
from innervate.server.imports import store, work
from innervate.server.imports.progress import Answers, Import, State


def run(arguments: argparse.Namespace) -> int:
    """Import one file, or with --dry-run only look at it."""
    owner = whose(arguments.account)
    found = _read(owner, arguments.file)
    if arguments.dry_run:
        store.remove(owner, found.id)
        return _show_preview(found, as_json=arguments.json)
    if not arguments.json:
        _show_preview(found, as_json=False)
    return _show_outcome(_write(owner, found, arguments), as_json=arguments.json)


def _read(owner: Account, file: Path) -> Import:
    found = store.create(owner, uuid4(), file.name, _content(file), _now_ms())
    work.read_file(owner, str(found.id))
    return _require(owner, store.get(owner, found.id), State.READY)


def _write(owner: Account, found: Import, arguments: argparse.Namespace) -> Import:
    try:
        store.answer(owner, found.id, _answers(found, arguments))
    except (CommandError, ValueError):
        store.remove(owner, found.id)
        raise
    work.write_file(owner, str(found.id))
    return _require(owner, store.get(owner, found.id), State.DONE)


def _require(owner: Account, found: Import, state: State) -> Import:
    if found.state is not state:
        store.remove(owner, found.id)
        raise CommandError(found.reason)
    return found


def _content(file: Path) -> bytes:
    try:
        require_size(file.stat().st_size)
        return file.read_bytes()
    except OSError as problem:
        raise CommandError(f"{file} cannot be read: {problem.strerror or problem}.") from problem


def _answers(found: Import, arguments: argparse.Namespace) -> Answers:
    asks = (found.preview or {})["asks"]
    if "unit" in asks and not arguments.unit:
        raise CommandError("The file does not say whether loads are in kg or lb: add --unit.")
    zone = arguments.zone
    if "zone" in asks and not zone:
        zone = own_zone()
        say(f"Taking {zone} as your time zone; --zone chooses another.")
    return Answers(zone, Unit(arguments.unit) if arguments.unit else None, dict(arguments.map))


def _show_preview(found: Import, *, as_json: bool) -> int:
    preview: dict[str, Any] = dict(found.preview or {})
    if as_json:
        show_json({"ok": True, "dry_run": True, "preview": preview})
    else:
        for line in preview_lines(found.name, preview):
            show(line)
    return DONE


def _show_outcome(found: Import, *, as_json: bool) -> int:
    outcome = dict(found.outcome or {})
    if as_json:
        preview = dict(found.preview or {})
        show_json({"ok": True, "id": str(found.id), "outcome": outcome, "preview": preview})
        return DONE
    already = outcome["already_here"]
    show(
        f"Added {counted(outcome['sets_added'], 'set')} in "
        f"{counted(outcome['sessions_added'], 'new session')}; "
        f"{counted(already, 'set')} {'was' if already == 1 else 'were'} already here."
    )
    if found.can_undo and outcome["sets_added"]:
        show(f"To take them out again: innervate logs undo {found.id}")
    return DONE


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
