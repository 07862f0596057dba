"""What is known about each claim, how sure, and from where: the product may say no more."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any, Self

from innervate.training.exercise import Grade
from innervate.training.language import SOURCE_LANGUAGE, nearest

__all__ = [
    "Evidence",
    "EvidenceError",
    "Grade",
    "Verdict",
    "as_markdown",
    "entries",
    "evidence",
    "languages",
    "translate",
    "untranslated",
]


class Verdict(StrEnum):
    """What the evidence says of a claim as it is popularly put."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    OVERSTATED = "overstated"
    UNSUPPORTED = "unsupported"
    WRONG = "wrong"
    JUDGEMENT = "judgement"


class EvidenceError(ValueError):
    """An entry that is incomplete or contradicts itself."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim with its verdict, the figures behind it and their source.

    `popular` marks the claims of the popular method, shown in the app whatever the verdict.
    `read` says whether the publisher's text or abstract was read, or another page's account.
    """

    id: str
    claim: str
    verdict: Verdict
    plain: str
    figures: str
    population: str
    load: str
    grade: Grade
    sources: tuple[str, ...]
    read: str
    popular: bool

    @classmethod
    def from_table(cls, entry_id: str, table: Mapping[str, Any]) -> Self:
        """Build an entry from its TOML table; raises `EvidenceError` naming entry and field."""
        expected = {field.name for field in fields(cls)} - {"id"}
        if wrong := expected ^ table.keys():
            raise EvidenceError(f"{entry_id}: missing or unknown: {', '.join(sorted(wrong))}.")
        try:
            verdict, grade = Verdict(table["verdict"]), Grade(table["grade"])
        except ValueError as error:
            raise EvidenceError(f"{entry_id}: {error}.") from error
        if verdict is Verdict.JUDGEMENT and grade < Grade.C:
            raise EvidenceError(f"{entry_id}: a judgement is graded C or D.")
        typed = {"verdict": verdict, "grade": grade, "sources": tuple(table["sources"])}
        return cls(id=entry_id, **{**table, **typed})


TRANSLATED = ("claim", "plain", "figures", "population", "load")
"""What a translation says of an entry; verdict, grade and sources are facts."""

_PACKAGE = resources.files("innervate.coach")


def entries(language: str = SOURCE_LANGUAGE) -> Mapping[str, Evidence]:
    """Every entry by id, in the order of the file; texts that `language` lacks stay English."""
    return _entries(nearest(language, languages()))


@cache
def languages() -> tuple[str, ...]:
    """The languages that the evidence can be read in, English first."""
    names = [entry.name for entry in _PACKAGE.joinpath("texts").iterdir()]
    return (SOURCE_LANGUAGE, *sorted(n.removesuffix(".toml") for n in names if n.endswith(".toml")))


@cache
def _entries(language: str) -> Mapping[str, Evidence]:
    if language != SOURCE_LANGUAGE:
        return translate(_entries(SOURCE_LANGUAGE), _tables("texts", f"{language}.toml"))
    return {key: Evidence.from_table(key, table) for key, table in _tables("evidence.toml").items()}


def _tables(*path: str) -> dict[str, Any]:
    return tomllib.loads(_PACKAGE.joinpath(*path).read_text(encoding="utf-8"))


def translate(
    english: Mapping[str, Evidence], texts: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, Evidence]:
    """Lay a language's texts over the entries; raises `EvidenceError` for any other."""
    for entry_id, table in texts.items():
        if entry_id not in english:
            raise EvidenceError(f"{entry_id}: is translated but no entry.")
        if not isinstance(table, Mapping):
            raise EvidenceError(f"{entry_id}: write its texts under [{entry_id}].")
        for key, text in table.items():
            if key not in TRANSLATED or not isinstance(text, str) or not text.strip():
                raise EvidenceError(f"{entry_id}: {key}: is nothing to translate, or no text.")
    return {key: replace(entry, **texts.get(key, {})) for key, entry in english.items()}


def untranslated(language: str) -> list[str]:
    """What a translation still lacks, as `entry: field`."""
    texts = _tables("texts", f"{language}.toml")
    return [
        f"{key}: {field}"
        for key in _entries(SOURCE_LANGUAGE)
        for field in TRANSLATED
        if field not in texts.get(key, {})
    ]


def evidence(entry_id: str) -> Evidence:
    """The entry that a rule cites; raises `EvidenceError` for one that does not exist."""
    try:
        return entries()[entry_id]
    except KeyError:
        raise EvidenceError(f"No evidence entry is called {entry_id!r}.") from None


def as_markdown() -> str:
    """All entries as the page `docs/evidence.md`."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    yield "# Evidence"
    yield ""
    yield "Every claim, its study and its grade. Innervate may say no more than this."
    yield "Generated from `src/innervate/coach/evidence.toml`; change it there, then run"
    yield "`python3 run.py fix`."
    yield ""
    yield "Grades: A several consistent trials or meta-analyses · B one meta-analysis or several"
    yield "trials with caveats · C few, small or conflicting studies · D no direct study, or"
    yield "coaching judgement. Most studies are of young men, one session long, and not blinded."
    for entry in entries().values():
        yield from _section(entry)


def _section(entry: Evidence) -> Iterator[str]:
    yield ""
    yield f"## {entry.claim}"
    yield ""
    yield f"`{entry.id}` · **{entry.verdict.value}** · grade **{entry.grade.value}**"
    yield ""
    yield entry.plain
    yield ""
    yield f"- Figures: {entry.figures}"
    yield f"- People: {entry.population}"
    yield f"- Load: {entry.load}"
    if entry.sources:
        yield f"- Sources: {'; '.join(entry.sources)}"
    yield f"- Read: {'text or abstract' if entry.read == 'text' else 'the account of another page'}"
