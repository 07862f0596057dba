"""Every read and write of imports. A file is looked at, answered for, and kept in one step."""

import zlib
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404

from innervate.formats import identity
from innervate.formats.decoding import SIZE_MAX
from innervate.formats.written import Ask, LogError, Unit
from innervate.server.accounts.store import Account
from innervate.server.imports.models import ImportRow, NameChoice
from innervate.server.imports.progress import Answers, Import, State, later_stamp
from innervate.server.imports.reading import Known
from innervate.server.logbook import batches
from innervate.training.session import zone

_LISTED_MAX = 100
_NAME_MAX = 200


def create(owner: Account, id: UUID, name: str, content: bytes, now_ms: int) -> Import:
    """Keep a file that nobody has looked into yet."""
    row = ImportRow.objects.create(
        id=id,
        owner=owner,
        name=name.replace("\0", "")[-_NAME_MAX:] or "file",
        state=State.READING,
        content=zlib.compress(content, 1),
        created_ms=now_ms,
    )
    return _import(row)


def imports(owner: Account) -> list[Import]:
    """Give the latest imports, newest first."""
    rows = ImportRow.objects.filter(owner=owner).defer("content", "skipped")
    return [_import(row) for row in rows.order_by("-created_ms")[:_LISTED_MAX]]


def get(owner: Account, id: UUID) -> Import:
    """Find an import of `owner`'s."""
    return _import(_row(owner, id))


def state_of(owner: Account, id: UUID) -> State | None:
    """Say how far an import has come; None for one that was removed meanwhile."""
    found = ImportRow.objects.filter(owner=owner, pk=id).values_list("state", flat=True).first()
    return State(found) if found else None


def skipped(owner: Account, id: UUID) -> list[dict[str, Any]]:
    """Give every line that was left out or changed, with its number and the reason."""
    return list(_row(owner, id).skipped)


def content(owner: Account, id: UUID) -> bytes:
    """Give the file as it came; empty once the import is over."""
    packed = bytes(_row(owner, id).content)
    return zlib.decompressobj().decompress(packed, SIZE_MAX + 1) if packed else b""


def keep_preview(
    owner: Account, id: UUID, preview: Mapping[str, Any], every_skipped: list[dict[str, Any]]
) -> None:
    """The file was read; the lifter may answer."""
    _of(owner, id, State.READING).update(state=State.READY, preview=preview, skipped=every_skipped)


def fail(owner: Account, id: UUID, reason: str) -> None:
    """Give up on an import that has changed nothing; the file is forgotten."""
    _of(owner, id, State.READING, State.WRITING).update(
        state=State.FAILED, reason=reason, content=b""
    )


@transaction.atomic
def answer(owner: Account, id: UUID, answers: Answers) -> Import:
    """Take the lifter's answers; the import may now be written. Raises `LogError`."""
    row = _row(owner, id, locked=True)
    if row.state != State.READY:
        raise LogError("This import is not waiting for an answer.")
    mapping = _require_answers(owner, row, answers)
    row.answers = {"zone": answers.zone, "unit": answers.unit, "mapping": mapping}
    row.state = State.WRITING
    row.save(update_fields=["answers", "state"])
    return _import(row)


def answers_of(owner: Account, id: UUID) -> Answers | None:
    """Give the answers of an import that is to be written; None for any other."""
    if state_of(owner, id) is not State.WRITING:
        return None
    given = _row(owner, id).answers or {}
    unit = given["unit"]
    return Answers(given["zone"], Unit(unit) if unit else None, given["mapping"])


def finish(owner: Account, id: UUID, outcome: Mapping[str, int], stamp: str) -> None:
    """Record what an import added, in the transaction that added it; remember the choices."""
    row = _row(owner, id)
    _remember(owner, row)
    row.state, row.outcome, row.stamp, row.content = State.DONE, outcome, stamp, b""
    row.save(update_fields=["state", "outcome", "stamp", "content"])


