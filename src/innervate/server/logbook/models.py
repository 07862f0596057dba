"""Rows of the log. Times are milliseconds since 1970, as on the wire; loads are kilograms."""

from typing import Any

from django.conf import settings
from django.db import models

from innervate.server.replica.models import Replica


def _text(length: int) -> Any:
    return models.CharField(max_length=length, default="", blank=True)


def _number() -> Any:
    return models.FloatField(null=True)


def _count() -> Any:
    return models.IntegerField(null=True)


def _moment() -> Any:
    return models.BigIntegerField(null=True)


class SessionRow(Replica):
    """A session. `monday` is the first day of its week, counted as `date.toordinal` does."""

    started_ms = _moment()
    zone = _text(64)
    title = _text(200)
    ended_ms = _moment()
    note = models.TextField(default="")
    source = _text(64)
    monday = _count()


class SetRow(Replica):
    """A performed set. `session` and `exercise` are ids of the same owner's, or the catalogue's."""

    # In the order in which a pull packs best: what often repeats beside what does, as measured.
    note = models.TextField(default="")
    exercise = _text(64)
    load_kg = _number()
    session = _text(36)
    target = _text(32)
    duration_s = _number()
    distance_m = _number()
    tempo = _text(32)
    cue = models.TextField(default="")
    focus = _text(16)
    touch = _text(16)
    side = _text(8)
    superset = _count()
    started_ms = _moment()
    ended_ms = _moment()
    rpe = _number()
    rir = _number()
    position = models.IntegerField(default=0)
    reps = _count()
    set_kind = models.CharField(max_length=16, default="work")
    connection = _text(16)
    drifts = _count()
    felt_strongest = _text(32)
    felt_0_10 = _count()

    class Meta(Replica.Meta):
        indexes = [
            *Replica.Meta.indexes,
            models.Index(fields=["owner", "session"], name="setrow_session"),
        ]


class ExerciseRow(Replica):
    """An exercise a lifter added. Muscles are ids with spaces between them.

    `details` is the JSON of what else is said about it, as on the wire; nothing searches it.
    """

    name = _text(200)
    mechanic = _text(16)
    targets = models.TextField(default="")
    secondary = models.TextField(default="")
    is_unilateral = models.BooleanField(default=False)
    is_bodyweight = models.BooleanField(default=False)
    merged_into = _text(64)
    details = models.TextField(default="")


class PreferencesRow(Replica):
    """A lifter's choices: one row an account."""

    unit = models.CharField(max_length=8, default="kg")
    rest_s = models.FloatField(default=120.0)
    theme = models.CharField(max_length=8, default="system")
    locale = models.CharField(max_length=16, default="en")
    body_prompts = models.BooleanField(default=True)
    zone = _text(64)


class WeekRow(models.Model):
    """The tally of one week, kept until one of its rows changes, or the catalogue `version` does.

    `cells` is the JSON of the week's rows in `GET /api/logbook/weeks`, without the brackets.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    monday = models.IntegerField()
    version = models.CharField(max_length=16)
    cells = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "monday"], name="weekrow_once")]

    def __str__(self) -> str:
        return f"week {self.monday}"
