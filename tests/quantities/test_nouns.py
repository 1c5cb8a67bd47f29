"""Is the noun phrase found that a figure counts, and nothing where there is none?"""

from __future__ import annotations

import pytest

from dateline.quantities import read_quantities

CASES = [
    # text, what its first count counts, why
    ("more than 2,000 service members are working", "service members", "two nouns"),
    ("about 1,000 US troops in Syria", "US troops", "US is no pronoun"),
    ("the more than 700 troops leaving Syria", "troops", "a participle ends the phrase"),
    ("12 U.S. officials said", "U.S. officials", "abbreviation with stops"),
    ("40 heavily armed men", "heavily armed men", "adverb and participle before the noun"),
    ("40 Turkish-backed fighters", "Turkish-backed fighters", "hyphen"),
    ("40 military police", "military police", "a plural that only modifies"),
    ("two F-16 fighter jets", "F-16 fighter jets", "model before the noun"),
    ("three Su-35s", "Su-35s", "model in the plural"),
    ("20 dead", "dead", "a state in place of a noun"),
    ("20 injured men", "injured men", "the same word before a noun"),
    ("more than 200 fled", "", "a verb follows"),
    ("fewer than 300 remain", "", "a verb that could be a noun"),
    ("300 work permits", "work permits", "a noun that could be a verb"),
    ("killed 20 yesterday", "", "nothing follows"),
    ("5,200 of them", "", "a pronoun is no noun"),
    ("700 of the about 1,000 troops", "troops", "over hedge and numeral"),
    ("30 of the 120-odd families", "families", "over a hedge behind the numeral"),
    ("30 of the 120 to 150 families", "families", "over a range"),
    ("60 per cent of the town's 20,000 residents", "residents", "over the owner"),
    ("21 of his own deputies", "deputies", "over the possessive"),
    ("1,800 additional soldiers", "soldiers", "over additional"),
    ("one soldier was hurt", "soldier", "singular"),
    ("half of those polled said no", "", "a participle is no noun"),
    ("a $700bn defence bill includes pay", "defence bill", "a verb in -s is no plural"),
    ("The number of US soldiers will fall to 8,600", "US soldiers", "the number of … comes before"),
    ("rose from 200 to 300 soldiers", "soldiers", "both ends of a change"),
    ("rose from 200 soldiers to 300", "soldiers", "both ends of a change"),
    ("a 10-hour hearing", "hearing", "a noun in -ing"),
    ("450 Frenchmen", "Frenchmen", "a plural in -men"),
    (
        "less than 2% of the Middle East territory",
        "Middle East territory",
        "a direction with a capital is a name",
    ),
    ("five (5) trucks", "trucks", "over a repeat in figures"),
    ("2,000 of whose 3,500 soldiers left", "soldiers", "over whose"),
    ("a two-hour, 300-mile drive", "drive", "two compounds of one noun"),
]


@pytest.mark.parametrize(("text", "counted", "why"), CASES)
def test_counted_noun(text, counted, why):
    assert read_quantities(text)[0].counted == counted, why


def test_more_counts_what_the_figure_before_it_counts():
    found = read_quantities("It has 2,500 troops in Syria and 5,200 more in Iraq.")
    assert [q.counted for q in found] == ["troops", "troops"]


def test_both_ends_of_a_change_have_the_noun():
    assert [q.counted for q in read_quantities("fell from 200 soldiers to 150")] == ["soldiers", "soldiers"]
