"""Is the value of a literal found, and of nothing else?"""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.grading.constants import NotLiteralError, holds_scalars, is_flat, literal_of

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text(max_size=5)
    | st.floats(allow_nan=False, allow_infinity=False)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
        | st.tuples(inner)
    ),
    max_leaves=8,
)


def value(code, rebound=()):
    return literal_of(ast.parse(code, mode="eval").body, rebound)


@given(VALUES)
def test_whatever_is_written_out_is_read_back(answer):
    assert value(repr(answer)) == answer


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("set()", set()),
        ("{1, 2}", {1, 2}),
        ("'a' 'b'", "ab"),
        ("...", ...),
        ("pd.DataFrame([{'a': 1}, {'a': 2}])", [{"a": 1}, {"a": 2}]),
    ],
)
def test_other_literals(code, answer):
    assert value(code) == answer


@pytest.mark.parametrize(
    "code",
    ["a", "1 + 1", "f'{1}'", "[*a]", "{**a}", "b'x'", "1j", "{[1]: 2}", "list('ab')", "set((1,))",
     "pd.DataFrame([{'a': [1]}])", "pd.DataFrame([{'a': 1}, {'b': 2}])", "pd.DataFrame({'a': [1]})",
     "[" * 70 + "]" * 70, "x.DataFrame([{'a': 1}])"],
)  # fmt: skip
def test_what_has_to_be_run(code):
    with pytest.raises(NotLiteralError):
        value(code)


@pytest.mark.parametrize(("code", "name"), [("set()", "set"), ("pd.DataFrame([{'a': 1}])", "pd")])
def test_a_name_that_the_notebook_rebound_means_nothing(code, name):
    with pytest.raises(NotLiteralError):
        value(code, {name})


@pytest.mark.parametrize(
    ("answer", "flat", "scalars"),
    [(1, True, True), ([1, "a"], True, True), ([{"a": 1}], True, False), ([{"a": [1]}], False, False)],
)
def test_how_deep_a_value_is(answer, flat, scalars):
    assert (is_flat(answer), holds_scalars(answer)) == (flat, scalars)
