"""What a lifter does with the app, in the words of the screen; and what the phone then holds."""

import re
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from playwright.sync_api import APIRequestContext, Page, expect

PASSWORD = "a long and quiet sentence"
DEVICE = "00c0ffee"
TWO_TAPS_APART_MS = 650

Json = dict[str, Any]


def make_account(request: APIRequestContext, address: str, email: str) -> None:
    """Sign up; `request` is signed in afterwards."""
    request.get(f"{address}/api/setup")
    body = {"email": email, "password": PASSWORD}
    answer = request.post(
        f"{address}/_allauth/browser/v1/auth/signup", data=body, headers=_proof(request, address)
    )
    assert answer.ok, answer.text()


def push(request: APIRequestContext, address: str, rows: list[Json]) -> None:
    """Store `rows` as another phone of the account would have."""
    body = {"device": DEVICE, "rows": rows}
    answer = request.post(
        f"{address}/api/sync/push", data=body, headers=_proof(request, address)
    ).json()
    assert {one["outcome"] for one in answer["results"]} == {"stored"}, answer


def kept_by_server(request: APIRequestContext, address: str) -> list[Json]:
    """Every live row the server has of the account."""
    rows: list[Json] = request.get(f"{address}/api/sync/pull?after=0&limit=5000").json()["rows"]
    return [row for row in rows if not row.get("deleted")]


def past_session(title: str, exercises: dict[str, list[Json]], days_ago: int) -> list[Json]:
    """A session with its sets, as rows; each set is given by what it carries."""
    start = datetime.fromtimestamp(time.time(), UTC) - timedelta(days=days_ago)
    session = str(uuid4())
    bodies = [{"exercise": exercise, **one} for exercise, sets in exercises.items() for one in sets]
    rows: list[Json] = [
        {
            "kind": "session",
            "id": session,
            "title": title,
            "zone": "Europe/Berlin",
            "started_at": _moment(start),
            "ended_at": _moment(start + timedelta(hours=1)),
        },
        *(
            {"kind": "set", "id": str(uuid4()), "session": session, "position": at, **body}
            for at, body in enumerate(bodies)
        ),
    ]
    ms = int(start.timestamp() * 1000)
    return [{**row, "stamp": f"{ms:012x}{at:04x}{DEVICE}"} for at, row in enumerate(rows)]


def open_app(page: Page, address: str) -> None:
    """Open Today and wait until the phone has everything and can do without the server."""
    page.goto(address)
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    wait_until_whole(page)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def repeat(page: Page, title: str) -> None:
    """Start a session like the one called `title`."""
    page.get_by_role("button", name=re.compile(f"^{title}")).click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()


def rate(page: Page, rating: str) -> None:
    """End the set that is up with one tap; wait until it lies in the database, and a breath."""
    sets = stored_sets(page)
    page.get_by_role("button", name=rating, exact=True).click()
    wait_for_sets(page, sets + 1)
    page.wait_for_timeout(TWO_TAPS_APART_MS)


def wait_for_sets(page: Page, count: int) -> None:
    """Wait until this phone's database holds `count` sets."""
    for _ in range(200):
        if stored_sets(page) == count:
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"The phone holds {stored_sets(page)} sets, not {count}.")


def wait_until_whole(page: Page) -> None:
    """Wait until the whole log of the account has arrived on this phone."""
    for _ in range(400):
        if any(one.get("is_filled") for one in table(page, "meta")):
            return
        page.wait_for_timeout(25)
    raise AssertionError("The log did not arrive.")


def stored_sets(page: Page) -> int:
    """How many sets lie in this phone's database."""
    return len(table(page, "sets"))


def table(page: Page, name: str) -> list[Json]:
    """Everything in one table of this phone's database."""
    rows: list[Json] = page.evaluate(_READ, name)
    return rows


_READ = """async (table) => {
  const named = ({ name }) => name.startsWith('innervate-');
  const { name } = (await indexedDB.databases()).find(named) ?? {};
  if (!name) return [];
  const open = indexedDB.open(name);
  const db = await new Promise((done) => (open.onsuccess = () => done(open.result)));
  const all = db.transaction(table).objectStore(table).getAll();
  const rows = await new Promise((done) => (all.onsuccess = () => done(all.result)));
  db.close();
  return rows;
}"""


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _proof(request: APIRequestContext, address: str) -> dict[str, str]:
    cookies = request.storage_state()["cookies"]
    token = next(one["value"] for one in cookies if one["name"] == "csrftoken")
    return {"X-CSRFToken": token, "Origin": address}
