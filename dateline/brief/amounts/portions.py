"""A portion told as the whole: "the skippers will not take part" where the text has "some skippers"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.brief.amounts.hedging import is_point, shares_numeral
from dateline.brief.ground.facts import Facts
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.ground.sureness import as_question
from dateline.brief.language.cued import Cued
from dateline.brief.language.wording import has_phrase, is_light, phrases_in
from dateline.brief.people.tellings import spoken_in
from dateline.brief.people.voices import attributes
from dateline.dates import bounds, is_edtf
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.quantities import Quantity

Ideas = frozenset[str]
_HELPER = 3  # letters: "have" and "will" must then be said of the whole as well
_MOST = 0.6  # so much of what the text says of a portion must be said of the whole
_SOME = re.compile(r"\bsome(?= \d)", re.IGNORECASE)  # "some 1,000" are about so many
_OWN = re.compile(r"(?:his|her|its)\b", re.IGNORECASE)  # "his troops": whose, a person sees
_OF_THEM = re.compile(r"\s*(?:of\s+)?(?:them|those|these)\b", re.IGNORECASE)
_ALL_OF_THEM = re.compile(r"\b(?:all|the rest|the whole) of (?:them|these|it)\b", re.IGNORECASE)
_OF_THEM_IN = Cued(
    r"\s+of (?:them|whom|which)(?: (?:are|were|being|is|live|lived))? (?P<lead>in|at|from|on|near) (?:the )?"
    r"(?:(?:village|town|city|port|province|district|island) of )?(?P<place>[A-Z]\w+(?: [A-Z]\w+)?)",
    cues=" of them| of whom| of which",
)
_MOST_ARE = re.compile(r"\b[Mm]ost(?=\s+(?:were|are|have|had)\b)")
_DEFINITE = re.compile(
    r"(?<!\bof )(?<!\bamong )(?<!\bwith )(?<!\bin )(?<!\bon )(?<!\bat )(?<!\bfrom )(?<!\baccording to )"
    r"\b(?:(?:all|each|every one|both) of (?P<them>them|those|these)\b"
    r"|(?P<they>those)\s+(?:who|that)\b|(?:all\s+(?:of\s+)?)?(?:(?:the|its|their|his|her|these|those)\s+"
    r"|[A-Z]\w+['’]s\s+|(?<=all )(?=[a-z])))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Portion:
    """A portion in a paragraph: the ideas of its noun (none behind "of them") and of what is said of it."""

    start: int
    end: int
    noun: Ideas
    told: tuple[Ideas, ...]


def judge(facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    """Name a whole of which a sentence says what its paragraph says of a portion.

    >>> from dateline import open_case
    >>> from dateline.brief import check_one
    >>> case = open_case("tolvane-dam")
    >>> check_one("Orrin ordered the residents who were left to leave the town [@S2, para. 8].", case).keys
    ['scope-widened']
    """
    if not _is_kept(facts) and (
        found := next(filter(None, (_put_in_one_place(facts, p) for p in cited)), None)
    ):
        return [found]
    kept = has_phrase(_SOME.sub("", facts.text), load("wholes")["portion_kept"])
    if kept or any(c.figure.unit == "percent" for c in facts.figures):
        return []
    for passage in cited:
        for portion in _portions(passage, ground):
            if _is_told_of_all(facts, passage, portion) or _is_counted(facts, passage, portion):
                continue
            if any(_tells_so(other, portion) for other in cited if other is not passage):
                continue
            given = next((g for g, noun in _wholes(facts, portion) if _says_so(facts, noun, portion)), "")
            if given:
                exact = passage.text[portion.start : portion.end]
                place = Place(*passage.place, portion.start, portion.end, exact)
                params = {"given": given, "text": exact}
                found = Finding("scope-widened", possible=1, params=params, place=place)
                return [as_question(found) if _OWN.match(given) else found]
    return []


def _tells_so(passage: Passage, portion: Portion) -> bool:
    """Tell whether another paragraph says the same of those people or things, and of no portion of them."""
    words = load("wholes")["portions"]
    spoken = bool(portion.noun) and any(ideas & portion.noun for ideas in passage.facts.ideas)
    said = all(any(ideas & told for ideas in passage.facts.ideas) for told in portion.told)
    return spoken and said and not has_phrase(passage.text, words)


def _is_kept(facts: Facts) -> bool:
    """Tell whether a sentence speaks of a part; the "some" of "some 3,500" is none."""
    text = facts.text
    for figure in (c.figure for c in facts.figures if not c.figure.vague):
        text = text[: figure.start] + " " * (figure.end - figure.start) + text[figure.end :]
    return bool(has_phrase(text, load("wholes")["portion_kept"]))


def _put_in_one_place(facts: Facts, passage: Passage) -> Finding | None:
    """ "3,500 were stuck in Cassara" for "3,500 were stuck abroad, more than half of them in Cassara"."""
    for match in _OF_THEM_IN.finditer(passage.text):
        part, whole = _part_and_whole(passage, match)
        if part is None or whole is None or match["place"] in passage.text[whole.end : match.start()]:
            continue
        mine = [c.figure for c in facts.figures]
        told = any(each.unit == "percent" or shares_numeral(part, each) for each in mine)
        where = re.search(rf"\b{match['lead']} (?:the )?{match['place']}\b", facts.text, re.IGNORECASE)
        if told or where is None or has_phrase(facts.text, load("wholes")["nearby"]):
            continue
        if any(shares_numeral(whole, each) for each in mine):
            place = Place(*passage.place, *match.span(), match[0])
            params = {"given": where[0], "text": match[0].strip()}
            return Finding("scope-widened", possible=1, params=params, place=place)
    return None


def _part_and_whole(passage: Passage, match: re.Match[str]) -> tuple[Quantity | None, Quantity | None]:
    """The figure right before "of them", and the one before it in its sentence, of which it is a part."""
    start = next(a for a, b in passage.sentences if match.start() < b)
    figures = [c.figure for c in passage.facts.figures if start <= c.figure.start <= match.start()]
    part = next((figure for figure in figures if figure.end == match.start()), None)
    counts = [figure for figure in figures if figure is not part and not (figure.unit or figure.vague)]
    return part, next(reversed(counts), None)


def _is_counted(facts: Facts, passage: Passage, portion: Portion) -> bool:
    """ "Two people died in a fire" for "four died, two of them in a fire": so many are told of, not all."""
    part = [c.figure for c in passage.facts.figures if portion.start <= c.figure.start < portion.end]
    mine = [c.figure for c in facts.figures if c.noun is not None and not c.figure.unit]
    return any(shares_numeral(one, other) for one in part if is_point(one) for other in mine)


def _is_told_of_all(facts: Facts, passage: Passage, portion: Portion) -> bool:
    """ "A third by the end of April and all of them by 31 August": of all it is told, by a day of its own."""
    end = next(b for a, b in passage.sentences if portion.start < b)
    whole = _ALL_OF_THEM.search(passage.text, portion.end, end)
    if whole is None:
        return False
    theirs = {_last(date.edtf) for date in passage.facts.dates if whole.start() < date.start < end}
    mine = {_last(date.edtf) for date in facts.dates}
    return not mine or not theirs or bool(mine & theirs)


def _last(edtf: str) -> tuple[int, int] | str:
    """The month and day on which a date ends, whatever its year; the date itself where it has no end."""
    last = bounds(edtf)[1] if is_edtf(edtf) else None
    return (last.month, last.day) if last else edtf


def _portions(passage: Passage, ground: Ground) -> tuple[Portion, ...]:
    key = "portions", passage.place
    if key not in ground.kept:
        ground.kept[key] = tuple(_read(passage, ground))
    return ground.kept[key]


def _read(passage: Passage, ground: Ground) -> Iterator[Portion]:
    facts = passage.facts
    spoken = spoken_in(passage, ground)
    named = [mention for mention in facts.names if mention.id in {voice.id for voice in spoken}]
    speakers = [(one.start, one.end) for one in (*spoken, *named)]
    for start, end in _places(facts):
        them = _OF_THEM.match(passage.text, end) or _MOST_ARE.match(passage.text, start)
        begin = max(end, them.end()) if them else end
        behind = [at for at, word in enumerate(facts.words) if word.start >= begin]
        behind = [at for at in behind if facts.words[at].clause == facts.words[behind[0]].clause]
        head = () if them else _head(facts, behind)
        noun = frozenset().union(*(facts.ideas[at] for at in head))
        rest = [at for at in behind if at not in head and not _within(facts.words[at].start, speakers)]
        rest = [at for at in rest if not _is_size(facts, at)]
        rest = [at for at in rest if not _is_said_ahead(facts, at, start)]
        own = [at for at in rest if _tells(facts, at)] or [at for at in rest if _is_long(facts, at)]
        told = tuple(facts.ideas[at] | {facts.words[at].stem} for at in own)
        if told and (head or them):
            yield Portion(start, end, noun, told)


def _places(facts: Facts) -> list[tuple[int, int]]:
    """Where a text has a word of quantity that takes a part, or a share of something."""
    shares = [c.figure for c in facts.figures if c.figure.unit == "percent"]
    found = [(f.start, f.end) for f in shares if f.vague or facts.text[f.end :].lstrip().startswith("of ")]
    found += [m.span() for m in phrases_in(facts.text, load("wholes")["portions"])]
    found += [m.span() for m in _MOST_ARE.finditer(facts.text)]
    return [(a, b) for a, b in found if not (_within(a, facts.quotations) or _is_about(facts, a, b))]


def _within(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(a <= place < b for a, b in spans)


def _is_about(facts: Facts, start: int, end: int) -> bool:
    """ "Some 340 observers" are about so many, and no part of them."""
    counted = {c.figure.start for c in facts.figures if not c.figure.vague and c.figure.lower is not None}
    return facts.text[start:end].lower() == "some" and bool(counted & {start, end + 1})


def _head(facts: Facts, behind: Sequence[int]) -> tuple[int, ...]:
    """The noun right behind a word of quantity, with the words before it: "older skippers"."""
    found: list[int] = []
    for at in behind[:5]:
        word = facts.words[at]
        light = is_light(word) and word.low not in _plurals()
        apart = at > behind[0] and set(",;:") & set(facts.text[facts.words[at - 1].end : word.start])
        if apart or (light and found):
            break
        if not light:
            found.append(at)
            if _is_plural(word.low):
                break
    return tuple(found) if found and _is_plural(facts.words[found[-1]].low) else ()


def _is_size(facts: Facts, at: int) -> bool:
    """ "The bulk of the force, about 1,000 troops strong": how many they are is said of the whole."""
    near = [word.low for word in facts.words[at : at + 2]]
    return "strong" in near and any(c.figure.end <= facts.words[at].start for c in facts.figures)


def _is_said_ahead(facts: Facts, at: int, start: int) -> bool:
    """ "Eleven were killed, four of them by mines": the killing was said of the whole before."""
    ahead = (ideas for word, ideas in zip(facts.words, facts.ideas, strict=True) if word.start < start)
    return any(ideas & facts.ideas[at] for ideas in ahead)


def _is_plural(low: str) -> bool:
    return (low.endswith("s") and not low.endswith("ss")) or low in _plurals()


def _tells(facts: Facts, at: int) -> bool:
    return not (is_light(facts.words[at]) or facts.words[at].is_name or attributes(facts, at))


def _is_long(facts: Facts, at: int) -> bool:
    """ "Take part": where all words are light ones, those tell that are no helpers."""
    low = facts.words[at].low
    return (len(low) > _HELPER or low.isdigit()) and not attributes(facts, at)


def _wholes(facts: Facts, portion: Portion) -> Iterator[tuple[str, frozenset[int]]]:
    """The people or things of a portion taken as a whole, each with the words that name them."""
    for match in _DEFINITE.finditer(facts.text):
        if any(a <= match.start() < b for a, b in facts.quotations):
            continue
        if match["them"] or match["they"]:
            if not portion.noun:
                yield match[0], frozenset()
            continue
        behind = [at for at, word in enumerate(facts.words) if word.start >= match.end()][:4]
        head = _head(facts, behind)
        if head and (not portion.noun or facts.ideas[head[-1]] & portion.noun):
            yield facts.text[match.start() : facts.words[head[-1]].end], frozenset(head)


def _says_so(facts: Facts, noun: frozenset[int], portion: Portion) -> bool:
    mine = frozenset().union(
        *(facts.ideas[at] | {word.stem} for at, word in enumerate(facts.words) if at not in noun)
    )
    mine |= {"/leave"} if _is_ordered_out(facts) else set()
    return sum(bool(ideas & mine) for ideas in portion.told) >= _MOST * len(portion.told)


def _is_ordered_out(facts: Facts) -> bool:
    """ "Were ordered out", "ordered them home": that is an order to leave."""
    ordered = [at for at, ideas in enumerate(facts.ideas) if "/order" in ideas]
    return any(word.low in load("wholes")["away"] for at in ordered for word in facts.words[at + 1 : at + 3])


@cache
def _plurals() -> frozenset[str]:
    return frozenset(load("wholes")["plural_nouns"])
