"""Where allauth asks us: may this person sign up, and how is an account saved?"""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.headless.base.response import ForbiddenResponse
from django.conf import settings
from django.http import HttpRequest

from innervate.server.accounts import store


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-up by the policy of INNERVATE_SIGNUP."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Under `first`, only while there is no account."""
        del request
        return settings.INNERVATE_SIGNUP == "open" or store.is_empty()

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:  # noqa: FBT001, FBT002  allauth's signature
        """Save an account; under `first`, one and no other, however many ask at once."""
        if settings.INNERVATE_SIGNUP == "open":
            return super().save_user(request, user, form, commit)
        account = super().save_user(request, user, form, commit=False)
        try:
            store.found(account)
        except store.SignupClosed as error:
            raise ImmediateHttpResponse(ForbiddenResponse(request)) from error
        return account
