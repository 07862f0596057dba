"""When a phone and the server agree: the same sets, each once, with the same content."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.browser.lifter import Json, kept_by_server, table

KEPT_BY_THE_PHONE_ALONE = {"at_ms", "started_ms", "day", "open"}
_TRIES, _PAUSE_MS = 400, 50


def sets_on_phone(page: Page) -> dict[str, Json]:
    """The sets in this phone's database by id, as they go over the wire."""
    return {row["id"]: _on_the_wire(row) for row in table(page, "sets")}


def sets_on_server(page: Page, address: str) -> dict[str, Json]:
    """The live sets of the account by id; each must come once."""
    rows = [row for row in kept_by_server(page.context.request, address) if row["kind"] == "set"]
    often = Counter(row["id"] for row in rows)
    assert set(often.values()) <= {1}, often
    return {row["id"]: row for row in rows}


def agree(page: Page, address: str) -> dict[str, Json]:
    """Wait until nothing waits on the phone and both hold the same sets; gives them."""
    here: dict[str, Any] = {}
    there: dict[str, Any] = {}
    for _ in range(_TRIES):
        if not table(page, "outbox"):
            here, there = sets_on_phone(page), sets_on_server(page, address)
            if here == there:
                return there
        page.wait_for_timeout(_PAUSE_MS)
    waiting = table(page, "outbox")
    raise AssertionError(f"{len(waiting)} wait; phone {here}; server {there}")


def until(page: Page, holds: Callable[[], object]) -> None:
    """Wait until `holds` does, with the page going on."""
    for _ in range(_TRIES):
        if holds():
            return
        page.wait_for_timeout(_PAUSE_MS)
    raise AssertionError("It never came to that.")


def carried(row: Json) -> tuple[Any, ...]:
    """What a lifter would know a set by."""
    names = ("exercise", "set_kind", "load_kg", "reps", "duration_s", "distance_m", "connection")
    return tuple(row.get(name) for name in names)


def without_signal(page: Page) -> None:
    """Airplane mode."""
    page.context.set_offline(True)


def with_signal(page: Page) -> None:
    """Back from airplane mode."""
    page.context.set_offline(False)


def _on_the_wire(row: Json) -> Json:
    return {name: value for name, value in row.items() if name not in KEPT_BY_THE_PHONE_ALONE}
