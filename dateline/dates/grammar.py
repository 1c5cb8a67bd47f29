"""Compile the rules of `lexicon/date_rules.yaml` and find the expression that begins at a word."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from dateline import lexicon
from dateline.dates import guards, makers, makers_counted
from dateline.dates.expressions import Expression, Found
from dateline.dates.groups import Groups
from dateline.dates.tokens import Tokens
from dateline.dates.vocabulary import GAP, any_of, lookup, placeholders, words

_NAME = re.compile(r"\{([a-z]\w*)(?::(\w))?\}")
_CLASS = re.compile(r"\[[^\]]*\]")
_GROUP = re.compile(r"\([^()]*\)\??")
_NEEDED = ("month", "weekday", "season", "holiday", "unit")  # lists whose words few texts have
_NEED = re.compile(rf"\{{({'|'.join(_NEEDED)})(?::\w)?\}}(?![\w?])")
_REACH = 16  # words; no rule spans so many
_PLAIN_LISTS = ("numbers", "ordinals", "decades", "hedges")  # written spelling → value

_SHARED = ("the",)  # first words of so many rules that the second word chooses among them
_FIGURES = frozenset("0123456789")
_THOUSANDS = re.compile(r",[0-9]{3}(?![0-9])")
_FOREIGN = re.compile("[\u0130\u0131\u017f\u212a]")  # match i, s and k without regard to case, but are others

Maker = Callable[[Groups], Expression | None]


@dataclass(frozen=True)
class Rule:
    """One shape of date: how it is written, what it means, and what may still refuse it."""

    written: str
    make: Maker
    guard: Callable[[Tokens, int, int], bool] | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Its pattern, compiled when it is first tried: many a text needs few of them."""
        return _compile(self.written)

    @cached_property
    def needs(self) -> frozenset[str]:
        """The lists of which a word must stand in whatever it matches: those named outside its groups."""
        bare = _CLASS.sub("-", self.written)
        while _GROUP.search(bare):
            bare = _GROUP.sub("", bare)
        return frozenset() if set(bare) & set("()|") else frozenset(_NEED.findall(bare))


@cache
def rules_by_word() -> dict[str, list[Rule]]:
    """Return the rules that may begin with a word, or with two; "#" stands for figures.

    A word that many rules share, such as "the", has an entry for each second word ("the past") too, so that
    few rules are tried at it.
    """
    numbered: dict[str, dict[int, Rule]] = {}
    for number, entry in enumerate(lexicon.load("date_rules")):
        rule = Rule(entry["pattern"], _maker(entry["make"]), _guard(entry))
        for start in _starts(entry):
            numbered.setdefault(start, {})[number] = rule
    for start, rules in numbered.items():
        first = start.split()[0]
        rules |= numbered.get(first, {}) if first != start else {}
        rules |= numbered["#"] if start[0].isdecimal() else {}
    return {start: [rules[number] for number in sorted(rules)] for start, rules in numbered.items()}


def _starts(entry: dict) -> set[str]:
    """Return the first word, or first two, of whatever a rule may match."""
    starts = {spelt for start in entry["starts"] for spelt in _spelt(start)}
    return starts | {f"the {start}" for start in starts if entry["pattern"].startswith("(?:the )?")}


def _spelt(start: str) -> list[str]:
    """Put the words of a list in the place of its @name."""
    before, _, kind = start.partition("@")
    if not kind:
        return [start]
    spellings = lookup(kind) if kind not in _PLAIN_LISTS else words()[kind]
    return [before + re.match(r"\w+", str(spelling))[0] for spelling in spellings]


def _maker(name: str) -> Maker:
    return getattr(makers, name, None) or getattr(makers_counted, name)


def _guard(entry: dict) -> Callable[[Tokens, int, int], bool] | None:
    return getattr(guards, entry["guard"]) if "guard" in entry else None


def _compile(pattern: str) -> re.Pattern[str]:
    def expand(match: re.Match[str]) -> str:
        name, suffix = match.groups()
        return f"(?P<{name}{'_' + suffix if suffix else ''}>{placeholders()[name]})"

    return re.compile(_NAME.sub(expand, _gaps(pattern)) + r"(?!\w)", re.IGNORECASE)


