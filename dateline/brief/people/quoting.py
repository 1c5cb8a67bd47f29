"""Check quotations letter by letter, after making the marks plain: ellipses may leave out, never change."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.brief.ground.passages import Passage
from dateline.brief.language.wording import content, has_phrase, ideas, words
from dateline.brief.people.cuts import cut_degree, cut_words
from dateline.brief.people.voices import OUTLET
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.marks import fold

_GAP = re.compile(r"\s*(?:\[?\s*(?:\.\s?\.\s?\.\.?|…)\s*\]?)\s*")
_ADDED = re.compile(r"\[[^\]]*\]")
_LETTER = re.compile(r"\[(\w)\](?=\w)")  # "[T]hings": only the size of the letter was changed


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quotation stands in a paragraph: its passage, and the (start, end) of each of its segments."""

    passage: Passage
    spans: tuple[tuple[int, int], ...]
    spoken: bool


def segments(quotation: str) -> list[str]:
    """Return the pieces of a quotation between its ellipses and editor's brackets, marks made plain.

    >>> segments("“We’ll be coming out … [very] soon,”")
    ["we'll be coming out", 'soon']
    """
    inner = _LETTER.sub(r"\1", fold(quotation).strip().strip("\"'`").strip())
    pieces = _GAP.split(_ADDED.sub(" ... ", inner))
    return [piece for piece in (_tidy(each) for each in pieces) if re.search(r"\w", piece)]


def _tidy(text: str) -> str:
    return " ".join(text.lower().split()).strip(" ,.;:!?-\"'")


def look_up(quotation: str, passages: Iterable[Passage]) -> Found | None:
    """Return where all segments of a quotation stand in order in one paragraph, or None.

    What stands in quotation marks in the source is preferred to the report's own words.
    """
    wanted = segments(quotation)
    hits = [found for passage in passages if (found := _in_passage(wanted, passage))]
    return max(hits, key=lambda found: found.spoken, default=None)


def _in_passage(wanted: Sequence[str], passage: Passage) -> Found | None:
    starts = [0, *(start for start, _ in passage.facts.quotations)]
    found = [hit for start in starts if (hit := _from(start, wanted, passage))]
    return max(found, key=lambda hit: hit.spoken, default=None)


def _from(start: int, wanted: Sequence[str], passage: Passage) -> Found | None:
    """Where all segments stand in order behind a place of a paragraph."""
    plain = fold(passage.text).lower()
    spans, at = [], start
    for piece in wanted:
        body = r"[\s\"',.]+".join(re.escape(part) for part in piece.split())
        match = re.compile(rf"(?<!\w){body}(?!\w)").search(plain, at)
        if not match:
            return None
        spans.append(match.span())
        at = match.end()
    spoken = all(any(a <= s and e <= b for a, b in passage.facts.quotations) for s, e in spans)
    return Found(passage, tuple(spans), spoken) if spans else None


def judge(
    quotation: str,
    sentence: str,
    cited: Sequence[Passage],
    everywhere: Sequence[Passage],
    speakers: Collection[str],
) -> tuple[list[Finding], Found | None]:
    """Judge one quotation: findings, none when it stands word for word in a cited paragraph, and where it is.

    `speakers` are the ids of those to whom the sentence attributes something.
    """
    has_speaker = any(speaker != OUTLET for speaker in speakers)
    if not segments(quotation):
        return [], None
    found = look_up(quotation, cited)
    params = {"quote": _shown(quotation), "given": _shown(quotation)}
    if found is None:
        other = look_up(quotation, everywhere)
        if other is not None and len(words(quotation)) > 2:
            return [Finding("citation-elsewhere", possible=1, params=params)], None
        if _is_term(quotation, cited, [*everywhere, *cited], bool(speakers)):
            return [], None
        return [_altered(quotation, cited, params)], None
    place = _place(found)
    if inserted := _inserted(quotation):
        return [
            Finding("quote-altered", possible=1, params={**params, "given": inserted}, place=place)
        ], found
    if cut := _cut(found, sentence, quotation):
        return [Finding("quote-hedge-cut", possible=1, params={**params, "cut": cut}, place=place)], found
    if not found.spoken and has_speaker and len(words(quotation)) > 3:
        return [Finding("paraphrase-as-quote", possible=1, params=params, place=place)], found
    return [], found


def _inserted(quotation: str) -> str:
    """A word in editor's brackets that changes what is said: "[all]", "[never]"."""
    match = has_phrase(
        " . ".join(_ADDED.findall(_LETTER.sub(r"\1", fold(quotation)))), load("quoting")["never_inserted"]
    )
    return match[0] if match else ""


