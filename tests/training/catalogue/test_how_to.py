"""The page that authors copy from must itself be accepted."""

import re
import tomllib
from pathlib import Path

from innervate.coach import evidence
from innervate.training import catalogue
from innervate.training.catalogue.loader import shipped_files
from innervate.training.catalogue.texts import missing, translate

PAGES = Path(__file__).parents[3] / "docs/how-to"
PAGE = PAGES / "add-an-exercise.md"


def blocks(page: Path) -> list[str]:
    return re.findall(r"```toml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)


(EXAMPLE,) = blocks(PAGE)
EXERCISE, MUSCLE, ENTRY = map(tomllib.loads, blocks(PAGES / "translate.md"))


def test_the_example_block_is_accepted() -> None:
    sites = shipped_files()["sites.toml"]
    assert catalogue.problems({"sites.toml": sites, "arms.toml": EXAMPLE}) == []


def test_the_example_translations_are_accepted_and_whole() -> None:
    arms = {"arms.toml": EXERCISE, "anatomy.toml": MUSCLE}
    assert translate(catalogue.load(), arms)[1] == []
    lacking = {each.exercise for each in missing(catalogue.load(), arms)["arms.toml"]}
    assert "barbell-curl" not in lacking
    assert evidence.translate(evidence.entries(), ENTRY)["touch-helps"].claim.startswith("Den")


def test_every_field_of_a_block_is_explained() -> None:
    rows = " ".join(line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("|"))
    for key in tomllib.loads(EXAMPLE)["barbell-curl"]:
        assert f"`{key}`" in rows
