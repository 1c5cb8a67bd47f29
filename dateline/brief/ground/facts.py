"""What a piece of text states: its figures with what they count, its dates, names, quotations and words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from dateline.brief.ground.names import Mention, Names, nations
from dateline.brief.language import anchoring
from dateline.brief.language.once import once
from dateline.brief.language.reading import read_quantities
from dateline.brief.language.splitting import quotations, sentences
from dateline.brief.language.thesaurus import ideas_each, ideas_in
from dateline.brief.language.wording import Word, has_phrase, is_light, words
from dateline.dates import DateMention
from dateline.lexicon import joined, load
from dateline.quantities import Quantity

_MAY = re.compile(r"\b(?:might|may|could|can|will|would|shall|should)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ANOTHER = re.compile(r"\s+and\b[^.;]{0,40}\b(?:another|the next)\b")
_ONE = re.compile(r"\b(?:if|as|when|unless|should|than|what|which)\s+$", re.IGNORECASE)
_TO_THE_NEXT = re.compile(r"\s+\w+ to (?:the )?(?:next|other|another)\b", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"\b(?:number|total|tally|count|strength) of (?:the |all )?(?P<who>(?:[^.;:\d]|\.(?=\w|\s[a-z]))+?),? "
    r"(?:is|was|were|are|been|stands|stood|came|comes|amounts|amounted|fell|rose|dropped|put|at|as)"
    r"\b(?:[^.;:\d]|\.(?=\w|\s[a-z])){0,60}$",
    re.IGNORECASE,
)
_POINTED_AT = ("those ", "them ", "these ")
NUMBERING = ("number ", "numbered ", "total ", "totalled ", "totaled ")
_WHO_NUMBER = re.compile(
    r"(?:^|[.;:,]\s+|\bthat\s+)(?P<who>(?:(?!\bthat\b)[^.;:,])+?)\s+(?:now\s+)?(?:number|total)(?:l?ed)?\s+$"
)
_TAIL = re.compile(
    r",|\s(?:who|that|which|in|of|at|on|from|with|within|around|still|to|under|near|\w+ing|(?:left|put|said|then))\b"
)
_OF_THE = re.compile(r"\s+(?:out )?of (?:(?:the|its|their) )?(?:[\w-]+['’]s )?", re.IGNORECASE)
_OF_SO_MANY = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+)?\d")
_ANYBODY = ("people", "persons", "residents", "workers", "men", "women", "families")
_PEOPLE = re.compile(  # whoever died is no source
    rf"\s+(?:(?:more|other|further)\s+)?(?:{'|'.join(_ANYBODY)})\s+"
    r"(?:(?:who|are|is|was|were|has|have|had|been|being|still|now|also|reported)\s+)*"
    r"(?:dead|died?|dies|missing|killed|injured|hurt|wounded|arrested|detained|drowned|displaced|homeless"
    r"|unaccounted|rescued|saved|infected|ill)\b"
    r"|\s+of\s+(?:them|whom)\s+(?!sa(?:id|y)\b)"
)
_MORE_OF_IT = re.compile(
    r"(?:[^.;!?]|\.(?=\d))*\b(?:another|a further|an additional|(?:and|plus|with) the) ", re.IGNORECASE
)  # "143 kilometres stand, and another 31 are being built", in one sentence
_GOES_ON = re.compile(  # but "another 31 died" are no kilometres
    r"\s+(?:(?:(?:is|are|was|were) )?(?:being|to be|planned|under)|to (?:come|go|follow)|(?:will|would) be)\b"
)
_BEFELL = ("killed ", "hurt ", "injured ", "wounded ")  # "hurt four officers"
_CLOSES = re.compile(r"\s*(?:[,.;:)\[]|$|(?:and|but|while|whereas)\b)")
_ALIKE = 5  # by so much at most two figures differ of which the second has no unit
_COUNTED = ("several hundred", "several thousand", "a few hundred", "a few thousand")
_MANY = 100  # a figure so large without a noun may be of what the one before it measures


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure and the population it counts ("" when the text names none that the case knows).

    `flow` ("stock", "flow" …) and `attributed` are known only where the key says so; `plausible` holds every
    population that the words fit nearly as well; `result` tells that the text gives it as what a sum makes,
    `inherited` that it has no noun of its own and takes what the figure before it counts.
    """

    figure: Quantity
    population: str = ""
    flow: str = ""
    attributed: tuple[str, ...] = ()
    plausible: tuple[str, ...] = ()
    result: bool = False
    inherited: bool = False

    def __hash__(self) -> int:
        """Its place alone tells most figures of a text apart."""
        return hash((self.figure.start, self.population))

    @property
    def noun(self) -> Word | None:
        """The last word of what it counts, None where nothing is named."""
        return next(reversed(words(self.figure.counted)), None)


