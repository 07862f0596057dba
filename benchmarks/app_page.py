"""How `app.py` measures inside the page: from an event to the frame that shows its outcome."""

from dataclasses import dataclass
from gzip import compress
from pathlib import Path
from typing import Self

from playwright.sync_api import Page

DIST = Path(__file__).parents[1] / "web" / "dist"

# A moment is when the frame that follows it has been painted: a message sent in a frame's
# callback is answered after it.
WATCH = """(() => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(0);
  }));
  const until = (holds) => new Promise((done) => {
    const look = () => holds() && (watching.disconnect(), painted().then(done));
    const watching = new MutationObserver(look);
    watching.observe(document, { subtree: true, childList: true, characterData: true });
    look();
  });
  const heading = () => document.querySelector('main h1')?.textContent;
  const isThere = (selector) => Boolean(document.querySelector(selector));
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({
    type: 'longtask', buffered: true,
  });
  window.watch = {
    until, tasks,
    hasToday: () => heading() === 'Today' && isThere('main li button .names:not(:empty)'),
    hasMuscles: () => isThere('#muscles-week') && isThere('main a svg'),
    hasHistory: () => heading() === 'History' && isThere('main li a .numbers'),
    said: () => document.querySelector('.dock .below [role=status]')?.textContent ?? '',
  };
})()"""

FIRST_SCREEN = """() => {
  const { until, hasToday } = watch;
  addEventListener('click', (event) => {
    watch.from = event.timeStamp;
    until(hasToday).then((at) => (watch.today = at - event.timeStamp));
  }, { once: true, capture: true });
}"""

_FILLED = """async () => {
  const named = ({ name }) => name.startsWith('innervate-');
  const found = (await indexedDB.databases()).find(named);
  if (!found || watch.today === undefined) return null;
  const open = indexedDB.open(found.name);
  const db = await new Promise((done) => (open.onsuccess = () => done(open.result)));
  const get = db.transaction('meta').objectStore('meta').get('cursor');
  const cursor = await new Promise((done) => (get.onsuccess = () => done(get.result)));
  db.close();
  if (!cursor?.is_filled) return null;
  const asked = performance.getEntriesByType('resource');
  const pulls = asked.filter(({ name }) => name.includes('/pull'));
  const tasks = watch.tasks.filter(({ startTime }) => startTime >= watch.from);
  return {
    // The phone notes itself when it had everything.
    wall_ms: cursor.last_ok_ms - performance.timeOrigin - watch.from,
    today_ms: watch.today,
    longest_ms: Math.max(0, ...tasks.map(({ duration }) => duration)),
    tasks: tasks.length,
    wire_kb: pulls.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000,
  };
}"""

_TAP = """(rating) => new Promise((done) => {
  const before = watch.said();
  const buttons = [...document.querySelectorAll('.dock .ratings button')];
  addEventListener('click', ({ timeStamp }) => {
    const isStored = () => watch.said() !== before && watch.said().includes('stored');
    watch.until(isStored).then((at) => done(at - timeStamp));
  }, { once: true, capture: true });
  watch.wanted = buttons.find((one) => one.textContent.trim() === rating);
})"""

LEAVE_AND_OPEN = """async (screen) => {
  location.hash = '#/today';
  await watch.until(watch.hasToday);
  await new Promise((done) => setTimeout(done, 400));
  const began = performance.now();
  document.querySelector(`a[href='#/${screen}']`).click();
  const holds = screen === 'muscles' ? watch.hasMuscles : watch.hasHistory;
  return (await watch.until(holds)) - began;
}"""


@dataclass(frozen=True, slots=True)
class Filled:
    """The first pull as the phone saw it."""

    wall_ms: float
    today_ms: float
    longest_ms: float
    tasks: int
    wire_kb: float

    @classmethod
    def awaited(cls, page: Page) -> Self:
        """Wait until the whole log has arrived."""
        for _ in range(1200):
            if found := page.evaluate(_FILLED):
                return cls(**found)
            page.wait_for_timeout(100)
        raise TimeoutError("The log did not arrive.")


def tapped(page: Page, rating: str) -> float:
    """Milliseconds from a tap on a rating to the frame that says it is stored."""
    page.evaluate(f"window.tap = ({_TAP})({rating!r}); 0")
    page.get_by_role("button", name=rating, exact=True).click()
    took: float = page.evaluate("window.tap")
    return took


def slowed(page: Page, times: float) -> None:
    """Let the page compute `times` slower."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": times})


def javascript(page: Page) -> float:
    """Kilobytes, gzipped, of the scripts that the page asked for until Today was there."""
    names: list[str] = page.evaluate(
        """performance.getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname).filter((path) => path.endsWith('.js'))"""
    )
    scripts = {name for name in names if name.startswith("/assets/")}
    return sum(len(compress((DIST / name[1:]).read_bytes(), 9)) for name in scripts) / 1000


def memory(page: Page) -> float:
    """Megabytes that the page's scripts hold after a collection."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    metrics = session.send("Performance.enable") or session.send("Performance.getMetrics")
    heap = next(one["value"] for one in metrics["metrics"] if one["name"] == "JSHeapUsedSize")
    return float(heap) / 1e6
