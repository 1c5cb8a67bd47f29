"""What counts as a right statement of a report's origin, and which rule a wrong one breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from dateline import dates
from dateline.cases import Case, SourceRow
from dateline.kinds._shared import same
from dateline.kinds._written_dates import edtf_of
from dateline.marks import fold, spans_of, without_points, words_of

SILENT = (
    "not stated", "unknown", "none", "none stated", "not given", "not named", "not known", "no name",
    "n/a", "not mentioned", "nobody", "no one", "missing", "unnamed", "anonymous",
)  # fmt: skip
_TOLD = (
    r"(?:stated|given|named|known|mentioned|credited|specified|said|available|there|listed|identified|shown"
    r"|signed)"
)
_HERE = r"(?: (?:in|by|here|anywhere|at|as)\b.*)?"
_SAYS_NOTHING = re.compile(
    r"(?:(?:the|this) )?(?:text|report|source|article|it)?\s*(?:does not|doesn't|do not|don't)"
    r" (?:say|state|tell|give|name|know|mention|credit|identify|specify|show)\b(?!.*\bbut\b).*"
    rf"|(?:(?:it|he|she|they|name) )?(?:is |are |was )?(?:not|nowhere|never) {_TOLD}{_HERE}"
    rf"|(?:no one|nobody|none|nothing|no (?:\w+ )?\w+)(?: is| was)? {_TOLD}{_HERE}"
    r"|no (?:byline|author|writer|name|publisher|agency|place|dateline|information)"
    r"|(?:author|writer|publisher|agency|place|name|date) (?:is )?(?:unknown|unnamed|anonymous|missing)"
    r"|(?:we|i|readers) (?:are|am) not told|(?:the )?(?:text|report|article) names (?:none|no one|nobody)"
    r"|unspecified|uncredited|unsigned",
    re.IGNORECASE,
)
_KNOWN = r"(?:(?:i |we )?(?:know|knew) (?:this |it |that )?|known |(?:i )?have (?:this |it )?)?"
_LABEL = re.compile(
    r"\(?\b(?:this is |from |by |as )?(?:outside|own|background) knowledge\)?|\(\s*outside\s*\)"
    rf"|\b{_KNOWN}from (?:elsewhere|outside|memory|school|another source|other sources)\b"
    rf"|\bnot (?:in|from|{_TOLD} (?:in|by)) the (?:text|report)\b"
    r"|\bthe (?:text|report) (?:does not|doesn't) (?:say|state|name|tell)(?: so| it| this)?\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)")
_ON_THE_WAY = re.compile(
    r"\W*\b(?:en route|bound|flying|travell?ing|on (?:the|its|a) (?:way|trip|flight)) (?:to|for|over)\b.*",
    re.IGNORECASE,
)
_UNNAMED = ("not", "named", "unnamed", "no", "name")
# what may stand beside a right name without making it wrong
_BESIDE = {
    "author": ("reporter", "journalist", "correspondent", "writer", "staff", "for", "by", *_UNNAMED),
    "agency": ("news", "agency", "wire"),
    "dateline_place": ("on", "in", "at", "board", "aboard"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a learner wrote in a field: its text without the label, and whether it was labelled as outside."""

    text: str
    labelled: bool = False


def read(value: str) -> Told:
    """Read a value and take the label of outside knowledge off it.

    >>> read("WSJ (outside knowledge)")
    Told(text='WSJ', labelled=True)
    >>> read("not stated; WSJ is outside knowledge")
    Told(text='not stated', labelled=False)
    """
    text = fold(value).strip()
    first = re.split(r"[(;,:]|\s-\s", text)[0]
    if is_silent(first):
        return Told("not stated")
    if not _LABEL.search(text):
        return Told(" ".join(text.split()).strip(" ,;:."))
    bare = _LABEL.sub(" ", text)
    bare = re.sub(r"\(\s*[,;]?\s*\)|\s+is\s*$", " ", bare)
    return Told(" ".join(bare.split()).strip(" ,;:()-."), labelled=True)


def is_silent(value: Any) -> bool:
    """Tell whether a value says that the text does not state it."""
    if not isinstance(value, str):
        return False
    return same(value, *SILENT) or bool(_SAYS_NOTHING.fullmatch(fold(value).strip(" .")))


def is_right(told: Told, row: SourceRow, case: Case) -> bool:
    """Tell whether a value is what the text states, or "not stated" where it is silent."""
    if is_silent(told.text):
        return is_silent(row.value)
    if row.field == "date":
        given = edtf_of(told.text)
        return given is not None and any(dates.same(given, each) for each in _dates_of(row))
    names = [each for each in (row.value, *row.accepted) if not is_silent(each)]
    beside = _stated("agency", row.source, case) if row.field == "dateline_place" else []
    return same(told.text, *names) or _only_names(told.text, names, beside, row.field)


