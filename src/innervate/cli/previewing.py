"""A preview of an import, for eyes."""

from collections.abc import Iterator, Mapping
from typing import Any

from innervate.cli.outcome import counted

_NAMES_SHOWN = 20
_SKIPPED_SHOWN = 10


def preview_lines(name: str, preview: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines that say what a file holds and what its names become."""
    yield (
        f"{name}: {counted(preview['sets'], 'set')} in {counted(preview['sessions'], 'session')}"
        f" ({preview['app']}){_days(preview)}"
    )
    if already := preview["already_here"]:
        yield f"{already:,} of the sets {'is' if already == 1 else 'are'} already here."
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
    known = len(names) - len(own)
    are = "is" if 1 in (known, len(names)) else "are"
    yield f"{known} of {counted(len(names), 'name')} {are} known ({mapped / total:.0%} of sets)."
    if own:
        stay = "This stays an exercise" if len(own) == 1 else "These stay exercises"
        yield f"{stay} of your own; --map NAME=ID chooses one of ours:"
    width = max((len(entry["name"]) for entry in own[:_NAMES_SHOWN]), default=0)
    for entry in own[:_NAMES_SHOWN]:
        like = f"   like {', '.join(entry['suggestions'][:3])}" if entry["suggestions"] else ""
        noun = "set" if entry["sets"] == 1 else "sets"
        yield f"  {entry['name']:{width}} {entry['sets']:6,} {noun}{like}".rstrip()
    if len(own) > _NAMES_SHOWN:
        yield f"  ... and {len(own) - _NAMES_SHOWN} more; --json lists all."


def _skipped(preview: Mapping[str, Any]) -> Iterator[str]:
    if timers := preview.get("rest_timers"):
        said = "is no set and was" if timers == 1 else "are no sets and were"
        yield f"{counted(timers, 'rest timer')} {said} passed over."
    count = preview["skipped_count"]
    if count:
        was = "was" if count == 1 else "were"
        yield f"{counted(count, 'line')} {was} left out or changed:"
    for remark in preview["skipped"][:_SKIPPED_SHOWN]:
        yield f"  line {remark['line']}: {remark['reason']}"
    if count > _SKIPPED_SHOWN:
        yield f"  ... and {count - _SKIPPED_SHOWN:,} more; --json lists them."
