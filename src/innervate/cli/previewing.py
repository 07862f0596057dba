"""A preview of an import, for eyes."""

from collections.abc import Iterator, Mapping
from typing import Any

_NAMES_SHOWN = 20
_SKIPPED_SHOWN = 10


def preview_lines(name: str, preview: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines that say what a file holds and what its names become."""
    yield (
        f"{name}: {preview['sets']:,} sets in {preview['sessions']:,} sessions ({preview['app']})"
        f"{_days(preview)}"
    )
    if preview["already_here"]:
        yield f"{preview['already_here']:,} of the sets are already here."
    yield from _names(preview["names"])
    yield from _skipped(preview)


def _days(preview: Mapping[str, Any]) -> str:
    if not preview["first_day"]:
        return ""
    return f", {preview['first_day']} to {preview['last_day']}"


def _names(names: list[Mapping[str, Any]]) -> Iterator[str]:
    if not names:
        return
    total = sum(entry["sets"] for entry in names)
    own = [entry for entry in names if not entry["exercise"]]
    mapped = total - sum(entry["sets"] for entry in own)
    yield f"{len(names) - len(own)} of {len(names)} names are known ({mapped / total:.0%} of sets)."
    if own:
        yield "These stay exercises of your own; --map NAME=ID chooses one of ours:"
    width = max((len(entry["name"]) for entry in own[:_NAMES_SHOWN]), default=0)
    for entry in own[:_NAMES_SHOWN]:
        like = f"   like {', '.join(entry['suggestions'][:3])}" if entry["suggestions"] else ""
        yield f"  {entry['name']:{width}} {entry['sets']:6,} sets{like}".rstrip()
    if len(own) > _NAMES_SHOWN:
        yield f"  ... and {len(own) - _NAMES_SHOWN} more; --json lists all."


def _skipped(preview: Mapping[str, Any]) -> Iterator[str]:
    if preview.get("rest_timers"):
        yield f"{preview['rest_timers']:,} rest timers are no sets and were passed over."
    count = preview["skipped_count"]
    if count:
        yield f"{count:,} lines were left out or changed:"
    for remark in preview["skipped"][:_SKIPPED_SHOWN]:
        yield f"  line {remark['line']}: {remark['reason']}"
    if count > _SKIPPED_SHOWN:
        yield f"  ... and {count - _SKIPPED_SHOWN:,} more; --json lists them."