def _only_names(text: str, names: list[str], beside: list[str], field: str) -> bool:
    """Tell whether a text is made of right names and small words only, such as "an AP reporter"."""
    names, beside = [[without_points(name) for name in each] for each in (names, beside)]
    text = without_points(text)
    if not any(spans_of(name, text, ignore_case=True) for name in names):
        return False
    rest = _ASIDE.sub("", _ON_THE_WAY.sub("", fold(text))) if field == "dateline_place" else fold(text)
    for name in sorted([*names, *beside], key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(fold(name))}(?!\w)", " ", rest, flags=re.IGNORECASE)
    return set(words_of(rest)) <= {"the", "a", "an", "or", "of", *_BESIDE.get(field, ())}


def is_known_outside(told: Told, row: SourceRow, case: Case) -> bool:
    """Tell whether the key knows a value as outside knowledge; with a day known so, a day's precision too."""
    if row.field == "date":
        given = edtf_of(told.text)
        return given is not None and any(dates.same(given, each) for each in row.outside)
    if row.field == "precision":
        days = [
            each for other in case.key.rows("sources") if other.source == row.source for each in other.outside
        ]
        return same(told.text, "day") and any(map(dates.is_edtf, days))
    return _names_one_of(told.text, row.outside)


def _dates_of(row: SourceRow) -> list[str]:
    return [given for each in (row.value, *row.accepted) if (given := edtf_of(each))]


def fault(told: Told, row: SourceRow, case: Case) -> str:
    """Return the key of the message for a value that is not right."""
    if is_silent(told.text):
        return "field-stated"
    if row.field == "date":
        return _date_fault(told.text, row)
    if row.field == "precision":
        return _precision_fault(told.text, row)
    if row.field == "author" and _names_one_of(told.text, _outlets(case)):
        return "outlet-as-speaker"
    if row.field in ("publisher", "agency", "author") and _is_speaker(told.text, case):
        return "speaker-as-outlet"
    if _names_one_of(told.text, row.outside):
        return "outside-knowledge-unlabelled"
    if row.field == "publisher" and _names_one_of(told.text, _stated("agency", row.source, case)):
        return "agency-as-publisher"
    if row.field == "dateline_place" and spans_of(told.text, case.sources[row.source].text, ignore_case=True):
        return "place-of-subject"
    return "field-not-stated" if is_silent(row.value) else "field-other"


def _date_fault(text: str, row: SourceRow) -> str:
    given = edtf_of(text)
    if given is None:
        return "not-a-date"
    if any(dates.same(given, each) for each in row.outside):
        return "outside-knowledge-unlabelled"
    if any(dates.within(given, each) for each in _dates_of(row)):
        return "too-precise"
    return "date-coarser" if dates.within(row.value, given) else "field-other"


def _precision_fault(text: str, row: SourceRow) -> str:
    grains = ("day", "month", "year")
    given, stated = text.lower(), row.value
    if given in grains and stated in grains and grains.index(given) < grains.index(stated):
        return "too-precise"
    return "date-coarser" if given in grains else "field-other"


def _names_one_of(text: str, names: list[str]) -> bool:
    """Tell whether a text is one of some names, or has one in it ("The Wall Street Journal, 2018")."""
    return any(same(text, name) or spans_of(name, text, ignore_case=True) for name in names)


def _stated(field: str, source: str, case: Case) -> list[str]:
    rows = [row for row in case.key.rows("sources") if row.source == source and row.field == field]
    return [name for row in rows for name in (row.value, *row.accepted) if not is_silent(name)]


def _outlets(case: Case) -> list[str]:
    """Every name of an outlet that the key knows: stated, or from outside."""
    rows = [row for row in case.key.rows("sources") if row.field in ("publisher", "agency")]
    return [name for row in rows for name in (row.value, *row.accepted, *row.outside) if not is_silent(name)]


def _is_speaker(text: str, case: Case) -> bool:
    """Tell whether a text is the name of somebody who is heard or spoken of in the reports, and no outlet."""
    if _names_one_of(text, _outlets(case)):
        return False
    voices = case.key.rows("voices")
    heard = {row.voice for row in voices} | set(case.people)
    parties = [party for id, party in {**case.people, **case.organisations}.items() if id in heard]
    names = [row.label for row in voices] + [name for each in parties for name in (each.name, *each.aliases)]
    return same(text, *names)
