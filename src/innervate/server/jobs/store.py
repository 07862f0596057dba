"""Every read and write of jobs. Moments are milliseconds since 1970."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection, transaction

from innervate.server.accounts.store import Account
from innervate.server.jobs.models import Job

ATTEMPTS_MAX = 3
HOLD_MS = 30_000
"""Longer than the pause between two signs of life of a worker, many times over."""

_FIRST_PAUSE_MS = 2_000

# Two workers may find the same job. The one that comes second waits for the first to commit, then
# sees that the outer condition no longer holds, and goes without. Both databases read this text.
_CLAIM = """
UPDATE jobs_job SET attempts = attempts + 1, holder = %(holder)s, held_until_ms = %(until)s
WHERE due_ms <= %(now)s AND held_until_ms <= %(now)s AND id = (
    SELECT id FROM jobs_job WHERE due_ms <= %(now)s AND held_until_ms <= %(now)s
    ORDER BY due_ms, id LIMIT 1
)
RETURNING id
"""


@dataclass(frozen=True, slots=True)
class Work:
    """What to do for a job, and what to do when it could not be done."""

    do: Callable[[Account, str], None]
    give_up: Callable[[Account, str], None]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job in a worker's hands."""

    id: int
    owner: Account
    name: str
    argument: str
    attempts: int

    @property
    def is_hopeless(self) -> bool:
        """Has it been tried often enough?"""
        return self.attempts > ATTEMPTS_MAX


def enqueue(owner: Account, name: str, argument: str, now_ms: int) -> None:
    """Leave work to the worker; it begins when the transaction around this call commits."""
    Job.objects.create(owner=owner, name=name, argument=argument, due_ms=now_ms)


def claim(holder: str, now_ms: int) -> Claimed | None:
    """Take the job that is due longest, if there is one; no other worker gets it meanwhile."""
    if not Job.objects.filter(due_ms__lte=now_ms, held_until_ms__lte=now_ms).exists():
        return None  # Asking first keeps an idle worker from locking the database.
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, {"holder": holder, "now": now_ms, "until": now_ms + HOLD_MS})
        found = cursor.fetchone()
    if found is None:
        return None
    job = Job.objects.select_related("owner").get(pk=found[0])
    return Claimed(job.pk, job.owner, job.name, job.argument, job.attempts)


def hold(holder: str, now_ms: int) -> None:
    """Show that `holder` is alive and still has its jobs in hand."""
    Job.objects.filter(holder=holder).update(held_until_ms=now_ms + HOLD_MS)


def finish(job: Claimed, holder: str) -> None:
    """Forget a job that is done or given up, unless another worker has taken it over."""
    Job.objects.filter(pk=job.id, holder=holder).delete()


@transaction.atomic
def put_back(job: Claimed, holder: str, now_ms: int) -> None:
    """Let a job that failed be tried again, after a pause that grows."""
    due_ms = now_ms + _FIRST_PAUSE_MS * 2 ** (job.attempts - 1)
    Job.objects.filter(pk=job.id, holder=holder).update(holder="", held_until_ms=0, due_ms=due_ms)
