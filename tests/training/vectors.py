"""The vectors that Python and TypeScript both obey."""

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parents[1] / "vectors"


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of `tests/vectors/NAME.json`."""
    found: list[dict[str, Any]] = json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))["cases"]
    return found
