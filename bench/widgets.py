"""How long from a key to the highlight, and from an edit to *Saved*, in JupyterLab with Chromium?"""

from __future__ import annotations

import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # a bench is run as a script of its own

KEYS, EDITS = 20, 6  # measured for each desk
KEY_LIMIT, SAVE_LIMIT = 50, 150  # ms, medians on a quiet machine
# From a key that changes the selection to the first frame in which the highlight is another one.
WATCH_KEYS = """(root) => {
  window.dlTimes = [];
  const drawn = () => [...(CSS.highlights.get('dl-chosen') ?? [])].map(String).join('|');
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Shift' || event.key === 'Control') return;
    const before = drawn();
    const look = () => {
      if (drawn() === before) return requestAnimationFrame(look);
      window.dlTimes.push(performance.now() - event.timeStamp);
    };
    requestAnimationFrame(look);
  }, true);
}"""
# From the click or the end of typing to the word "Saved".
WATCH_EDITS = """(root) => {
  window.dlTimes = [];
  let start = null;
  const begin = (event) => { start = event.timeStamp; };
  ['change', 'click'].forEach((kind) => root.addEventListener(kind, begin, true));
  const status = root.querySelector('.dl-status');
  new MutationObserver(() => {
    if (status.dataset.state !== 'saved' || start === null) return;
    window.dlTimes.push(performance.now() - start);
    start = null;
  }).observe(status, { attributes: true, childList: true });
}"""


def times(page, count: int) -> list[float]:
    """Return the times measured in the page, once there are `count` of them."""
    page.wait_for_function("(count) => window.dlTimes.length >= count", arg=count)
    return page.evaluate("window.dlTimes")


def keys(page, reader) -> list[float]:
    """Select words by keyboard, key by key."""
    reader.evaluate(WATCH_KEYS)
    reader.locator(".dl-text").first.focus()
    page.keyboard.press("Control+Home")
    for number in range(KEYS):
        page.keyboard.press("Shift+Control+ArrowRight")
        measured = times(page, number + 1)
    return measured


def edits(page, desk, change) -> list[float]:
    """Make changes one after the other, each once the one before it is saved."""
    desk.evaluate(WATCH_EDITS)
    for number in range(EDITS):
        change(desk, number)
        measured = times(page, number + 1)
    return measured


def told(name: str, measured: list[float], limit: int) -> bool:
    """Print one line; tell whether the median is over its limit."""
    median = statistics.median(measured)
    worst = statistics.quantiles(measured, n=20)[-1]
    slow = "   TOO SLOW" if median > limit else ""
    print(f"  {name:<34} median {median:5.0f} ms   p95 {worst:5.0f} ms   limit {limit} ms{slow}", flush=True)
    return bool(slow)


def main() -> int:
    """Print a line a measurement; return 1 if one is over its limit."""
    try:
        from tests.browser.lab import Lab, chromium_of, find_chromium, lab_server, write_notebook
        from tests.browser.openings import CHANGING, OPENINGS, opened
    except ImportError as missing:
        print(f"  not measured: {missing}")
        return 0
    path = find_chromium()
    if path is None:
        print("  not measured: no Chromium found")
        return 0
    slow = False
    with (
        tempfile.TemporaryDirectory() as home,
        lab_server(Path(home)) as (address, kit),
        chromium_of(path) as browser,
    ):
        page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
        lab, write = Lab(page, address, kit), partial(write_notebook, kit)
        for name, opening in CHANGING.items():
            desk = opened(lab, write, name)
            if opening.widget == "SourceReader":
                slow |= told(f"{opening.widget}: key to highlight", keys(page, desk), KEY_LIMIT)
            slow |= told(
                f"{opening.widget}: edit to Saved", edits(page, desk, OPENINGS[name].change), SAVE_LIMIT
            )
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
