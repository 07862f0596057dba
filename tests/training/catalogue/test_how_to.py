"""The page that authors copy from must itself be accepted."""

import re
import tomllib
from pathlib import Path

from innervate.training import catalogue
from innervate.training.catalogue.loader import shipped_files
from innervate.training.catalogue.texts import translate

PAGE = Path(__file__).parents[3] / "docs/how-to/add-an-exercise.md"
EXAMPLE, TRANSLATION = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


def test_the_example_block_is_accepted() -> None:
    sites = shipped_files()["sites.toml"]
    assert catalogue.problems({"sites.toml": sites, "arms.toml": EXAMPLE}, {}) == []


def test_the_example_translation_is_accepted() -> None:
    assert translate(catalogue.load(), tomllib.loads(TRANSLATION), [])[1] == []


def test_every_field_of_a_block_is_explained() -> None:
    rows = " ".join(line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("|"))
    for key in tomllib.loads(EXAMPLE)["barbell-curl"]:
        assert f"`{key}`" in rows
