"""What the worker does with a file: read it, later write it. Doing it twice is doing it once."""

import time
from uuid import UUID

from django.db import transaction

from innervate.formats import identity
from innervate.formats.archive import read_archive
from innervate.formats.written import ImportedLog, LogError, Unit
from innervate.server.accounts.store import Account
from innervate.server.imports import store
from innervate.server.imports.progress import Answers, State, later_stamp
from innervate.server.imports.reading import Archived, ids_of, listed, preview_of, read
from innervate.server.jobs.store import Work
from innervate.server.logbook import batches
from innervate.server.logbook import store as logbook
from innervate.server.logbook.batches import Batched
from innervate.server.logbook.store import ArchiveError
from innervate.training.own_exercise import OwnExercise

READ = "imports.read"
WRITE = "imports.write"
_GIVEN_UP = "Something went wrong here, three times over. Nothing was added to your log."


def read_file(owner: Account, id: str) -> None:
    """Read the file and keep what it holds, as a preview; or why it cannot be read."""
    import_id = UUID(id)
    if store.state_of(owner, import_id) is not State.READING:
        return
    try:
        source = read(store.content(owner, import_id), _now_ms())
        here = store.already_here(owner, list(ids_of(source)))
        preview = preview_of(source, store.known(owner), here["set"])
    except LogError as problem:
        store.fail(owner, import_id, str(problem))
        return
    skipped = source.skipped if isinstance(source, ImportedLog) else ()
    store.keep_preview(owner, import_id, preview, listed(skipped))


def write_file(owner: Account, id: str) -> None:
    """Put the file's sets into the log, all of them or none."""
    import_id = UUID(id)
    answers = store.answers_of(owner, import_id)
    if answers is None:
        return
    content = store.content(owner, import_id)
    source = read(content, _now_ms())
    try:
        with transaction.atomic():
            if isinstance(source, Archived):
                _merge(owner, import_id, source, content)
            else:
                _add(owner, import_id, source, answers)
    except (LogError, ArchiveError) as problem:
        store.fail(owner, import_id, str(problem))


def give_up(owner: Account, id: str) -> None:
    """Say that an import failed for a reason that is ours."""
    store.fail(owner, UUID(id), _GIVEN_UP)


WORK = {READ: Work(read_file, give_up), WRITE: Work(write_file, give_up)}


def _add(owner: Account, id: UUID, log: ImportedLog, answers: Answers) -> None:
    undone = store.undone_stamps(owner)
    stamp = later_stamp(id, _now_ms(), tuple(undone))
    added = batches.add_batch(owner, _values(log, answers), stamp, undone)
    outcome = _outcome(added["session"], added["set"], log.set_count)
    store.finish(owner, id, outcome, stamp)


def _values(log: ImportedLog, answers: Answers) -> list[Batched]:
    exercises: dict[str, str] = {}
    values: list[Batched] = []
    for name in log.names:
        chosen = answers.mapping.get(name)
        exercises[name] = chosen or identity.own_exercise_id(name)
        if not chosen:
            values.append(OwnExercise(exercises[name], name))
    for logged in log.logged(answers.zone or "UTC", answers.unit or Unit.KG, exercises):
        values.append(logged.session)
        values.extend(logged.sets)
    return values


def _merge(owner: Account, id: UUID, archive: Archived, content: bytes) -> None:
    pairs = list(ids_of(archive))
    here = store.already_here(owner, pairs)
    logbook.restore(owner, read_archive(content), _now_ms())
    sets = sum(kind == "set" for kind, _ in pairs)
    outcome = _outcome(len(pairs) - sets - here["session"], sets - here["set"], sets)
    store.finish(owner, id, outcome, stamp="")


def _outcome(sessions_added: int, sets_added: int, sets: int) -> dict[str, int]:
    return {
        "sessions_added": sessions_added,
        "sets_added": sets_added,
        "already_here": sets - sets_added,
    }


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
