"""Routes of imports: bring a file, look at what it holds, start, undo."""

import time
from uuid import UUID, uuid4

from django.db import transaction
from ninja import Query, Router, Status
from ninja.security import django_auth

from innervate.formats.decoding import SIZE_MAX, require_size
from innervate.formats.written import LogError
from innervate.server.accounts.store import SignedIn
from innervate.server.imports import store
from innervate.server.imports.progress import Import
from innervate.server.imports.schemas import ImportOut, SkippedOut, StartIn
from innervate.server.imports.work import READ, WRITE
from innervate.server.jobs import store as jobs

router = Router(tags=["imports"], auth=django_auth, exclude_none=True)


@router.post("", response={202: ImportOut})
def upload(request: SignedIn, name: Query[str] = "file") -> Status[Import]:
    """Take a file; the worker looks into it. The body is the file itself, at most 16 MiB."""
    content = _body(request)
    with transaction.atomic():
        found = store.create(request.user, uuid4(), name, content, _now_ms())
        jobs.enqueue(request.user, READ, str(found.id), _now_ms())
    return Status(202, found)


@router.get("", response=list[ImportOut])
def imports(request: SignedIn) -> list[Import]:
    """List the latest imports, newest first."""
    return store.imports(request.user)


@router.get("/{uuid:id}", response=ImportOut)
def get(request: SignedIn, id: UUID) -> Import:
    """Say how far an import has come, and what the file holds."""
    return store.get(request.user, id)


@router.get("/{uuid:id}/skipped", response=list[SkippedOut])
def skipped(request: SignedIn, id: UUID) -> list[dict[str, object]]:
    """List every line that was left out or changed; the preview shows the first 200."""
    return store.skipped(request.user, id)


@router.post("/{uuid:id}/start", response={202: ImportOut})
def start(request: SignedIn, id: UUID, body: StartIn) -> Status[Import]:
    """Take the lifter's answers; the worker writes the sets, all of them or none."""
    with transaction.atomic():
        found = store.answer(request.user, id, body.to_answers())
        jobs.enqueue(request.user, WRITE, str(id), _now_ms())
    return Status(202, found)


@router.post("/{uuid:id}/undo", response=ImportOut)
def undo(request: SignedIn, id: UUID) -> Import:
    """Take out again what the import added and nobody changed since."""
    return store.undo(request.user, id, _now_ms())


@router.delete("/{uuid:id}", response={204: None})
def remove(request: SignedIn, id: UUID) -> Status[None]:
    """Forget an import that has changed nothing."""
    store.remove(request.user, id)
    return Status(204, None)


def _body(request: SignedIn) -> bytes:
    """Read the body, but never more than one byte beyond what a log may have."""
    length = request.headers.get("Content-Length", "")
    if length.isdecimal():
        require_size(int(length))
    content: bytes = request.read(SIZE_MAX + 1)
    if len(content) > SIZE_MAX:
        raise LogError(f"A training log has at most {SIZE_MAX // 1024 // 1024} MB.")
    require_size(len(content))
    return content


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
