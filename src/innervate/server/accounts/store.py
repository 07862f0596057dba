"""Every read and write of accounts."""

import uuid
from datetime import UTC, datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.http import HttpRequest

from innervate.server.accounts.models import Account as Account  # noqa: PLC0414  re-exported
from innervate.server.accounts.models import Founding


class SignedIn(HttpRequest):
    """A request that the sign-in has let through."""

    user: Account


class AccountError(ValueError):
    """Something about an account that cannot be; the sentence says what."""


class SignupClosed(AccountError):
    """Somebody has the first account already."""


def is_empty() -> bool:
    """Does nobody have an account yet?"""
    return not Account.objects.exists()


def found(account: Account) -> None:
    """Save the very first account. Of two simultaneous ones, one raises `SignupClosed`."""
    try:
        with transaction.atomic():
            if Account.objects.exists():
                raise SignupClosed("There is an account already.")
            account.save()
            Founding.objects.create(account=account)
    except IntegrityError as error:
        raise SignupClosed("There is an account already.") from error


def accounts() -> list[Account]:
    """Everybody, oldest first; for the person at the machine."""
    return list(Account.objects.order_by("pk"))


def by_email(email: str) -> Account:
    """The account that signs in with `email`; raises `AccountError` where there is none."""
    try:
        return Account.objects.get_by_natural_key(email.strip())
    except Account.DoesNotExist as error:
        raise AccountError(f"No account signs in with {email}.") from error


def only_account() -> Account:
    """The one account of an installation; raises `AccountError` where there is none or several."""
    everybody = list(Account.objects.all()[:2])
    if len(everybody) != 1:
        raise AccountError("Say whose: there is no account, or more than one.")
    return everybody[0]


@transaction.atomic
def create(email: str, password: str) -> Account:
    """Make an account from the command line, whatever the sign-up policy."""
    account = Account(email=email.strip().lower())
    _set_password(account, password)
    try:
        account.full_clean()
    except ValidationError as error:
        raise AccountError(" ".join(error.messages)) from error
    account.save()
    EmailAddress.objects.create(user=account, email=account.email, primary=True)
    return account


def reset_password(owner: Account, password: str) -> None:
    """Give `owner` a new password. Every session of theirs ends, because its hash changes."""
    _set_password(owner, password)
    owner.save(update_fields=["password"])


def delete(owner: Account) -> None:
    """Remove the account and every row it owns, for good."""
    owner.delete()


def forget_ended_sessions(now_ms: int) -> None:
    """Remove sign-ins that have run out, and what the list of sessions knew about them."""
    now = datetime.fromtimestamp(now_ms / 1000, UTC)
    Session.objects.filter(expire_date__lt=now).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


def take_sequence(owner: Account, count: int) -> int:
    """Reserve `count` numbers and return the first.

    Holds the account's row until the commit, so that of one account's versions a later number is
    never visible before an earlier one.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE accounts_account SET sequence = sequence + %s WHERE id = %s RETURNING sequence",
            [count, owner.pk],
        )
        (last,) = cursor.fetchone()
    return int(last) - count + 1


def sequence(owner: Account) -> int:
    """The number of the latest version."""
    return int(Account.objects.values_list("sequence", flat=True).get(pk=owner.pk))


def epoch(owner: Account, seen: int) -> str:
    """The name of the numbering, a new one if a phone has `seen` a number that was never given.

    Then this database is an older copy of what it was, put back: every phone must be told, also
    one that asks after others have pushed the numbers beyond what it has seen.
    """
    Account.objects.filter(pk=owner.pk, sequence__lt=seen).update(epoch=uuid.uuid4())
    return str(Account.objects.values_list("epoch", flat=True).get(pk=owner.pk))


def _set_password(account: Account, password: str) -> None:
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise AccountError(" ".join(error.messages)) from error
    account.set_password(password)
