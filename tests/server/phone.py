"""The phone's side of the sync, as `docs/reference/wire.md` describes it: clock, outbox, cursor."""

from typing import Any

from tests.server.people import Person

Row = dict[str, Any]
_ORDER = {"exercise": 0, "session": 1, "set": 2}


class Phone:
    """One of an account's phones. `skew_ms` is how much its clock runs ahead."""

    def __init__(self, owner: Person, device: str, skew_ms: int) -> None:
        self.owner = owner
        self.device = device
        self.skew_ms = skew_ms
        self.rows: dict[str, Row] = {}
        self.outbox: dict[str, Row] = {}
        self.cursor = 0
        self._last = (0, 0)

    def write(self, row: Row, now_ms: int) -> None:
        """Log, correct or delete: the row and its outbox entry, at once."""
        stamped = {**row, "stamp": self._stamp(now_ms)}
        self.rows[row["id"]] = stamped
        self.outbox[row["id"]] = stamped

    def push(self, limit: int, *, is_heard: bool) -> list[Row]:
        """Send the head of the outbox; unless the reply `is_heard`, all stays as it was."""
        sent = sorted(self.outbox.values(), key=_place)[:limit]
        answer = self.owner.post("/api/sync/push", {"device": self.device, "rows": sent})
        assert answer.status_code == 200
        results: list[Row] = answer.json()["results"]
        if is_heard:
            for row, result in zip(sent, results, strict=True):
                self._settle(row, result)
        return results

    def pull(self, limit: int) -> bool:
        """Fetch one page; True when there are more."""
        path = f"/api/sync/pull?after={self.cursor}&limit={limit}"
        page = self.owner.get(path).json()
        for row in page["rows"]:
            self._hear(row["stamp"])
            mine = self.rows.get(row["id"])
            if mine is None or row["stamp"] > mine["stamp"]:
                self.rows[row["id"]] = row
                self.outbox.pop(row["id"], None)
        self.cursor = page["cursor"]
        return bool(page["more"])

    def live(self, kind: str) -> list[Row]:
        """What the screen shows."""
        rows = self.rows.values()
        return [row for row in rows if row["kind"] == kind and "deleted" not in row]

    def _settle(self, row: Row, result: Row) -> None:
        assert result["outcome"] != "refused", result
        self._hear(result["stamp"])
        if self.outbox.get(row["id"]) == row:
            del self.outbox[row["id"]]
            # The stamp may have been set back; what won against it must look later than it.
            self.rows[row["id"]] = {**row, "stamp": result["stamp"]}

    def _stamp(self, now_ms: int) -> str:
        ms = max(now_ms + self.skew_ms, self._last[0])
        count = self._last[1] + 1 if ms == self._last[0] else 0
        self._last = (ms, count)
        return f"{ms:012x}{count:04x}{self.device}"

    def _hear(self, stamp: str) -> None:
        self._last = max(self._last, (int(stamp[:12], 16), int(stamp[12:16], 16)))


def _place(row: Row) -> tuple[int, str]:
    """Parents before children; of deletions, children before parents."""
    order = _ORDER[row["kind"]]
    return (10 - order if "deleted" in row else order), row["stamp"]
