"""Jobs that wait, or that a worker has in hand. A finished job has no row."""

from django.conf import settings
from django.db import models


class Job(models.Model):
    """`name` says what to do, `argument` to what, always of `owner`'s.

    A worker holds a job until `held_until`; a worker that was killed lets that moment pass, and
    the next one takes the job up again.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=64)
    argument = models.CharField(max_length=200)
    due_ms = models.BigIntegerField()
    attempts = models.PositiveSmallIntegerField(default=0)
    holder = models.CharField(max_length=64, default="", blank=True)
    held_until_ms = models.BigIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["due_ms"], name="job_due")]

    def __str__(self) -> str:
        return f"job {self.pk}: {self.name}"