@dataclass(slots=True, eq=False)
class Facts:
    """What a text states, every place in code points of that text; told from others by what it is.

    `ideas` of each word serve to compare acts and things; `wide` holds more of them, only to tell whether
    a word is borne out.
    """

    text: str
    words: tuple[Word, ...]
    ideas: tuple[frozenset[str], ...]
    figures: tuple[Counted, ...]
    dates: tuple[DateMention, ...]
    names: tuple[Mention, ...]
    quotations: tuple[tuple[int, int], ...]
    wide: tuple[frozenset[str], ...] = field(default=(), repr=False)
    forms: frozenset[str] = field(init=False, repr=False)  # of its words, lower-case and plain ones
    kept: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)  # see once.py

    def __post_init__(self) -> None:
        self.forms = frozenset([word.low for word in self.words] + [word.stem for word in self.words])

    @property
    @once
    def starts(self) -> list[int]:
        """Where each of its words begins."""
        return [word.start for word in self.words]

    def behind(self, place: int, most: int) -> tuple[Word, ...]:
        """The next words that begin at a place or behind it."""
        first = bisect_left(self.starts, place)
        return self.words[first : first + most]

    @property
    @once
    def every_idea(self) -> frozenset[str]:
        """All ideas of all its words."""
        return frozenset().union(*self.ideas)


def is_quoted(facts: Facts, place: int) -> bool:
    """Tell whether a place of a text stands in a quotation."""
    return any(a <= place < b for a, b in facts.quotations)


@once
def ideas_between(facts: Facts, span: tuple[int, int]) -> tuple[frozenset[str], ...]:
    """Return the ideas of each word that begins between two places of a text."""
    told = zip(facts.words, facts.ideas, strict=True)
    return tuple(ideas for word, ideas in told if span[0] <= word.start < span[1])


@once
def ideas_within(facts: Facts, span: tuple[int, int]) -> frozenset[str]:
    """Return all ideas of the words that begin between two places of a text."""
    return frozenset().union(*ideas_between(facts, span))


@once
def telling_between(facts: Facts, span: tuple[int, int]) -> tuple[frozenset[str], ...]:
    """Return the ideas of each word that begins between two places of a text and tells something by itself:
    no article, no helper."""
    told = zip(facts.words, facts.ideas, strict=True)
    return tuple(ideas for word, ideas in told if span[0] <= word.start < span[1] and not is_light(word))


def telling(facts: Facts) -> tuple[frozenset[str], ...]:
    """Return the ideas of each word of a whole text that tells something by itself."""
    return telling_between(facts, (0, len(facts.text)))


@once
def nations_in(facts: Facts) -> frozenset[str]:
    """Return the nations that a text names."""
    return frozenset(nations(facts.words))


