"""Accounts on the wire."""

from uuid import UUID

from ninja import Schema


class SetupOut(Schema):
    """What the app must know before anybody has signed in."""

    needs_first_account: bool
    signup_open: bool
    version: str


class AccountOut(Schema):
    """Who is signed in, and the server's clock in milliseconds since 1970."""

    id: int
    email: str
    preferences_id: UUID
    now: int


class Problem(Schema):
    """What went wrong, as a sentence."""

    detail: str
