"""Bring files, and look at the log they end up in."""

import itertools
from pathlib import Path
from uuid import uuid4

from innervate.formats.written import Unit
from innervate.server.accounts.models import Account
from innervate.server.imports import store, work
from innervate.server.imports.progress import Answers, Import, State
from innervate.server.logbook import store as logbook
from innervate.server.logbook.batches import Batched
from innervate.server.logbook.rows import kind_of
from innervate.server.logbook.wire import Pushed

LOGS = Path(__file__).parents[2] / "golden" / "logs"
ANSWERS = Answers("Europe/Berlin", Unit.KG)
NOW = 1_790_000_000_000
_people = itertools.count()


def lifter() -> Account:
    return Account.objects.create(email=f"lifter{next(_people)}@example.org")


def put(owner: Account, *values: Batched) -> None:
    versions = [
        Pushed(kind_of(value), str(value.id), f"{NOW:012x}0000aaaaaaaa", value) for value in values
    ]
    assert {verdict.outcome for verdict in logbook.put_versions(owner, versions)} <= {"stored"}


def brought(owner: Account, content: bytes, name: str = "log.csv") -> Import:
    id = uuid4()
    store.create(owner, id, name, content, NOW)
    work.read_file(owner, str(id))
    return store.get(owner, id)


def imported(owner: Account, name: str, answers: Answers = ANSWERS) -> Import:
    found = brought(owner, (LOGS / f"{name}.csv").read_bytes())
    assert found.state is State.READY, found.reason
    store.answer(owner, found.id, answers)
    work.write_file(owner, str(found.id))
    return store.get(owner, found.id)


def rows(owner: Account) -> list[dict[str, object]]:
    return list(logbook.everything(owner))


def live(owner: Account, kind: str) -> list[dict[str, object]]:
    return [row for row in rows(owner) if row["kind"] == kind and not row.get("deleted")]


def later(row: dict[str, object]) -> str:
    return f"{int(str(row['stamp'])[:12], 16) + 1:012x}0000aaaaaaaa"


def edited(owner: Account, row: dict[str, object], *, delete: bool = False) -> None:
    body = {**row, "stamp": later(row), "note": "mended"}
    if delete:
        body = {"kind": row["kind"], "id": row["id"], "stamp": later(row), "deleted": True}
    logbook.restore(owner, [body], 2**47)
