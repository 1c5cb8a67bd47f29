"""6.4: likelihood and confidence, which needs nothing of a case but what it counts and when it ends."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.cases import Case
from dateline.dates import bounds
from dateline.drafting.trial import Idea
from dateline.marks import words_of

_ABOUT = 4  # names of populations that the first sentence may speak of


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 6.4."""
    yield "6.4", _likelihood(case)


def _counted(case: Case) -> list[str]:
    """The populations of the case, those first of which figures of two reports are compared."""
    rows = (case.key.by_id.get(row.left) for row in case.key.rows("checks") if row.comparable == "yes")
    compared = [getattr(row, "population", "") for row in rows]
    return [id for id in dict.fromkeys([*compared, *case.populations]) if id in case.populations]


def _likelihood(case: Case) -> Idea:
    year = bounds(case.cut_off)[1].year + 1
    labels = [case.populations[id].label for id in _counted(case)][:_ABOUT]
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
    return Idea("likelihood", arguments, answer, words=(("question", arguments["question"]),))
