"""Contractions written out, so that every rule reads "did not" where a brief has "didn't"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.brief.page import Line
from dateline.brief.splitting import quotations

_SHORT = re.compile(
    r"\b(?:(?P<verb>ca|wo|sha|do|does|did|is|are|was|were|has|have|had|could|would|should|must|need)n"
    r"|(?P<subject>I|we|you|they))['’](?P<short>t|re|ve|ll)\b",
    re.IGNORECASE,
)
_VERBS = {"ca": "can", "wo": "will", "sha": "shall"}
_WHOLE = {"t": "not", "re": "are", "ve": "have", "ll": "will"}


def spelt_out(line: Line) -> Line:
    """Return a sentence with its contractions written out, but for those that are quoted; its citations keep
    their places. A table row is returned as it is.

    >>> from dateline.brief.page import read_page
    >>> line, = read_page("They didn’t say “we can’t” [@S1].", {})
    >>> spelt_out(line).bare.strip()
    'They did not say “we can’t”.'
    """
    if line.cells or not _SHORT.search(line.bare):
        return line
    quoted = quotations(line.bare)
    found = [
        match
        for match in _SHORT.finditer(line.bare)
        if (match["verb"] is None) == (match["short"].lower() != "t")
        and not any(start <= match.start() < end for start, end in quoted)
    ]
    text, bare = line.text, line.bare
    for match in reversed(found):
        text = text[: match.start()] + _whole(match) + text[match.end() :]
        bare = bare[: match.start()] + _whole(match) + bare[match.end() :]
    grown = [(match.start(), len(_whole(match)) - len(match[0])) for match in found]
    cited = (
        replace(each, start=_moved(each.start, grown), end=_moved(each.end, grown)) for each in line.citations
    )
    return replace(line, text=text, bare=bare, citations=tuple(cited))


def _whole(match: re.Match[str]) -> str:
    verb = match["verb"] or match["subject"]
    return f"{_VERBS.get(verb.lower(), verb)} {_WHOLE[match['short'].lower()]}".replace("can not", "cannot")


def _moved(place: int, grown: list[tuple[int, int]]) -> int:
    return place + sum(more for start, more in grown if start < place)
