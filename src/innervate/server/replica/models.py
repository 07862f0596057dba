"""The columns of a row that phones hold copies of."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models


class Replica(models.Model):
    """One version of something of `owner`'s; a later `stamp` replaces it whole.

    `client_id` is the UUID the phone gave it, unique for its owner only, so that nobody's id can
    be reached, overwritten or detected by anybody else. `number` is the account's sequence when
    this version was accepted. A deleted row keeps these columns and nothing else.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    client_id = models.CharField(max_length=36)
    stamp = models.CharField(max_length=24)
    number = models.BigIntegerField()
    deleted = models.BooleanField(default=False)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["owner", "client_id"], name="%(class)s_once"),
        ]
        indexes = [models.Index(fields=["owner", "number"], name="%(class)s_feed")]

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.client_id}"