def facts_of(text: str, names: Names, issued: str | Sequence[str], told: str = "") -> Facts:
    """Read what a text states; relative dates count from `issued` (EDTF; the first of several), and from
    `told`, a date (EDTF) that was given just before.

    >>> from dateline import open_case
    >>> names = Names(open_case("syria-withdrawal"))
    >>> facts = facts_of("More than 700 troops are leaving Syria.", names, "2019")
    >>> [(c.figure.surface, c.population) for c in facts.figures]
    [('More than 700', 'us-troops-leaving-syria')]
    """
    all_words = words(text)
    dates = tuple(anchoring.read(text, [issued] if isinstance(issued, str) else issued, told))
    figures = [figure for figure in read_quantities(text) if counts(figure, text, dates)]
    mentions = names.find(text)
    ideas = ideas_each(all_words)
    return Facts(
        text,
        tuple(all_words),
        _but_for(dates, all_words, ideas),
        tuple(_counted(figures, text, all_words, ideas, names, _apart(mentions, text))),
        dates,
        tuple(mentions),
        tuple(quotations(text)),
        ideas_in(all_words),
    )


_ASIDE = re.compile(
    r",\s+(?:(?:an?|the)\s+(?:[\w-]+\s+){1,2}of|(?:which|who)\s+(?:numbers?|numbered|counts?|has|have|had))\s+$"
)
_ESTIMATE = re.compile(
    r"['’]s?\s+(?:own\s+)?(?:estimate|count|reckoning|tally)\b"
)  # "by the army's estimate"


def _apart(mentions: Sequence[Mention], text: str) -> list[tuple[int, int]]:
    """Names that say nothing of what is counted: of people, and of whoever gives a figure."""
    return [
        (m.start, m.end)
        for m in mentions
        if m.person or text[m.end : m.end + 1] == ")" or _ESTIMATE.match(text, m.end)
    ]


def _but_for(
    dates: Sequence[DateMention], all_words: list[Word], ideas: tuple[frozenset[str], ...]
) -> tuple[frozenset[str], ...]:
    """The words of a date claim nothing else: "the day before the report came out" is no coming out."""
    if not dates:
        return ideas
    spans = [(date.start, date.end) for date in dates]
    return tuple(
        frozenset() if any(a <= word.start < b for a, b in spans) else own
        for word, own in zip(all_words, ideas, strict=True)
    )


def _counted(
    figures: list[Quantity],
    text: str,
    all_words: list[Word],
    ideas: tuple[frozenset[str], ...],
    names: Names,
    people: list[tuple[int, int]],
) -> list[Counted]:
    """Give each figure its population; one with no noun of its own counts what the one before it counts.

    The words in the name of a person ("Iraq's defence minister") say nothing of what is counted.
    """
    found: list[Counted] = []
    leaving = _results(figures, all_words)
    for figure in _measured(figures, text):
        result = any(b + 1 == figure.start for _, b in leaving)
        if any(a == figure.end + 1 for a, _ in leaving):
            figure = replace(figure, counted="")
        plausible: tuple[str, ...] = ()
        inherited = False
        who = _numbered(figure, text) if not figure.unit else None
        if who is not None:
            figure = replace(figure, counted=_noun_phrase(text[slice(*who)]))
            outside = [(0, who[0]), (who[1], len(text))]
            plausible = names.plausible(all_words, who[0], who[0], outside, figure.counted, ideas)
        elif figure.unit in ("", "percent"):
            others = (
                [_place(other, figure, text) for other in figures if other is not figure] + leaving + people
            )
            others += [] if figure.counted else _other_sentences(figure, text)
            others += _round_an_aside(figure, text)
            plausible = names.plausible(all_words, figure.start, figure.end, others, figure.counted, ideas)
            before = next((each for each in reversed(found) if each.figure.unit == figure.unit), None)
            if not figure.counted and before:
                plausible, inherited = _as_before(plausible, before.plausible, names), True
        population = next(iter(plausible), "")
        found.append(Counted(figure, population, plausible=plausible, result=result, inherited=inherited))
    return found


def _other_sentences(figure: Quantity, text: str) -> list[tuple[int, int]]:
    """The sentences that a figure does not stand in: "one in eight a woman. Nearly 5,000 were paid"."""
    return [span for span in sentences(text) if not span[0] <= figure.start < span[1]]


def _round_an_aside(figure: Quantity, text: str) -> list[tuple[int, int]]:
    """What stands round ", a town of 3,000," or ", which numbers 3,000,": it says nothing of them."""
    lead = _ASIDE.search(text, 0, figure.start)
    if lead is None:
        return []
    end = text.find(",", figure.end)
    return [(0, lead.start()), (end if end >= 0 else len(text), len(text))]


