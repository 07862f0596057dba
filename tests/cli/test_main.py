"""The door: quick where it can be, plain about mistakes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from innervate import __version__
from innervate.cli.main import COMMANDS, main

SOURCE = Path(__file__).parents[2] / "src"


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["serve", "--help"]])
def test_version_and_help_load_neither_django_nor_uvicorn(words: list[str]) -> None:
    code = (
        "import sys\nfrom innervate.cli.main import main\n"
        f"try:\n    main({words!r})\nexcept SystemExit as end:\n    assert not end.code\n"
        "assert not {'django', 'uvicorn', 'ninja'} & set(sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"innervate {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([name, "--help"])
    assert f"usage: innervate {name}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["train"],
        ["logs"],
        ["logs", "import"],
        ["serve", "--port", "70000"],
        ["logs", "import", "x.csv", "--map", "Plank"],
        ["logs", "import", "x.csv", "--unit", "stone"],
    ],
)
def test_mistyped_is_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(words)
    assert "usage: innervate" in capsys.readouterr().err