def _cut(found: Found, sentence: str, quotation: str) -> str:
    text = found.passage.text
    if not found.spoken:
        return cut_degree(text, found.spans[0], sentence)
    inside = {
        (a, b): [span for span in found.spans if a <= span[0] and span[1] <= b]
        for a, b in found.passage.facts.quotations
    }
    cuts = (cut_words(text, spans, whole, sentence, quotation) for whole, spans in inside.items() if spans)
    return next(filter(None, cuts), "")


def _place(found: Found) -> Place:
    start, end = found.spans[0][0], found.spans[-1][1]
    return Place(*found.passage.place, start, end, found.passage.text[start:end])


def _shown(quotation: str) -> str:
    return quotation.strip().strip("\"'“”‘’«»„‟`")


def _is_term(
    quotation: str, cited: Sequence[Passage], all_passages: Sequence[Passage], attributed: bool
) -> bool:
    """Tell whether one or two words in marks are a name, a term or the writer's irony, and nobody's words.

    A name that any report has may stand in marks anywhere; other words only where nobody is quoted and a
    cited paragraph has them in some form.
    """
    mine = words(quotation)
    if len(mine) > 2 and not all(word.is_name or word.low in ("the", "of") for word in mine):
        return False
    lows = {word.low for passage in all_passages for word in passage.facts.words}
    if all(word.is_name and word.low in lows for word in mine):
        return True
    known = frozenset().union(*(passage.known for passage in cited))
    return not attributed and all(ideas(word.stem) & known for word in mine)


def _altered(quotation: str, cited: Sequence[Passage], params: dict[str, str]) -> Finding:
    """Name a quotation that is not there: words changed, or a paraphrase put into quotation marks."""
    mine = [word.low for word in words(quotation)]
    if len(mine) <= 2:
        verdict = "review" if not cited else "wrong"
        return Finding(
            "quote-altered" if verdict == "wrong" else "wording-unknown",
            verdict,
            possible=verdict == "wrong",
            params=params,
        )
    best, place = 0.0, None
    for passage in cited:
        for start, end in passage.facts.quotations:
            likeness = _likeness(mine, [word.low for word in words(passage.text[start:end])])
            if likeness > best:
                best, place = (
                    likeness,
                    Place(*passage.place, start, end, passage.text[start:end].strip("“”\"'")),
                )
    if best >= 0.6:
        return Finding("quote-altered", possible=1, params=params, place=place)
    place = Place(*cited[0].place) if cited else None
    return Finding(
        "paraphrase-as-quote" if cited else "quote-altered", possible=1, params=params, place=place
    )


def _likeness(mine: Sequence[str], theirs: Sequence[str]) -> float:
    """The share of the words of a quotation that the other has in the same order (longest common
    subsequence)."""
    row = [0] * (len(theirs) + 1)
    for word in mine:
        before = 0
        for at, other in enumerate(theirs, start=1):
            before, row[at] = row[at], before + 1 if word == other else max(row[at], row[at - 1])
    return row[-1] / max(len(mine), 1)


def longest_copied(
    text: str, passages: Iterable[Passage], quoted: Sequence[tuple[int, int]]
) -> tuple[int, str, Passage | None]:
    """Return the longest run of words that a text shares with a source outside quotation marks: length,
    run, passage."""
    mine = [word for word in words(text) if not any(a <= word.start < b for a, b in quoted)]
    best: tuple[int, str, Passage | None] = (0, "", None)
    lows = [word.low for word in mine]
    for passage in passages:
        if sum(map(passage.places.__contains__, lows)) <= best[0]:
            continue  # no run is longer than all the words in common
        length, end = _longest_run(lows, passage.places)
        if length > best[0]:
            best = length, text[mine[end - length].start : mine[end - 1].end], passage
    return best


def _longest_run(mine: Sequence[str], places: Mapping[str, Sequence[int]]) -> tuple[int, int]:
    """The length of the longest run of words that stands at these places in a row, and its end in mine."""
    best, end, row = 0, 0, {}
    for at, word in enumerate(mine, start=1):
        if word not in places:
            row = {}
            continue
        row = {other: row.get(other - 1, 0) + 1 for other in places[word]}
        longest = max(row.values())
        if longest > best:
            best, end = longest, at
    return best, end


def is_worth_checking(quotation: str) -> bool:
    """Tell whether quotation marks hold words at all."""
    return bool(content(words(quotation)) or len(words(quotation)) > 1)
