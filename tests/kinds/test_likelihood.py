"""Does the kind `likelihood` keep likelihood and confidence apart, and one scale only?"""

import pytest

from dateline import open_case
from dateline.kinds import _judgements, likelihood

ABOUT = likelihood.Arguments.model_validate(
    {
        "words": {
            "a": {"word": "likely"},
            "b": {"band": [95, 99]},
            "c": {"word": "probably", "off_scale": "yes"},
        },
        "question": "Will the bridge be open by the end of 2021?",
        "about": ["bridge"],
    }
)
WORDS = {"a": "55-80", "b": "almost certain", "c": "not on the scale"}
FIRST = "We judge that it is likely that the bridge will be open by 31 December 2021."
SECOND = "We have moderate confidence in this, because two engineers say so in separate reports."


@pytest.fixture(scope="module")
def case():
    return open_case("syria-withdrawal")


def wrong_keys(answer, case):
    return [f.key for f in likelihood.mark(answer, case, ABOUT, {}) if f.verdict == "wrong"]


BANDS = [
    ({"a": "55–80 %"}, [], "a dash and a percent sign"),
    ({"a": "from 55 to 80"}, [], "in words"),
    ({"a": [55, 80]}, [], "a pair"),
    ({"b": "Almost certainly"}, [], "another form of the word"),
    ({"c": "off the scale"}, [], "other words for it"),
    ({"a": "45-55"}, ["band-not-this"], "the next band"),
    ({"a": 67}, ["band-not-read"], "one number is no band"),
    ({"b": "very likely"}, ["band-not-this"], "the next word"),
    ({"b": "sure"}, ["not-a-choice"], "no word of the scale"),
    ({"c": "55-80"}, ["estimative-word-mixed-scales"], "a band for a word of another scale"),
    ({"a": "not on the scale"}, ["band-not-this"], "it is on the scale"),
]


@pytest.mark.parametrize(("changed", "keys", "why"), BANDS)
def test_words_and_bands(case, changed, keys, why):
    assert wrong_keys({"words": {**WORDS, **changed}, "sentences": [FIRST, SECOND]}, case) == keys, why


FIRSTS = [
    (FIRST, [], "the model"),
    ("The bridge is unlikely to open before 1 May 2022.", [], "another word and another form of date"),
    ("It is likely (55-80 %) that the bridge opens within two months.", [], "the word with its own band"),
    ("It is roughly an even chance that the bridge opens in 2021.", [], "an article inside the word"),
    ("The bridge is likely to open soon.", ["forecast-without-date"], "soon is no date"),
    ("The bridge will open by 31 December 2021.", ["likelihood-word-missing"], "no word of likelihood"),
    ("It is likely that it opens by 2021.", ["judgement-off-the-question"], "what opens?"),
    ("The bridge is probably open by May 2022.", ["estimative-word-mixed-scales"], "a word of another row"),
    ("The bridge may open in 2021.", ["estimative-word-mixed-scales"], "a word without a band"),
    (
        "It is likely, indeed very likely, that the bridge opens in 2021.",
        ["estimative-word-mixed-scales"],
        "two",
    ),
    ("It is likely (95 %) that the bridge opens in 2021.", ["estimative-word-mixed-scales"], "another band"),
    (
        "We have high confidence that the bridge is likely to open in 2021.",
        ["likelihood-and-confidence-mixed"],
        "both in one sentence",
    ),
]


@pytest.mark.parametrize(("sentence", "keys", "why"), FIRSTS)
def test_the_sentence_of_likelihood(case, sentence, keys, why):
    assert wrong_keys({"words": WORDS, "sentences": [sentence, SECOND]}, case) == keys, why


SECONDS = [
    (SECOND, [], "the model"),
    ("Confidence: low – only one report, R2, says so.", [], "a dash before the basis"),
    (
        "Our confidence is medium, since the figures of R1 and R2 could change.",
        [],
        "could belongs to the basis",
    ),
    ("We are sure, because two reports say so.", ["confidence-missing"], "sure is not confidence"),
    ("We have confidence in this, because R1 says so.", ["confidence-level-missing"], "how much?"),
    ("We are moderately confident, since R1 says so.", [], "an adverb for the level"),
    ("We have low confidence in this.", ["confidence-without-basis"], "on what does it rest?"),
    ("We have low confidence because we feel so.", ["confidence-without-basis"], "a feeling is no source"),
    (
        "We have low confidence that it is likely, because only R2 is a source.",
        ["likelihood-and-confidence-mixed"],
        "likelihood again",
    ),
]


@pytest.mark.parametrize(("sentence", "keys", "why"), SECONDS)
def test_the_sentence_of_confidence(case, sentence, keys, why):
    assert wrong_keys({"words": WORDS, "sentences": [FIRST, sentence]}, case) == keys, why


def test_the_judgement_itself_goes_to_a_person(case):
    found = likelihood.mark({"words": WORDS, "sentences": [FIRST, SECOND]}, case, ABOUT, {})
    assert [(f.key, f.possible) for f in found if f.verdict == "review"] == [("judgement-to-read", 0)]


def test_two_sentences_in_one_text_are_read_as_two(case):
    assert wrong_keys({"words": WORDS, "sentences": f"{FIRST} {SECOND}"}, case) == []


def test_a_sentence_with_one_fault_keeps_half_of_its_worth(case):
    def earned(first):
        return sum(
            f.earned for f in likelihood.mark({"words": WORDS, "sentences": [first, SECOND]}, case, ABOUT, {})
        )

    whole, one, two = earned(FIRST), earned("The bridge is likely to open."), earned("It will open.")
    assert whole > one > two


def test_the_month_of_may_is_no_word_of_likelihood():
    assert _judgements.likelihoods("It is likely to open in May 2022, on 3 May or by May.") == (
        ["likely"],
        [],
    )


def test_doubts_name_words_and_bands_that_the_scale_lacks(case):
    about = likelihood.Arguments.model_validate(
        {"words": {"a": {"word": "sure"}, "b": {"band": [1, 2]}, "c": {}}, "question": "?"}
    )
    found = "\n".join(likelihood.doubts(about, case))
    for piece in ("'sure' is not on the scale", "[1, 2] is no band", "one of the two"):
        assert piece in found
    assert likelihood.doubts(ABOUT, case) == []
