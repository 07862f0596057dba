"""Files that were brought, and what a lifter said their exercise names mean."""

from django.conf import settings
from django.db import models


class ImportRow(models.Model):
    """One file of `owner`'s on its way into the log.

    `content` is the file, compressed, until the import is done. `stamp` is that of every row the
    import added, and `undo_stamp` that of the deletions that took them out again.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    state = models.CharField(max_length=16)
    reason = models.TextField(default="")
    content = models.BinaryField(default=b"")
    preview = models.JSONField(null=True)
    skipped = models.JSONField(default=list)
    answers = models.JSONField(null=True)
    outcome = models.JSONField(null=True)
    stamp = models.CharField(max_length=24, default="")
    undo_stamp = models.CharField(max_length=24, default="")
    created_ms = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["owner", "created_ms"], name="importrow_list")]

    def __str__(self) -> str:
        return f"import {self.pk}"


class NameChoice(models.Model):
    """What `owner` said an app's exercise name means; `exercise` is empty for an own exercise."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    exercise = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="namechoice_once")]

    def __str__(self) -> str:
        return f"choice {self.pk}"