def _place(other: Quantity, figure: Quantity, text: str) -> tuple[int, int]:
    """The place of another figure, with what is told of its people."""
    if figure.end <= other.start and _tells(other, text[other.end :]) and figure.counted and not figure.vague:
        return other.start, len(text)  # "900 residents and 400 people from other villages"
    return (other.start, figure.start if is_told_of(other, figure, text) else other.end)


def _tells(one: Quantity, behind: str) -> bool:
    """Tell whether words behind a figure begin to tell of its people: "people from", "troops who",
    "troops leaving"."""
    told = rf"{re.escape(one.counted)}\s+(?:from|who|that|which|(?!during\b)[a-z]+ing)\s"
    return bool(one.counted) and not one.unit and bool(re.match(told, behind.strip()))


def is_told_of(one: Quantity, other: Quantity, text: str) -> bool:
    """Tell whether what stands between two figures tells of the first one's people, and begins to: "400
    people from other villages", "the 700 troops who are leaving joined more than 5,000 forces"."""
    between = text[one.end : max(one.end, other.start)]
    return bool(other.counted) and not other.unit and "." not in between and _tells(one, between)


def _numbered(figure: Quantity, text: str) -> tuple[int, int] | None:
    """Return the place of those whom a figure counts in "the number of X is put at 200", None if not so."""
    match = _NUMBER_OF.search(text, 0, figure.start) or _who_number(figure, text)
    if match is None or (figure.counted and figure.counted != _noun_phrase(match["who"])):
        return None
    if match["who"].startswith(_POINTED_AT):
        return None  # "the count of those still there": what they are the words round it tell
    return None if figure.counted == match["who"] else match.span("who")


def _who_number(figure: Quantity, text: str) -> re.Match[str] | None:
    """ "The children who live there number 1,900": people alone are looked for, of "the force numbers 900"
    nothing is told."""
    if not text[: figure.start].endswith(NUMBERING):
        return None
    match = _WHO_NUMBER.search(text, 0, figure.start)
    head = words(_noun_phrase(match["who"]))[-1:] if match else []
    return match if head and head[0].low in load("nouns")["humans"] else None


def _noun_phrase(text: str) -> str:
    """The noun of a phrase with the words before it: "IS fighters" of "IS fighters holding out there"."""
    return _TAIL.split(text, maxsplit=1)[0]


def _measured(figures: Sequence[Quantity], text: str) -> list[Quantity]:
    """ "Up to 0.8 billion crowns, and no less than 0.6 billion": the second is of the same money; "said 31
    hours, and the court heard of between 40 and 44": of the same hours."""
    found: list[Quantity] = []
    for at, figure in enumerate(figures):
        behind = next(iter(figures[at + 1 : at + 2]), None)
        bare = not figure.unit and not figure.counted
        if behind and _is_part_of(figure, behind, text):
            found.append(replace(figure, unit=behind.unit, counted=""))
            continue
        before = next((each for each in reversed(found) if each.unit != "times"), None)
        large = before is not None and min(_size(before), _size(figure)) >= _MANY
        closes = bool(figure.hedge) and _CLOSES.match(text, figure.end) and _is_of_a_size(figure, before)
        more = before is not None and _MORE_OF_IT.fullmatch(text, before.end, figure.start)
        more = more and (_GOES_ON.match(text, figure.end) or _CLOSES.match(text, figure.end))
        unit = before.unit if before and (large or closes or more) else ""
        found.append(replace(figure, unit=unit) if bare and unit not in ("", "percent") else figure)
    return found


def _is_part_of(figure: Quantity, whole: Quantity, text: str) -> bool:
    """ "11 million of the 31 million dollars", "7.4 of the tunnel's 12 kilometres": of one measure."""
    bare = not figure.unit and (not figure.counted or whole.surface.endswith(figure.counted))
    measured = whole.unit not in ("", "percent", "times")
    return bare and measured and bool(_OF_THE.fullmatch(text, figure.end, whole.start))


