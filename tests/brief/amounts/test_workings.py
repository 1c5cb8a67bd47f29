"""Is a working in brackets read as arithmetic, and only where it comes out?"""

from __future__ import annotations

import pytest

from dateline.brief.amounts.workings import blanked, find


@pytest.mark.parametrize(
    ("text", "sound", "why"),
    [
        ("About 1,000 of 2,000 is half (1,000/2,000 = 50%).", True, "a share"),
        ("2 times 3 is 6 (2 × 3 = 6).", True, "a product"),
        ("9 and 5 and 4 make 18 (9 + 5 + 4 = 18).", True, "a sum of three"),
        ("About 9 less 5 is 4 (9 - 5 = 3).", False, "it does not come out"),
        ("About 9 less 5 is 4 (9 - 6 = 3).", False, "6 stands nowhere else"),
        ("About 9 less 5 is 4 (2018).", False, "no working"),
    ],
)
def test_only_a_sound_working_is_set_aside(text, sound, why):
    assert bool(find(text)) == sound, why
    assert len(blanked(text)) == len(text)
