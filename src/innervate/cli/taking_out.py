"""`innervate logs export`: everything ever logged, in one file that imports again."""

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path

from innervate.cli.outcome import DONE, CommandError, counted, show, show_json
from innervate.cli.whose import whose
from innervate.formats.archive import ArchiveHeader, write_archive
from innervate.server.accounts.store import Account
from innervate.server.logbook import store


def run(arguments: argparse.Namespace) -> int:
    """Write the archive of one account."""
    owner = whose(arguments.account)
    file: Path = arguments.file
    if file.exists() and not arguments.force:
        raise CommandError(f"{file} is there already; --force replaces it.")
    try:
        header = _write(owner, file)
    except OSError as problem:
        raise CommandError(f"{file} cannot be written: {problem.strerror}.") from problem
    if arguments.json:
        show_json({"ok": True, "file": str(file), "rows": header.rows, **header.counts})
    else:
        sets = counted(header.counts["set"], "set")
        show(f"Wrote {sets} in {counted(header.counts['session'], 'session')} to {file}.")
    return DONE


def _write(owner: Account, file: Path) -> ArchiveHeader:
    # Written beside it first, so that a full disk does not leave half an archive under its name.
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with draft.open("xb") as out:
            header = write_archive(out, store.everything(owner), datetime.now(UTC))
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    return header
