"""One TOML block, read field by field; what is wrong is collected instead of stopping at it."""

from enum import StrEnum
from functools import cache
from typing import TypeVar

from innervate.training.exercise import Problem

Choice = TypeVar("Choice", bound=StrEnum)


@cache
def _by_value(kind: type[Choice]) -> dict[str, Choice]:
    return {member.value: member for member in kind}


class Block:
    """The keys of one block, each read as what it must be; `problems` says what was not."""

    __slots__ = ("_name", "keys", "problems")

    def __init__(self, id: str, keys: dict[str, object]) -> None:
        name = keys.get("name")
        self._name = name if isinstance(name, str) and name.strip() else id
        self.keys = keys
        self.problems: list[Problem] = []

    def refuse(self, field: str, reason: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(self._name, field, reason))

    def text(self, key: str) -> str:
        """Read a text that must be there."""
        value = self.keys.get(key)
        if isinstance(value, str) and value.strip():
            return value
        self.refuse(key, "is missing." if value is None else "must be a text in quotes.")
        return self._name

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts; none when the key is left out."""
        return tuple(self._list(key, is_optional=True))

    def choice(self, key: str, kind: type[Choice], *, is_optional: bool = False) -> Choice | None:
        """Read one word out of a fixed list."""
        value = self.keys.get(key)
        if value is None:
            if not is_optional:
                self.refuse(key, "is missing.")
            return None
        return self.one_of(key, value, kind)

    def choices(
        self, key: str, kind: type[Choice], *, is_optional: bool = False
    ) -> tuple[Choice, ...]:
        """Read a list of words out of a fixed list, each once."""
        words = self._list(key, is_optional=is_optional)
        if len(set(words)) < len(words):
            self.refuse(key, "names something twice.")
        return tuple(one for word in words if (one := self.one_of(key, word, kind)) is not None)

    def number(self, key: str) -> float:
        """Read a number; true and false are none."""
        value = self.keys.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        self.refuse(key, "is missing." if value is None else "must be a number.")
        return 0.0

    def flag(self, key: str) -> bool:
        """Read true or false; false when the key is left out."""
        value = self.keys.get(key, False)
        if not isinstance(value, bool):
            self.refuse(key, "must be true or false.")
        return value is True

    def sentences(
        self, key: str, allowed: tuple[str, ...], required: tuple[str, ...] = ()
    ) -> dict[str, str]:
        """Read a table of texts: every key of `allowed`, empty where it was left out."""
        table = self.table(key)
        for extra in sorted(table.keys() - set(allowed)):
            self.refuse(f"{key}.{extra}", f"is none of {', '.join(allowed)}.")
        found = {word: table.get(word, "") for word in allowed}
        for word, value in found.items():
            if word in table and not (isinstance(value, str) and value.strip()):
                self.refuse(f"{key}.{word}", "must be a text in quotes.")
            elif word in required and not value:
                self.refuse(f"{key}.{word}", "is missing.")
        return {word: value if isinstance(value, str) else "" for word, value in found.items()}

    def one_of(self, key: str, value: object, kind: type[Choice]) -> Choice | None:
        """Find a word in a fixed list."""
        found = _by_value(kind).get(value) if isinstance(value, str) else None
        if found is None:
            self.refuse(key, f"{value!r} is no {kind.__name__.lower()}.")
        return found

    def _list(self, key: str, *, is_optional: bool) -> list[str]:
        value = self.keys.get(key)
        if value is None:
            if not is_optional:
                self.refuse(key, "is missing.")
            return []
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return value
        self.refuse(key, "must be a list of texts, such as ['one', 'two'].")
        return []

    def table(self, key: str, *, is_optional: bool = False) -> dict[str, object]:
        """Read a table of its own."""
        value = self.keys.get(key)
        if value is None:
            if not is_optional:
                self.refuse(key, "is missing.")
            return {}
        if isinstance(value, dict):
            return value
        self.refuse(key, "must be a table of its own.")
        return {}