@transaction.atomic
def remove(owner: Account, id: UUID) -> None:
    """Forget an import that has changed nothing."""
    row = _row(owner, id, locked=True)
    if row.state not in {State.READING, State.READY, State.FAILED}:
        raise LogError("This import has begun; it can be undone once it is done.")
    row.delete()


@transaction.atomic
def undo(owner: Account, id: UUID, now_ms: int) -> Import:
    """Take out of the log what the import added and nobody changed since; twice is once."""
    row = _row(owner, id, locked=True)
    if row.state == State.UNDONE:
        return _import(row)
    if row.state != State.DONE or not row.stamp:
        raise LogError("Only a finished import of another app's log can be undone.")
    row.undo_stamp = later_stamp(row.id, now_ms, (row.stamp,))
    batches.remove_batch(owner, row.stamp, row.undo_stamp)
    row.state = State.UNDONE
    row.save(update_fields=["undo_stamp", "state"])
    return _import(row)


def undone_stamps(owner: Account) -> set[str]:
    """Give the stamps of deletions that undid an import: importing again brings these back."""
    rows = ImportRow.objects.filter(owner=owner).exclude(undo_stamp="")
    return set(rows.values_list("undo_stamp", flat=True))


def known(owner: Account) -> Known:
    """Give what `owner` said about names, and the exercises of their own."""
    choices = NameChoice.objects.filter(owner=owner).values_list("name", "exercise")
    return Known(dict(choices), batches.own_names(owner))


def already_here(owner: Account, pairs: list[tuple[str, str]]) -> dict[str, int]:
    """Count those of the (kind, id) `pairs` that an import would not add, by kind."""
    undone = undone_stamps(owner)
    counts: dict[str, int] = {}
    for kind in ("session", "set"):
        ids = [id for of, id in pairs if of == kind]
        counts[kind] = len(ids) - len(batches.lacking(owner, kind, ids, undone))
    return counts


def _require_answers(owner: Account, row: ImportRow, answers: Answers) -> dict[str, str | None]:
    preview = row.preview or {}
    if Ask.ZONE in preview["asks"]:
        if not answers.zone:
            raise LogError("Say which time zone you trained in; the file does not.")
        zone(answers.zone)
    if Ask.UNIT in preview["asks"] and not answers.unit:
        raise LogError("Say whether the loads are in kg or lb; the file does not.")
    proposed = {entry["name"]: entry["exercise"] for entry in preview["names"]}
    lifters = known(owner)
    for name, exercise in answers.mapping.items():
        if name not in proposed:
            raise LogError(f"No set in the file is of {name!r}.")
        if exercise and not lifters.exists(exercise):
            raise LogError(f"There is no exercise {exercise!r}.")
    return {**proposed, **{name: id or None for name, id in answers.mapping.items()}}


def _remember(owner: Account, row: ImportRow) -> None:
    preview, answers = row.preview or {}, row.answers or {}
    proposed = {entry["name"]: entry["exercise"] for entry in preview.get("names", ())}
    chosen = {
        identity.folded(name): exercise or ""
        for name, exercise in answers.get("mapping", {}).items()
        # An own exercise that nobody chose is found by its name; the catalogue may learn it yet.
        if exercise or proposed.get(name)
    }
    NameChoice.objects.bulk_create(
        [NameChoice(owner=owner, name=name, exercise=chosen[name]) for name in sorted(chosen)],
        update_conflicts=True,
        unique_fields=["owner", "name"],
        update_fields=["exercise"],
    )


def _row(owner: Account, id: UUID, *, locked: bool = False) -> ImportRow:
    rows = ImportRow.objects.select_for_update() if locked else ImportRow.objects
    found = rows.filter(owner=owner, pk=id).first()
    if found is None:
        raise Http404
    return found


def _of(owner: Account, id: UUID, *states: State) -> Any:
    return ImportRow.objects.filter(owner=owner, pk=id, state__in=states)


def _import(row: ImportRow) -> Import:
    state = State(row.state)
    can_undo = state is State.DONE and bool(row.stamp)
    return Import(row.id, row.name, state, row.reason, row.preview, row.outcome, can_undo)
