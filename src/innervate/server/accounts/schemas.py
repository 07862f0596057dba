"""Accounts on the wire."""

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field


class SetupOut(Schema):
    """What the app must know before anybody has signed in."""

    needs_first_account: bool
    signup_open: bool
    version: str


class AccountIn(Schema):
    """How far the phone that asks has pulled."""

    seen: Annotated[int, Field(ge=0, lt=2**63)] = 0


class AccountOut(Schema):
    """Who is signed in, what its numbering is called, and the clock in milliseconds since 1970."""

    id: int
    email: str
    preferences_id: UUID
    epoch: str
    now: int


class Problem(Schema):
    """What went wrong, as a sentence."""

    detail: str
