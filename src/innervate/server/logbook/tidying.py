"""What is left out of JSON."""

from typing import Any


def tidied(value: Any) -> Any:
    """Leave out what says nothing: null, false, empty."""
    if isinstance(value, dict):
        parts = {name: tidied(part) for name, part in value.items()}
        return {
            name: part
            for name, part in parts.items()
            if part is not None and part is not False and part not in ("", [], {}, ())
        }
    if isinstance(value, list | tuple):
        return [tidied(part) for part in value]
    return value
