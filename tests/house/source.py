"""The files of the house, as its tests read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "innervate"
_NOT_OURS = {"node_modules", "dist", "build", "__pycache__", "htmlcov", "data"}


def python_files() -> list[Path]:
    """Every Python file of ours, migrations (which are generated) aside."""
    places = [ROOT / name for name in ("src", "tests", "workbench", "benchmarks")]
    found = [path for place in places for path in place.rglob("*.py")]
    return sorted([ROOT / "run.py", *(path for path in found if "migrations" not in path.parts)])


def web_files() -> list[Path]:
    """Every TypeScript and Svelte file of ours; `schema.d.ts` is generated."""
    found = (path for place in ("src", "tools") for path in (ROOT / "web" / place).rglob("*"))
    return sorted(
        path for path in found if path.suffix in {".ts", ".svelte"} and path.name != "schema.d.ts"
    )


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def files_here(folder: Path = ROOT) -> Iterator[Path]:
    """Every file of the working copy that is neither fetched nor built."""
    for path in folder.iterdir():
        if path.is_dir():
            if path.name not in _NOT_OURS and (path.name == ".ci" or path.name[0] != "."):
                yield from files_here(path)
        elif path.is_file():
            yield path
