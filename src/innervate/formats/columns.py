"""Which column of a file means what, whatever their order and however a spreadsheet spelt them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from innervate.formats.identity import folded

_MISSING = -1


@dataclass(frozen=True, slots=True)
class Columns:
    """Column names, folded, and where they stand."""

    places: dict[str, int]
    width: int

    @classmethod
    def of(cls, header: Sequence[str]) -> "Columns":
        """Read a header line's fields; of two columns of one name the first counts."""
        places: dict[str, int] = {}
        for index, name in enumerate(header):
            places.setdefault(folded(name.lstrip("\ufeff")), index)
        return cls(places, len(header))

    def has(self, names: Iterable[str]) -> bool:
        """Are all of these columns there?"""
        return all(name in self.places for name in names)

    def place(self, *names: str) -> int:
        """Index of the first of these columns that is there.

        Where none is, -1: readers append an empty field to every record, which -1 then finds.
        """
        return next((self.places[name] for name in names if name in self.places), _MISSING)
