"""No exercise claims more than the evidence does."""

from dataclasses import replace

from innervate.coach import evidence
from innervate.coach.claims import unproven
from innervate.training import catalogue
from innervate.training.exercise import Grade


def test_the_catalogue_claims_nothing_unproven() -> None:
    assert [str(problem) for problem in unproven(catalogue.load())] == []


def test_a_claim_without_an_entry_is_told() -> None:
    bench = catalogue.load()["barbell-bench-press"]
    lost = {id: entry for id, entry in evidence.entries().items() if "bench" not in id}
    fields = [problem.field for problem in unproven([bench], lost)]
    assert fields == ["evidence.front-delts", "evidence.triceps-lateral"]


def test_a_claim_may_be_more_modest_than_its_entry_but_not_bolder() -> None:
    bench = catalogue.load()["barbell-bench-press"]
    first, *rest = bench.compensators
    modest = replace(bench, compensators=(replace(first, grade=Grade.D), *rest))
    bold = replace(bench, compensators=(replace(first, grade=Grade.A), *rest))
    assert unproven([modest]) == []
    assert "graded A" in unproven([bold])[0].reason