def _gaps(pattern: str) -> str:
    """Let each blank of a rule stand for any gap between words; a blank in square brackets stays."""
    parts = re.split(r"(\[[^\]]*\])", pattern)
    return "".join(p if p.startswith("[") else p.replace(" ", GAP) for p in parts)


def begin_at(tokens: Tokens, number: int) -> Found | None:
    """Return the longest expression that begins at word `number`, None when none does.

    Its expression is None where the words have the shape of a date but no such day exists (31 June).
    """
    rules = _rules_at(tokens, number)
    if not rules:
        return None
    start = tokens.starts[number]
    matches = [(rule, m) for rule in rules if (m := rule.pattern.match(tokens.plain, start))]
    if len(matches) > 1:
        matches.sort(key=lambda pair: -pair[1].end())
    for rule, match in matches:
        if _FOREIGN.search(match.group()) or (rule.guard and not rule.guard(tokens, start, match.end())):
            continue
        groups = match.groupdict() | {"_rule_end": " ".join(match.group().lower().split())}
        return Found(start, match.end(), rule.make(groups))
    return None


def _rules_at(tokens: Tokens, number: int) -> list[Rule]:
    """The rules that may begin with a word, those left out for which no word near it is known."""
    start = _start_at(tokens, number)
    rules = rules_by_word().get(start, [])
    if len(rules) < 2:
        return rules
    return _possible(start, _lists_in(frozenset(tokens.words[number : number + _REACH])))


@cache
def _possible(start: str, there: frozenset[str]) -> list[Rule]:
    """The rules that begin so and need no other of the lists in _NEEDED than those that are there."""
    return [rule for rule in rules_by_word()[start] if rule.needs <= there]


def _lists_in(ahead: frozenset[str]) -> frozenset[str]:
    """Return the lists in _NEEDED that have a spelling of which all words stand among some words."""
    known = _spellings_by_word()
    return frozenset(
        name for word in known.keys() & ahead for name, spelling in known[word] if spelling <= ahead
    )


@cache
def _spellings_by_word() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Return, for the longest word of each spelling, the lists that have it and all words of the spelling."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for name in _NEEDED:
        for spelling in lookup(f"{name}s"):
            parts = re.findall(r"\w+", spelling)
            found.setdefault(max(parts, key=len), []).append((name, frozenset(parts)))
    return found


def _start_at(tokens: Tokens, number: int) -> str:
    """Return the entry of the rules that may begin with a word: for many of them by its second word."""
    word = tokens.words[number]
    if word in _SHARED and number + 1 < len(tokens.words):
        second = tokens.words[number + 1]
        both = f"{word} {'#' if second[0] in _FIGURES else second}"
        return both if both in rules_by_word() else word
    return "#" if word[0] in _FIGURES and word not in rules_by_word() else word


def openings(tokens: Tokens) -> list[int]:
    """Return the numbers of the words at which an expression or a name may begin."""
    may_open = _opening_words()
    return [
        n
        for n, word in enumerate(tokens.words)
        if word in may_open or (word[0] in _FIGURES and not _is_of_thousands(tokens, n))
    ]


def _is_of_thousands(tokens: Tokens, number: int) -> bool:
    """Tell whether figures open a larger number: the "2" of "2,000" is no day or year."""
    end = tokens.ends[number]
    return len(tokens.words[number]) < 4 and bool(_THOUSANDS.match(tokens.plain, end))


@cache
def _opening_words() -> frozenset[str]:
    return frozenset(start.split()[0] for start in rules_by_word()) | frozenset(_names_by_word())


@cache
def _names_by_word() -> dict[str, list[str]]:
    """Return, for each first word, the names that hold a date word but are none."""
    phrases: dict[str, list[str]] = {}
    for phrase in words()["not_dates"]:
        phrases.setdefault(phrase.split()[0], []).append(phrase)
    return phrases


@cache
def _names_from(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(_names_by_word()[word])})(?!\w)", re.IGNORECASE)


def names_at(tokens: Tokens, number: int) -> int | None:
    """Return where a name that is no date ends, when one begins at word `number`."""
    word = tokens.words[number]
    known = word in _names_by_word()
    match = _names_from(word).match(tokens.plain, tokens.starts[number]) if known else None
    return match.end() if match else None
