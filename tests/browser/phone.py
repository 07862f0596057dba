"""A phone: one real Chromium with a profile that outlives it, so that it can be killed."""

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-port=0",
)  # fmt: skip
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_STARTS_IN_S = 30.0


def chromium() -> str:
    """The browser named by CHROME, else one on PATH."""
    found = os.environ.get("CHROME") or next(filter(None, map(shutil.which, _NAMES)), None)
    assert found, "Name a Chromium in CHROME, or run the tests with `python3 run.py test`."
    return found


@dataclass(slots=True)
class Phone:
    """390 x 844, one page open. `kill` ends the browser between two instructions."""

    playwright: Playwright
    home: Path
    page: Page = field(init=False)
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _browser: Browser | None = field(default=None, repr=False)

    def start(self) -> Page:
        """Switch it on, with whatever it kept."""
        note = self.home / "DevToolsActivePort"
        note.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [chromium(), *_FLAGS, f"--user-data-dir={self.home}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        port = _port(note)
        self._browser = self.playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        context = self._browser.contexts[0]
        self.page = context.pages[0] if context.pages else context.new_page()
        self.page.set_viewport_size({"width": 390, "height": 844})
        self.page.set_default_timeout(15_000)
        return self.page

    def restart(self) -> Page:
        """Switch it off in peace and on again: what browsers write late is written then."""
        if self._browser and self._process:
            self._browser.new_browser_cdp_session().send("Browser.close")
            self._process.wait(30)
        self.kill()
        return self.start()

    def kill(self) -> None:
        """SIGKILL the browser with all its processes."""
        if self._process:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        if self._browser:
            self._browser.close()
        self._process = self._browser = None


def _port(note: Path) -> int:
    until = time.monotonic() + _STARTS_IN_S
    while time.monotonic() < until:
        if note.exists() and (lines := note.read_text().splitlines()):
            return int(lines[0])
        time.sleep(0.05)
    raise AssertionError("The browser did not start.")
