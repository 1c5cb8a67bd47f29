"""Are ids read out of a text that names them, and only out of such a text?"""

import pytest

from dateline.kinds._ids import ids_in


@pytest.mark.parametrize(
    ("text", "ids", "told", "why"),
    [
        ("b, a and c", "abc", ["b", "a", "c"], "as in a sentence"),
        ("b > a -> c", "abc", ["b", "a", "c"], "with arrows"),
        ("bac", "abc", ["b", "a", "c"], "letters close together"),
        ("[b; a]", "abc", ["b", "a"], "with the brackets of a list"),
        ("storm, end", ["storm", "end"], ["storm", "end"], "ids of more than a letter"),
        ("ab", ["a", "b", "ab"], ["ab"], "a whole id comes first"),
        ("a bad cab", "abc", [], "words that hold other letters"),
        ("the storm", ["storm", "end"], ["storm"], "an article says nothing"),
        ("storm first", ["storm", "end"], [], "a text that says more"),
        (3, "abc", [], "no text at all"),
        ("", "abc", [], "nothing told"),
    ],
)
def test_ids_in_a_text(text, ids, told, why):
    assert ids_in(text, ids) == told, why