def _is_of_a_size(figure: Quantity, before: Quantity | None) -> bool:
    """ "31 hours" and "between 40 and 44" may be of one measure, "a year" and "less than 27,000" are not."""
    return before is not None and _size(before) < _ALIKE * _size(figure) < _ALIKE * _ALIKE * _size(before)


def _size(figure: Quantity) -> float:
    return figure.lower or figure.upper or 0


def _as_before(own: tuple[str, ...], before: tuple[str, ...], names: Names) -> tuple[str, ...]:
    """ "700 troops are leaving, and 1,000 were there": the second counts the same people, or all of them."""
    return tuple(dict.fromkeys([*own, *before, *map(names.root, before)]))


def _results(figures: list[Quantity], all_words: list[Word]) -> list[tuple[int, int]]:
    """The places of "leaves", "makes", "gives" right before a figure: there it is a result."""
    starts = {figure.start for figure in figures}
    verbs = ("leave", "make", "give", "equal")
    return [
        (word.start, word.end)
        for word, behind in pairwise(all_words)
        if word.stem in verbs and behind.start in starts and len(figures) > 2
    ]


def counts(figure: Quantity, text: str, dates: tuple[DateMention, ...]) -> bool:
    """Tell whether a figure counts something that a source could state: no year, no part of a date, no
    report."""
    if figure.surface.lower() == "one" and (
        _ONE.search(text[: figure.start]) or _TO_THE_NEXT.match(text, figure.end)
    ):
        return False  # "if one turns it round": anybody; "from one season to the next" counts none
    if figure.surface.lower() == "one day" and (
        _MAY.search(text[: figure.start]) or _ANOTHER.match(text, figure.end)
    ):
        return False  # "might one day be given up", "asked one day and told another"
    if figure.not_a_count or (figure.lower is None and figure.upper is None):
        return False
    if any(d.start <= figure.start and figure.end <= d.end and not _is_length(d) for d in dates):
        return False
    return not about_the_reports(figure, text)


def _is_length(date: DateMention) -> bool:
    """ "For five weeks", "within ten days" tell first how long, and only then from when."""
    return date.kind == "span" and date.surface.lower().startswith(("for ", "within "))


def _are_told_of(figure: Quantity, text: str) -> bool:
    """ "Six people reported missing", "four people died": somebody tells of them, they are no sources."""
    if not figure.counted.endswith(_ANYBODY):
        return text[: figure.start].endswith(_BEFELL)
    return bool(_PEOPLE.match(text, figure.end))


def about_the_reports(figure: Quantity, text: str) -> bool:
    """Tell whether a figure counts the reports themselves: "both reports", "two sources", "three
    findings"."""
    said = words(figure.counted)
    meta = load("light")["meta"]
    unnamed = joined("reporting", "anonymous_many", "anonymous_one")
    few = figure.unit != "percent" and (figure.vague or (figure.lower == figure.upper and _size(figure) < 10))
    few = few and not figure.surface.lower().startswith(_COUNTED)
    if said and said[-1].low in unnamed and few and not _are_told_of(figure, text):
        return True  # "several officials", but not "most of the residents"
    if said and figure.upper == 1 and said[-1].low in load("reporting")["unnamed_one"]:
        return True  # "one engineer said": no count, but a way to say "an"
    if _OF_SO_MANY.match(text, figure.end):
        return False  # "nine of the 34 cases": of things that the text has counted
    if figure.counted:
        few = figure.lower == figure.upper and not figure.unit and (figure.lower or 0) < 20
        of_reports = any(word.stem in meta for word in (said[0], said[-1]))  # "one report bears on it"
        return of_reports and few  # but "a tenth of the report" is a share
    return figure.surface.lower() in ("both", "neither", "one", "either") or bool(
        not figure.unit
        and figure.lower in (1, 2)
        and has_phrase(text[figure.end : figure.end + 12], ["reports", "sources"])
    )
