"""Does the line of progress say how far it is, and stay away where nobody watches?"""

from __future__ import annotations

import io

import pytest

from dateline.grading.progress import WIDTH, Progress, line


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("done", "total", "seconds", "told"),
    [
        (0, 10, 0.0, "0 of 10 · 0.0 a second · 0:00 left"),
        (10, 100, 5.0, "10 of 100 · 2.0 a second · 0:45 left"),
        (1, 1000, 2.0, "1 of 1000 · 0.5 a second · 33:18 left"),
        (10, 10, 5.0, f"{'█' * WIDTH} 10 of 10 · 2.0 a second · 0:00 left"),
        (0, 0, 0.0, "0 of 0"),
    ],
)
def test_what_the_line_says(done, total, seconds, told):
    assert told in line(done, total, seconds)


def test_it_is_drawn_on_a_terminal_only():
    for out, drawn in ((Terminal(), True), (io.StringIO(), False)):
        progress = Progress(2, out)
        progress.step()
        progress.step()
        progress.close()
        assert ("2 of 2" in out.getvalue()) == drawn
        assert out.getvalue().endswith("\n") == drawn
