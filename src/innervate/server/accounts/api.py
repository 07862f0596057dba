"""Routes about the account itself. Signing in and its security are allauth's, `/_allauth/`."""

import time

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Query, Router, Status
from ninja.security import django_auth

from innervate import __version__
from innervate.server.accounts import store
from innervate.server.accounts.schemas import AccountIn, AccountOut, Problem, SetupOut
from innervate.server.accounts.store import SignedIn

router = Router(tags=["account"])


@router.get("/setup", response=SetupOut)
def setup(request: HttpRequest) -> SetupOut:
    """Tell an app that nobody has signed in to what to show, and give it the CSRF cookie."""
    get_token(request)
    is_empty = store.is_empty()
    is_open = is_empty or settings.INNERVATE_SIGNUP == "open"
    return SetupOut(needs_first_account=is_empty, signup_open=is_open, version=__version__)


@router.get("/account", response=AccountOut, auth=django_auth)
def account(request: SignedIn, asked: Query[AccountIn]) -> AccountOut:
    """Say who is signed in, to a phone that has pulled as far as `seen`."""
    owner = request.user
    return AccountOut(
        id=owner.pk,
        email=owner.email,
        preferences_id=owner.preferences_id,
        epoch=store.epoch(owner, asked.seen),
        now=time.time_ns() // 1_000_000,
    )


@router.delete("/account", response={204: None, 403: Problem}, auth=django_auth)
def delete_account(request: SignedIn) -> Status[Problem | None]:
    """Delete the account and everything in it, for good; asks for a fresh sign-in first."""
    if not did_recently_reauthenticate(request):
        return Status(403, Problem(detail="Confirm that it is you first."))
    owner = request.user
    logout(request)
    store.delete(owner)
    return Status(204, None)
