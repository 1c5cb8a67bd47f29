"""Does a page that keeps one waiting for ever fail its own test, and no other?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Error


def test_a_browser_that_does_not_answer_is_ended_and_the_next_page_has_a_new_one(chromium, capsys):
    page = chromium.new_context().new_page()
    with chromium.killed_after(0.5), pytest.raises(Error, match="closed"):
        page.evaluate("new Promise(() => {})")
    assert "no answer for 0.5 s" in capsys.readouterr().err
    context = chromium.new_context()
    assert context.new_page().evaluate("1 + 1") == 2
    context.close()
