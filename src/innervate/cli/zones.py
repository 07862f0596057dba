"""The time zone of this machine, by its IANA name."""

import os
from pathlib import Path

from innervate.training.session import zone
from innervate.training.sets import SetError

_LINK = Path("/etc/localtime")
_FALLBACK = "UTC"


def own_zone() -> str:
    """Name the zone that TZ or the system's clock is set to; UTC where neither tells."""
    for name in (os.environ.get("TZ", "").lstrip(":"), _linked()):
        if name and _exists(name):
            return name
    return _FALLBACK


def _linked() -> str:
    """Read the name off the link that systems make, .../zoneinfo/Europe/Berlin."""
    _, found, name = str(_LINK.resolve()).partition("zoneinfo/")
    return name if found else ""


def _exists(name: str) -> bool:
    try:
        zone(name)
    except SetError:
        return False
    return True
