"""Does the reader of one cell know checks and bound names?"""

import pytest

from dateline.build.cells import calls_check, names_bound, read_check


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('check("4.1", figures)', ("4.1", "figures")),
        ("check('4.1', figures)  # marks it", ("4.1", "figures")),
        ('check("4.1", figures, case)', ("4.1", "figures")),  # another case
        ('check("4.1", figures, case=case)', ("4.1", "figures")),
        ('check("4.1")', None),  # no answer
        ('check("4.1", [1])', None),  # the answer must have a name
        ("check(number, figures)", None),  # the id must be readable without running
        ('check("4.1", figures); print(1)', None),  # two statements
        ('result = check("4.1", figures)', None),  # shows nothing
        ("figures = 3", None),
        ("figures = (", None),  # not Python
    ],
)
def test_only_the_plain_form_is_a_check_cell(source, found):
    assert read_check(source) == found


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ('result = check("4.1", figures)', True),
        ("for name in names:\n    check(name, 1)", True),
        ("checked = checks(1)", False),
        ("check = 1", False),
        ("check(", False),  # not Python
    ],
)
def test_a_check_in_another_form_is_noticed(source, says):
    assert calls_check(source) is says


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("figures = [1, 2]", ["figures"]),
        ("figures: list[int] = []\nfigures.append(1)", ["figures"]),
        ("figures = {}\nfigures['a'] = 1", ["figures"]),  # an item is no new name
        ("low, high = 1, 2", ["low", "high"]),
        ("a = b = 1", ["a", "b"]),
        ("def share(part, whole):\n    half = part / whole\n    return half", ["share"]),
        ("rows = [row for row in table if (n := row)]", ["rows"]),
        ("for row in table:\n    total = row", ["row", "total"]),
        ("with open(path) as file:\n    pass", ["file"]),
        ("import pandas as pd\nfrom a import b", ["pd", "b"]),
        ("if (n := 3): pass", ["n"]),
        ("print(1)", []),
    ],
)
def test_names_bound(source, names):
    assert names_bound(source) == names
