"""What lifters are told about a release is about this one."""

import re
import tomllib

import innervate
from tests.house.source import ROOT


def _newest(changelog: str) -> str:
    found = re.search(r"^## \[?v?(\d+\.\d+\.\d+)", changelog, re.MULTILINE)
    assert found, "CHANGELOG.md names no version"
    return found[1]


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert {
        project["version"],
        _newest((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")),
        *re.findall(r"^version: (\S+)$", citation, re.MULTILINE),
    } == {innervate.__version__}
