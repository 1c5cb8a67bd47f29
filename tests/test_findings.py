"""Do findings add up to fair points, and do results say what a learner needs?"""

import pytest

from dateline.findings import Finding, Place, Result, group_of, misconceptions, result_of, words

SUMS = [
    ([(1, 1)], 5, "right", 5, "all of it"),
    ([(0, 1)], 5, "not yet", 0, "none of it"),
    ([(1, 3), (1, 3)], 3, "partly", 1, "a share of it"),
    ([(0.999, 1)], 5, "partly", 4.9, "nearly all is not all"),
    ([(0.001, 1)], 5, "partly", 0.1, "a little is not nothing"),
    ([(-1, 1)], 5, "not yet", 0, "never below none"),
    ([(2, 1)], 5, "right", 5, "never above all"),
    ([(0.5, 1)], 0, "partly", 0, "an exercise without points"),
    ([], 5, "right", 5, "nothing to mend"),
]


@pytest.mark.parametrize(("shares", "possible", "status", "points", "why"), SUMS)
def test_shares_are_scaled_to_points(shares, possible, status, points, why):
    findings = [Finding("part-untried", "wrong", earned=e, possible=p) for e, p in shares]
    result = result_of("1.1", "A title", possible, findings)
    assert (result.status, result.points) == (status, points), why


def test_untried_is_an_outcome_of_its_own():
    assert result_of("1.1", "A title", 5, [Finding("not-tried", "untried")]).status == "not tried"
    assert (
        result_of("1.1", "A title", 5, [Finding("part-untried", "untried", possible=1)]).status == "not tried"
    )


def shown():
    place = Place("S2", 11, 3, 9, "about 1,000 <b>")
    wrong = Finding("half-filled", part="row <3>", possible=1, params={"columns": "hedge"}, place=place)
    return Result("4.1", "A ledger", "partly", 2.5, 5, (Finding("part-right", "right"), wrong))


def test_a_result_says_what_where_and_how_many_points():
    text = str(shown())
    assert text.startswith("4.1 · partly · 2.5 of 5 points\n")
    assert "→ To mend (row <3>)" in text
    assert "Where to look: S2, para. 11: “about 1,000 <b>”" in text
    assert text.index("To mend") < text.index("Right"), "what to mend comes first"


def test_html_never_lets_an_answer_become_markup():
    html = shown()._repr_mimebundle_()["text/html"]
    assert "<b>" not in html
    assert "row &lt;3&gt;" in html


def test_a_parameter_that_is_missing_never_breaks_a_message():
    assert "…" in words("half-filled").found


def test_every_misconception_stands_in_a_group_for_learners():
    assert all(
        group_of(key) in {"figure", "date", "claim", "speaker", "reasoning", "brief"}
        for key in misconceptions()
    )
