"""From a bare Python to everything that runs: uv, the locked packages, Node, the built web app."""

import importlib.util
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

from workbench.places import IS_WINDOWS, LOCKS, NODE, PYTHON, ROOT, TOOLS, VENV, WEB, npm, uv
from workbench.steps import alone, call, digest, is_marked, mark, once, say, unmark
from workbench.trouble import NO_PIP, SetupFailed

_BUILDS_APP = {"index.html", "package.json", "package-lock.json", "src", "public", "tools"}
_CUT_SHORT = "cut-short"


def ready_to_serve() -> None:
    """Everything `innervate serve` needs, with the web app built."""
    with alone():
        _python_packages("serve")
        _web_packages()
        _web_app()


def ready_to_check() -> None:
    """Everything that reads the code without running it."""
    with alone():
        _python_packages("serve")
        _python_packages("test")
        _web_packages()


def ready_to_test() -> None:
    """Everything to check, and the built web app."""
    ready_to_check()
    with alone():
        _web_app()


def ready_to_lock() -> Path:
    """The tool that resolves requirements."""
    with alone():
        _uv()
    return uv()


def _uv() -> None:
    lock = LOCKS / "tools.lock"
    once("uv", digest([lock]), uv(), lambda: _fetch_uv(lock))


def _fetch_uv(lock: Path) -> None:
    say("Setting Innervate up. This takes about a minute, once; it stays within this folder.")
    home = TOOLS / "uv"
    shutil.rmtree(home, ignore_errors=True)
    call("Fetching the installer", [*_pip(), "install", "--target", home, "--no-deps",
         "--only-binary", ":all:", "--require-hashes", "-r", lock])  # fmt: skip


def _pip() -> list[str]:
    """This Python's own pip, or that of an environment made for it where it has none."""
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    home = TOOLS / "pip"
    try:
        venv.create(home, clear=True, with_pip=True)
    except (subprocess.CalledProcessError, OSError, ImportError) as problem:
        raise SetupFailed(NO_PIP) from problem
    return [str(home / ("Scripts/python.exe" if IS_WINDOWS else "bin/python")), "-m", "pip"]


def _python_packages(group: str) -> None:
    _uv()
    if is_marked(_CUT_SHORT):  # what lies there may be half a package
        unmark("venv")
    once("venv", "1", PYTHON, _new_venv)
    lock = LOCKS / f"{group}.lock"
    once(f"packages-{group}", digest([lock]), PYTHON, lambda: _install(group, lock))
    once("project", digest([ROOT / "pyproject.toml"]), PYTHON, _install_project)


def _new_venv() -> None:
    unmark("packages-serve", "packages-test", "project", _CUT_SHORT)
    call("Making the environment", [uv(), "venv", "--clear", "--python", sys.executable, VENV])


def _install(group: str, lock: Path) -> None:
    what = "Fetching Python packages" + (" for the tests" if group == "test" else "")
    mark(_CUT_SHORT, group)
    call(what, [uv(), "pip", "install", "--python", PYTHON, "--require-hashes", "-r", lock])
    unmark(_CUT_SHORT)


def _install_project() -> None:
    call("Installing Innervate", [uv(), "pip", "install", "--python", PYTHON, "--no-deps",
         "--no-build-isolation", "--editable", ROOT])  # fmt: skip


def _node() -> None:
    lock = LOCKS / "node.lock"
    home = TOOLS / "node"

    def fetch() -> None:
        shutil.rmtree(home, ignore_errors=True)
        call("Fetching Node", [uv(), "pip", "install", "--python", PYTHON, "--target", home,
             "--require-hashes", "-r", lock])  # fmt: skip

    once("node", digest([lock]), NODE, fetch)


def _web_packages() -> None:
    _node()
    inputs = [WEB / "package.json", WEB / "package-lock.json", LOCKS / "node.lock"]
    made = WEB / "node_modules"
    once("web-packages", digest(inputs), made,
         lambda: call("Fetching the web app's packages", npm("ci", "--no-audit"), WEB))  # fmt: skip


def _web_app() -> None:
    vite = WEB / "node_modules" / "vite" / "bin" / "vite.js"
    once("web-app", digest(_web_sources()), WEB / "dist" / "index.html",
         lambda: call("Building the web app", [NODE, vite, "build"], WEB))  # fmt: skip


def _web_sources() -> Iterator[Path]:
    """What the built app is made from; a test or a report beside it changes nothing."""
    for path in WEB.iterdir():
        if path.is_dir() and path.name in _BUILDS_APP:
            yield from (file for file in path.rglob("*") if file.is_file() and _is_built(file))
        elif path.is_file() and (path.name in _BUILDS_APP or path.suffix in {".ts", ".json"}):
            yield path


def _is_built(path: Path) -> bool:
    return ".test." not in path.name
