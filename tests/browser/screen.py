"""What can be asked of any screen that stands before us."""

import re

from playwright.sync_api import Page, expect

# Names are no messages: marked `translate="no"`, or a name that the catalogue or the lifter gave.
UNWRAPPED = """() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    const names = '[translate="no"], script, noscript, style, option, time, [data-muscle]';
    if (parent.closest(names)) continue;
    if (/\\p{L}{2}/u.test(node.textContent)) texts.push(node.textContent.trim());
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
    if (element.closest('[translate="no"]') || element.matches('[data-muscle]')) continue;
    for (const name of ['aria-label', 'placeholder', 'title']) {
      const text = element.getAttribute(name);
      if (text && /\\p{L}{2}/u.test(text)) texts.push(text);
    }
  }
  return texts.filter((text) => !text.includes('[!!'));
}"""
"""Texts on a screen in the pseudo language that are no messages; names are marked, and left out."""


def settled(page: Page) -> None:
    """Wait until a screen shows more than that it loads."""
    expect(page.locator("main h1").first).to_be_visible()
    expect(page.get_by_text(re.compile("Loading|Łôáđïñğ"))).to_have_count(0)
