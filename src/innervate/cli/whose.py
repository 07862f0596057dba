"""The account that a command is about."""

from innervate.cli.outcome import CommandError
from innervate.server.accounts import store
from innervate.server.accounts.store import Account


def whose(email: str | None) -> Account:
    """Find the account of `email`, or the only one there is."""
    if email:
        return store.by_email(email)
    everybody = store.accounts()
    if not everybody:
        raise CommandError("There is no account yet. Make one in the browser: innervate serve")
    if len(everybody) > 1:
        emails = ", ".join(account.email for account in everybody)
        raise CommandError(f"Say whose log with --account; there are {emails}.")
    return everybody[0]
