"""`innervate catalogue match`: what the exercise names in a file mean to us."""

import argparse

from innervate.cli.catalogue_names import names_in
from innervate.cli.outcome import counted, show, show_json
from innervate.training import catalogue
from innervate.training.catalogue import Match


def run(arguments: argparse.Namespace) -> None:
    """Say how many sets map without asking, and what the other names may mean."""
    counts = names_in(arguments.file)
    found = [catalogue.match(name) for name in counts]
    sets = sum(counts.values())
    mapped = sum(counts[match.name] for match in found if match.exercise)
    if arguments.json:
        names = [_written(match, counts[match.name]) for match in found]
        share = round(mapped / sets, 4)
        show_json({"ok": True, "sets": sets, "mapped": mapped, "share": share, "names": names})
        return
    verb = "maps" if mapped == 1 else "map"
    known = sum(bool(match.exercise) for match in found)
    show(f"{mapped:,} of {counted(sets, 'set')} {verb} without asking ({mapped / sets:.1%}).")
    show(f"{known:,} of {counted(len(found), 'name')}.")
    for match in found:
        if not match.exercise:
            show(_line(match, counts[match.name]))


def _line(match: Match, sets: int) -> str:
    like = f"like {', '.join(match.suggestions)}" if match.suggestions else "like nothing of ours"
    return f"  {sets:6,}  {match.name}: {like}"


def _written(match: Match, sets: int) -> dict[str, object]:
    return {
        "name": match.name,
        "sets": sets,
        "exercise": match.exercise,
        "suggestions": list(match.suggestions),
    }
