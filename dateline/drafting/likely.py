"""The exercise on likelihood and confidence for any case: its words, its question, its model answer."""

from __future__ import annotations

from typing import Any

from dateline.cases import Case
from dateline.dates import bounds
from dateline.marks import words_of

_ABOUT = 4  # names of populations that the first sentence may speak of


def likelihood(case: Case) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the arguments and the model answer of the exercise."""
    year = bounds(case.cut_off)[1].year + 1
    labels = [population.label for population in case.populations.values()][:_ABOUT]
    about = [word for label in labels for word in words_of(label)[-1:]] or ["report"]
    noun = labels[0] if labels else "report"
    arguments = {
        "words": {
            "a": {"word": "likely"},
            "b": {"word": "very unlikely"},
            "c": {"band": [45, 55]},
            "d": {"band": [95, 99]},
            "e": {"word": "probably", "off_scale": "yes"},
        },
        "question": f"Will the number of {noun} be the same at the end of {year}?",
        "about": list(dict.fromkeys(about)),
    }
    answer = {
        "words": {
            "a": "55-80",
            "b": "5-20",
            "c": "roughly even chance",
            "d": "almost certain",
            "e": "not on the scale",
        },
        "sentences": [
            f"It is unlikely that the number of {noun} will be the same at the end of {year}.",
            "Our confidence is low, because it rests on two reports alone.",
        ],
    }
    return arguments, answer
