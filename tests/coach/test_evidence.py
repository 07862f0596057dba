"""The evidence: complete, honest about the popular claims, and the same in the documentation."""

from pathlib import Path

import pytest

from innervate.coach.evidence import (
    TRANSLATED,
    Evidence,
    EvidenceError,
    Grade,
    Verdict,
    as_markdown,
    entries,
    evidence,
    languages,
    translate,
    untranslated,
)

PAGE = Path(__file__).parents[2] / "docs" / "evidence.md"

POPULAR_CLAIMS_THAT_FAIL = (
    "focus-raises-muscle-signal",
    "automatic-in-weeks",
    "synchronised-motor-units",
    "slow-lowering-time",
    "touch-helps",
    "signal-is-not-growth",
)


def test_the_page_is_generated_from_the_entries() -> None:
    assert PAGE.read_text(encoding="utf-8") == as_markdown() + "\n"


@pytest.mark.parametrize("claim", POPULAR_CLAIMS_THAT_FAIL)
def test_popular_claims_are_told_with_their_verdict(claim: str) -> None:
    entry = evidence(claim)
    assert entry.popular
    assert entry.verdict in {Verdict.OVERSTATED, Verdict.UNSUPPORTED, Verdict.WRONG}


def test_a_good_grade_needs_a_source_or_arithmetic() -> None:
    for entry in entries().values():
        if entry.grade in {Grade.A, Grade.B}:
            assert entry.sources or entry.population == "Arithmetic", entry.id


def test_slow_lowering_adds_what_arithmetic_says() -> None:
    reps, slow_s, fast_s = 10, 3, 1
    assert f"= {reps * (slow_s - fast_s)} s" in evidence("slow-lowering-time").figures


def test_an_unknown_entry_is_refused() -> None:
    with pytest.raises(EvidenceError, match="'moonlight'"):
        evidence("moonlight")


@pytest.mark.parametrize("field", ["claim", "grade", "sources"])
def test_an_incomplete_entry_is_refused_by_field(field: str) -> None:
    entry = evidence("touch-helps")
    table = {name: getattr(entry, name) for name in Evidence.__slots__ if name not in {"id", field}}
    with pytest.raises(EvidenceError, match=field):
        Evidence.from_table("touch-helps", table)


def test_a_judgement_cannot_carry_a_good_grade() -> None:
    entry = evidence("connection-gate")
    table = {name: getattr(entry, name) for name in Evidence.__slots__ if name != "id"}
    with pytest.raises(EvidenceError, match="judgement"):
        Evidence.from_table("connection-gate", {**table, "grade": "A"})


@pytest.mark.parametrize("language", languages()[1:])
def test_an_entry_is_translated_whole_or_not_at_all(language: str) -> None:
    lacks = untranslated(language)
    halves = [id for id in entries() if 0 < sum(f"{id}: " in lack for lack in lacks) < 5]
    assert halves == []


def test_german_lags_behind_by_little() -> None:
    assert len(untranslated("de")) <= len(_all_fields()) / 10


def _all_fields() -> list[str]:
    return [f"{id}: {field}" for id in entries() for field in TRANSLATED]


def test_a_translation_changes_words_alone() -> None:
    english, german = evidence("touch-helps"), entries("de")["touch-helps"]
    assert german.claim.startswith("Den Muskel")
    assert (german.verdict, german.grade) == (english.verdict, english.grade)
    assert german.sources == english.sources
    assert entries("tlh") is entries()


@pytest.mark.parametrize(
    "texts",
    [
        {"moonlight": {"claim": "x"}},
        {"touch-helps": {"grade": "A"}},
        {"touch-helps": {"claim": " "}},
        {"touch-helps": {"claim": 1}},
        {"touch-helps": "x"},
    ],
)
def test_a_translation_of_anything_else_is_refused(texts: dict[str, object]) -> None:
    with pytest.raises(EvidenceError, match=r"^(moonlight|touch-helps): "):
        translate(entries(), texts)
