"""Accounts, and the one that founded this installation."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by e-mail, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account that signs in with this e-mail."""
        return self.get(email=(username or "").lower())


class Account(AbstractBaseUser):
    """A person to the server, and the owner of rows.

    `sequence` numbers the versions of this account's rows in the order they were accepted. `epoch`
    names that numbering: another one means that a phone's place in it is worth nothing any more.
    """

    email = models.EmailField(unique=True, max_length=254)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)
    preferences_id = models.UUIDField(default=uuid.uuid4, editable=False)
    sequence = models.BigIntegerField(default=0)
    epoch = models.UUIDField(default=uuid.uuid4, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[AccountManager] = AccountManager()

    def __str__(self) -> str:
        return f"account {self.pk}"


class Founding(models.Model):
    """The one row that says who made the first account: its key is always 1."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    account = models.OneToOneField(Account, on_delete=models.CASCADE)

    def __str__(self) -> str:
        return f"founded by account {self.account_id}"
