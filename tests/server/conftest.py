"""The cast: Ana owns a log, Cy is a stranger; both have phones."""

import pytest
from django.core.cache import cache

from tests.server.people import Person


@pytest.fixture(autouse=True)
def _forgotten_attempts() -> None:
    """The lockout counts by address, and every test comes from the same one."""
    cache.clear()


@pytest.fixture
def ana(db: None) -> Person:
    return Person("ana@example.org")


@pytest.fixture
def cy(db: None) -> Person:
    return Person("cy@example.org")
