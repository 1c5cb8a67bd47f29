"""A sentence as the rules read it: contractions written out, "Mr" without its dot, thousands with a comma."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.brief.ground.passages import Ground
from dateline.brief.language.cued import Cued
from dateline.brief.language.splitting import quotations
from dateline.brief.layout.page import Line

_SHORT = Cued(
    r"\b(?:(?P<verb>ca|wo|sha|do|does|did|is|are|was|were|has|have|had|could|would|should|must|need)n"
    r"|(?P<subject>I|we|you|they|who|that|there|he|she|it))['’](?P<short>t|re|ve|ll|d)\b"
    r"(?P<done>(?=\s+(?:already |never |not |also )?(?:been|had|gone|left|told|made|taken|\w+ed)\b))?",
    cues="'|’",
    flags=re.IGNORECASE,
)
_VERBS = {"ca": "can", "wo": "will", "sha": "shall"}
_WHOLE = {"t": "not", "re": "are", "ve": "have", "ll": "will", "d": "would"}
_DOT = Cued(r"\b(?:Mr|Mrs|Ms|Dr)(?P<dot>\.)(?= )", cues="mr.|mrs.|ms.|dr.")
_SIGN = Cued(r"(?<![\w<>~=])[~<>]\s?(?=[$£€]?\d)", cues="~|<|>")
_SIGNS = {"~": "about ", ">": "more than ", "<": "less than "}
_OLD = Cued(r"\b(whil|among|amid)st\b", cues="whilst|amongst|amidst")
_ISO = Cued(r"\b\d{4}[–‑]\d\d[–‑]\d\d\b", cues="–|‑")
_FOUR = re.compile(r"(?<![\w.,:/@#-])[1-9]\d{3}(?![\w:/-]|[.,]\d)")
_WITH_COMMA = re.compile(r"(?<![\d,.])[1-9],\d{3}(?![\d,])")
# Behind these four figures are a year, whatever the reports count.
_OF_TIME = re.compile(
    r"\b(?:in|since|by|until|till|during|year|years|early|late|mid|before|after"
    r"|(?:Jan|Feb|March|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*\.?,?)\s+$",
    re.IGNORECASE,
)
_FIRST_YEAR = 1900  # figures below are hardly a year where another number is a count


def spelt_out(line: Line, ground: Ground) -> Line:
    """Return a sentence with its contractions written out and "2000" as "2,000" where the reports count so
    many; quotations stay as they are, citations keep their places. A table row is returned as it is.

    >>> from dateline import open_case
    >>> from dateline.brief.layout.page import read_page
    >>> from dateline.brief.ground.passages import ground_of
    >>> line, = read_page("The 2000 didn’t say “we can’t” [@S1].", {})
    >>> spelt_out(line, ground_of(open_case("syria-withdrawal"))).bare.strip()
    'The 2,000 did not say “we can’t”.'
    """
    if line.cells:
        return line
    found = [*_contractions(line.bare), *_marks(line.bare), *_counts(line.bare, ground)]
    return _rewritten(line, found) if found else line


def _contractions(text: str) -> list[tuple[int, int, str]]:
    """Where contractions stand, and what they stand for."""
    found = [m for m in _SHORT.finditer(text) if (m["verb"] is None) == (m["short"].lower() != "t")]
    return [(match.start(), match.end(), _whole(match)) for match in found]


def _whole(match: re.Match[str]) -> str:
    verb = match["verb"] or match["subject"]
    if match["short"].lower() == "d" and match["done"] is not None:
        return f"{verb} had"
    return f"{_VERBS.get(verb.lower(), verb)} {_WHOLE[match['short'].lower()]}".replace("can not", "cannot")


def _marks(text: str) -> list[tuple[int, int, str]]:
    """Where the dot of "Mr." would end a clause, "whilst" stands for "while", a sign for a hedge, and
    a date has dashes."""
    found = [(*match.span("dot"), "") for match in _DOT.finditer(text)]
    found += [(match.end(1), match.end(), "e" if match[1] == "whil" else "") for match in _OLD.finditer(text)]
    found += [(*match.span(), _SIGNS[match[0][0]]) for match in _SIGN.finditer(text)]
    return found + [(*m.span(), re.sub("[–‑]", "-", m[0])) for m in _ISO.finditer(text)]


def _counts(text: str, ground: Ground) -> list[tuple[int, int, str]]:
    """Where four figures are a count: one that a report has, and in the same sentence what is no year."""
    found = [match for match in _FOUR.finditer(text) if not _OF_TIME.search(text, 0, match.start())]
    known = [match for match in found if match[0] in _known(ground)]
    if known or _WITH_COMMA.search(text):
        known += [match for match in found if int(match[0]) < _FIRST_YEAR and match not in known]
    return [(match.start(), match.end(), f"{match[0][0]},{match[0][1:]}") for match in known]


def _known(ground: Ground) -> frozenset[str]:
    """The numbers of four figures that the reports count, but for those that stand there as years."""
    if "thousands" not in ground.kept:
        texts = [passage.text for passage in ground.passages.values()]
        counted = {match[0].replace(",", "") for text in texts for match in _WITH_COMMA.finditer(text)}
        ground.kept["thousands"] = frozenset(counted - {m[0] for t in texts for m in _FOUR.finditer(t)})
    return ground.kept["thousands"]


def _rewritten(line: Line, found: list[tuple[int, int, str]]) -> Line:
    quoted = quotations(line.bare)
    apart = sorted(each for each in found if not any(start <= each[0] < end for start, end in quoted))
    text, bare = line.text, line.bare
    for start, end, whole in reversed(apart):
        text = text[:start] + whole + text[end:]
        bare = bare[:start] + whole + bare[end:]
    grown = [(start, len(whole) - (end - start)) for start, end, whole in apart]
    cited = (
        replace(each, start=_moved(each.start, grown), end=_moved(each.end, grown)) for each in line.citations
    )
    return replace(line, text=text, bare=bare, citations=tuple(cited))


def _moved(place: int, grown: list[tuple[int, int]]) -> int:
    return place + sum(more for start, more in grown if start < place)
