"""Does each hedge become the bound that it states, and no other?"""

from __future__ import annotations

import pytest

from dateline.quantities import read_quantities

CASES = [
    # text, the last figure in it, why
    ("more than 2,000 service members", "more than 2,000 = (2000, ) |  | service members", "open below"),
    ("nine or more of the camps", "nine or more = [9, ) |  | camps", "behind a number, before what it is of"),
    ("about 2,000 fighters", "about 2,000 = ~[2000, 2000] |  | fighters", "a point with a hedge, no band"),
    ("less than 2% of the territory", "less than 2% = (, 2) | percent | territory", "no floor of zero"),
    ("the more than 700 troops leaving", "more than 700 = (700, ) |  | troops", "article before the hedge"),
    ("more than about 1,000 troops", "more than about 1,000 = ~(1000, ) |  | troops", "two hedges"),
    ("no more than 40 guards", "no more than 40 = (, 40] |  | guards", "longest hedge first"),
    ("not more than 40 guards", "not more than 40 = (, 40] |  | guards", "negation before the hedge"),
    ("no fewer than 12 villages", "no fewer than 12 = [12, ) |  | villages", "negation of fewer"),
    ("no less than 12 tonnes of flour", "no less than 12 tonnes = [12, ) | tonne | flour", "with a unit"),
    ("not fewer than 12 ships", "not fewer than 12 = [12, ) |  | ships", "negation of fewer"),
    ("at least 31 people", "at least 31 = [31, ) |  | people", "closed below"),
    ("at most 31 people", "at most 31 = (, 31] |  | people", "closed above"),
    ("a minimum of 50 beds", "a minimum of 50 = [50, ) |  | beds", "minimum"),
    ("a maximum of 50 beds", "a maximum of 50 = (, 50] |  | beds", "maximum"),
    ("up to 500 vehicles", "up to 500 = (, 500] |  | vehicles", "ceiling"),
    ("as many as 500 vehicles", "as many as 500 = (, 500] |  | vehicles", "ceiling"),
    ("as much as $3 million", "as much as $3 million = (, 3000000] | USD | ", "ceiling of money"),
    ("as few as 30 officers", "as few as 30 = [30, ) |  | officers", "floor"),
    ("under 90 students", "under 90 = (, 90) |  | students", "open above"),
    ("below 5 percent", "below 5 percent = (, 5) | percent | ", "open above"),
    ("just short of 400 votes", "just short of 400 = ~(, 400) |  | votes", "near, from below"),
    ("over 90 students", "over 90 = (90, ) |  | students", "open below"),
    ("upwards of 60,000 refugees", "upwards of 60,000 = (60000, ) |  | refugees", "open below"),
    ("in excess of 60,000 refugees", "in excess of 60,000 = (60000, ) |  | refugees", "open below"),
    ("nearly 500 arrests", "nearly 500 = ~(, 500) |  | arrests", "near, from below"),
    ("almost 500 arrests", "almost 500 = ~(, 500) |  | arrests", "near, from below"),
    ("just over 500 arrests", "just over 500 = ~(500, ) |  | arrests", "near, from above"),
    ("slightly more than 500 arrests", "slightly more than 500 = ~(500, ) |  | arrests", "near, from above"),
    ("just under 500 arrests", "just under 500 = ~(, 500) |  | arrests", "near, from below"),
    ("around 75 tents", "around 75 = ~[75, 75] |  | tents", "about"),
    ("roughly 75 tents", "roughly 75 = ~[75, 75] |  | tents", "about"),
    ("some 75 tents", "some 75 = ~[75, 75] |  | tents", "some before a numeral is about"),
    (
        "an estimated 75 tents",
        "an estimated 75 = ~[75, 75] |  | tents",
        "an estimate is a point with a hedge",
    ),
    ("approx. 75 tents", "approx. 75 = ~[75, 75] |  | tents", "abbreviation with its stop"),
    ("~75 tents", "~75 = ~[75, 75] |  | tents", "tilde"),
    (">= 75 tents", ">= 75 = [75, ) |  | tents", "sign"),
    ("≤75 tents", "≤75 = (, 75] |  | tents", "sign"),
    (">75 tents", ">75 = (75, ) |  | tents", "sign"),
    ("<75 tents", "<75 = (, 75) |  | tents", "sign"),
    ("500 or more detainees", "500 or more = [500, ) |  | detainees", "hedge after the numeral"),
    ("500-plus detainees", "500-plus = [500, ) |  | detainees", "plus"),
    ("500+ detainees", "500+ = [500, ) |  | detainees", "plus sign"),
    ("500 or so detainees", "500 or so = ~[500, 500] |  | detainees", "about, after the numeral"),
    ("500-odd detainees", "500-odd = ~[500, 500] |  | detainees", "about, after the numeral"),
    ("40-ish detainees", "40-ish = ~[40, 40] |  | detainees", "about, after the numeral"),
    ("500 detainees or more", "500 detainees or more = [500, ) |  | detainees", "hedge after the noun"),
    ("500 or fewer detainees", "500 or fewer = (, 500] |  | detainees", "hedge after the numeral"),
    ("perhaps as many as 500 dead", "perhaps as many as 500 = ~(, 500] |  | dead", "two hedges"),
    ("exactly 12 boats", "exactly 12 = [12, 12] |  | boats", "exact by its own word"),
    ("only 12 boats", "12 = [12, 12] |  | boats", "a focus word is not a hedge"),
    ("within 48 hours at least 60 people", "at least 60 = [60, ) |  | people", "belongs to what follows"),
    ("in 2015 and more than 70%", "more than 70% = (70, ) | percent | ", "belongs to what follows"),
    ("not about 500 tents", "about 500 = ~[500, 500] |  | tents", "a negation turns no estimate round"),
    ("not under 500 tents", "not under 500 = [500, ) |  | tents", "a negation turns a bound round"),
    ("an average of 500 tents", "an average of 500 = ~[500, 500] |  | tents", "an average is about"),
    ("losses exceeded $1 million", "exceeded $1 million = (1000000, ) | USD | ", "a verb that bounds"),
    (
        "more than the 2,000 troops",
        "2,000 = [2000, 2000] |  | troops",
        "compared with a figure that is known",
    ),
    ("they are short of about 60 votes", "about 60 = ~[60, 60] |  | votes", "so many are lacking"),
    ("they fell short of about 60 votes", "short of about 60 = ~(, 60) |  | votes", "fewer than that"),
    ("short of the 60 votes needed", "60 = [60, 60] |  | votes", "compared with a figure that is known"),
    ("below its 2% target", "2% = [2, 2] | percent | target", "compared with a figure that is known"),
    ("nearly the 500 they wanted", "nearly the 500 = ~(, 500) |  | ", "near it all the same"),
    ("a shade under 300 entries", "a shade under 300 = ~(, 300) |  | entries", "a small degree"),
    ("well below 300 entries", "well below 300 = (, 300) |  | entries", "a great degree"),
    ("not much more than 60 birds", "not much more than 60 = ~(60, ) |  | birds", "a denied great degree"),
    ("no longer than 90 days", "no longer than 90 days = (, 90] | day | ", "any comparison denied"),
    ("as long as 18 hours", "as long as 18 hours = (, 18] | hour | ", "as … as"),
    ("as little as $5", "as little as $5 = [5, ) | USD | ", "as … as"),
    ("at a minimum, 40 beds", "at a minimum, 40 = [40, ) |  | beds", "set off by a comma"),
    ("20 people at most to come", "20 people at most = (, 20] |  | people", "behind the noun"),
    ("up to a further 300 men", "up to a further 300 = (, 300] |  | men", "two words between"),
    ("some 300 men", "some 300 = ~[300, 300] |  | men", "a hedge that may also stand between"),
    ("a debate over 40 changes", "40 = [40, 40] |  | changes", "what it is about"),
    ("the dispute is about four masks", "four = [4, 4] |  | masks", "what it is about, a verb between"),
    ("the crowd is about 40 strong", "about 40 = ~[40, 40] |  | ", "a crowd is about nothing"),
    ("it flew above 26 towns", "26 = [26, 26] |  | towns", "a place"),
    ("rain fell around three towns", "three = [3, 3] |  | towns", "a place"),
    ("turnout fell below 26 percent", "below 26 percent = (, 26) | percent | ", "a share is no place"),
    ("plus or minus 3 seats", "plus or minus 3 = ~[3, 3] |  | seats", "no number below zero"),
    ("over 5-7 years", "5-7 years = [5, 7] | year | ", "during"),
    ("well over a thousand fighters", "well over a thousand = (1000, ) |  | fighters", "longest hedge first"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_hedge_is_read_as_its_bound(figures, text, expected, why):
    assert figures(text)[-1] == expected, why


def test_hedge_word_is_kept_in_lower_case():
    assert [q.hedge for q in read_quantities("More than 5,000 marched. About 40 fell ill, 12 left.")] == [
        "more than",
        "about",
        "",
    ]
    assert read_quantities("Between 20 and 30 stayed")[0].hedge == "between"
