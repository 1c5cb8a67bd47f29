"""Refuse a match that the words around it show to be no date: May the name, march the verb, 2,000 men.

One function a name that `guard` gives in `lexicon/date_rules.yaml`: is the match, from `start` to `end`,
really a date here?
"""

from __future__ import annotations

import re

from dateline.dates import names, tense
from dateline.dates.tokens import Tokens
from dateline.dates.vocabulary import FREE, full_names, lookup, word_set, words

_AS_EARLY = ("early", "late", "recently", "soon", "back")  # "as early as March"
_LATEST_YEAR = 2100
_COUNT = re.compile(r"\s+of (?:[1-9][0-9]{0,2}|all|both|two|three|four|five|six|seven|eight|nine|ten) [a-z]")
_OPENING = re.compile(r"(?:(?:^|\s{2}|[.;:,!?]\s|\b(?:and|but)\s)in|\bIn)\s$")
_THOUSANDS = re.compile(r",[0-9]{3}(?![0-9])")


def month(tokens: Tokens, start: int, end: int) -> bool:
    """A month's name alone: capitalised, and not part of a person's name."""
    name, before = tokens.text[start:end], tokens.before(start)
    if before in ("every", "each"):
        return False
    in_place = before in word_set("before_a_month") or names.month_follows(tokens, end)
    in_place = in_place or (before == "as" and tokens.before(start, 2) in _AS_EARLY)
    if name.lower() in word_set("ordinary_words"):
        placed = (
            names.month_at_head(tokens, start, end)
            or in_place
            or names.possessive(tokens, end)
            or names.before_noun(tokens, start, end)
        )
        return placed and name[0].isupper()
    in_full = name.lower() in full_names("months")
    if name[0].islower():
        return in_full and name != "august"
    if not in_full and not name.endswith("."):
        return in_place
    return in_place or not names.name_follows(tokens, end)


def capital(tokens: Tokens, start: int, end: int) -> bool:
    """A date with a month that is an ordinary word too, such as "20 may", needs the capital."""
    ordinary, parts = word_set("ordinary_words"), tokens.text[start:end].split()
    capitals = all(p[0].isupper() for p in parts if p.rstrip(".,").lower() in ordinary)
    thousands = _THOUSANDS.match(tokens.text, end)  # "in March 4,600 came": no fourth of March
    return capitals and not thousands and apart(tokens, start, end)


def apart(tokens: Tokens, start: int, end: int) -> bool:
    """Figures that do not go on to the left, as they do in version 1.1-26 or in an address."""
    return start == 0 or tokens.text[start - 1] not in ".-/_" or tokens.text[start - 2 : start - 1].isspace()


def year_month(tokens: Tokens, start: int, end: int) -> bool:
    """ "2018-12" is a month, but "the 2011-12 famine" or "in fiscal 2011-12" ran over two years."""
    years = tokens.text[start:end].split("-")
    follows = (int(years[0]) + 1) % 100 == int(years[1])
    return not (follows and tokens.before(start) in ("the", "fiscal", "year", "season", "during", "winter"))


def year(tokens: Tokens, start: int, end: int) -> bool:
    """Four figures alone: a year unless a count, a sum of money, a number of something or a time."""
    text, before = tokens.text, tokens.before(start)
    if before == "least" and tokens.before(start, 3) in word_set("opens_after") | word_set("opens_before"):
        return True  # "until at least 2030"
    if before in word_set("about") and int(text[start:end]) % 100 == 0:
        return False
    if tokens.after(end) in ("bc", "bce"):
        return False
    behind = text[end : end + 1] if text[end : end + 2].strip() != ":" else ""  # "in 2019: they left"
    touching = text[max(start - 1, 0) : start] + behind
    if any(sign in touching for sign in "$£€¥#%:°@/_") or _decimal(text, start, end):
        return False
    if int(text[start:end]) >= _LATEST_YEAR or before in word_set("not_a_year_after"):
        return False
    if before == "of" and tokens.before(start, 2) in word_set("not_a_year_after_of"):
        return False
    if (_counts(tokens, end) and not _opens(text, start)) or _catalogued(tokens, start):
        return False
    return before in word_set("year_after") or int(text[start:end]) >= 1900


def _opens(text: str, start: int) -> bool:
    """Tell whether a figure opens a clause: "In 2013 troops went in", not "went in 2013 trucks"."""
    return bool(_OPENING.search(text, max(start - 20, 0), start))


def _decimal(text: str, start: int, end: int) -> bool:
    """Tell whether the figures go on, as in 2,011,000 or 3.2011 or 2011-5."""
    after = text[end : end + 1] in (".", ",", "-") and text[end + 1 : end + 2].isdecimal()
    before = text[start - 1 : start] in (".", ",") and start > 1 and text[start - 2].isdecimal()
    return after or before


def _catalogued(tokens: Tokens, start: int) -> bool:
    """Tell whether capitals stand right before, as in "NGC 1952" or "ISO 2022"."""
    number = tokens.at(start) - 1
    if number < 0 or tokens.text[tokens.ends[number] : start] not in (" ", "-"):
        return False
    name = tokens.text[tokens.starts[number] : tokens.ends[number]]
    return len(name) in (2, 3, 4) and name.isupper()


def _counts(tokens: Tokens, end: int) -> bool:
    """Tell whether one of the next two words, with nothing between, is a thing that is counted."""
    number = tokens.at(end)
    place = end
    for word_number in range(number, min(number + 2, len(tokens))):
        if tokens.text[place : tokens.starts[word_number]].strip(" \u00a0"):
            return False
        if tokens.words[word_number] in word_set("counted"):
            return True
        place = tokens.ends[word_number]
    return False


def whole(tokens: Tokens, start: int, end: int) -> bool:
    """ "The last week" by itself, not "the last week of August"."""
    if tokens.after(end) != "of" or not tokens.text[end : end + 1].isspace():
        return True
    return bool(_COUNT.match(tokens.text, end))  # "found guilty last month of 12 counts"


def apostrophe(tokens: Tokens, start: int, end: int) -> bool:
    """A short decade: "the 90s" or "'90s", but not "in his 90s"."""
    matched = tokens.text[start:end].lower()
    before = tokens.text[start - 1 : start] if start else ""
    return matched.startswith(("the", "early", "mid", "late", "'", "’")) or before in ("'", "’", "‘")


def adverb(tokens: Tokens, start: int, end: int) -> bool:
    """ "Overnight" by itself, not "an overnight stay"."""
    before = tokens.before(start)
    return before not in ("the", "a", "an", "its", "his", "her", "their", "of") and bool(
        FREE.match(tokens.plain, end)
    )


def season(tokens: Tokens, start: int, end: int) -> bool:
    """A season alone: after a word of time; and a fall or a spring of something is none."""
    name, before, after = tokens.text[start:end].lower(), tokens.before(start), tokens.after(end)
    if after == "of":
        return False
    if name.endswith(("fall", "spring")):
        placed = before in word_set("before_a_season") - {"of"}
        return placed and (after != "in" or name == "the spring")
    return before in word_set("before_a_season") or (
        name.startswith("the ") and tokens.text[end - 2].islower()
    )


def weekday(tokens: Tokens, start: int, end: int) -> bool:
    """A weekday alone: a short form needs its capital and its full stop, or a date behind it."""
    name = tokens.text[start:end]
    if tokens.before(start) in ("every", "each") or names.first_name(tokens, start, end):
        return False
    if name.rstrip(".").lower() not in word_set("ordinary_words") and not name.endswith("."):
        return True
    return name[0].isupper() and name.endswith(".") and tokens.before(start) != "the"


def day_alone(tokens: Tokens, start: int, end: int) -> bool:
    """ "On the 25th" by itself, not "on the 25th floor"; of a named month it needs no preposition."""
    if tokens.text[start:end].lower().endswith("month"):
        return True
    placed = tokens.before(start) in word_set("before_a_day")
    return placed and bool(FREE.match(tokens.plain, end))


def quarter(tokens: Tokens, start: int, end: int) -> bool:
    """A quarter of a year, not of a match."""
    placed = tokens.before(start) in word_set("before_a_month") | {"fiscal", "s"}
    first = tokens.at(start)
    near = tokens.words[max(first - 12, 0) : first + 14]
    return placed and not word_set("sport").intersection(near)


def time_after(tokens: Tokens, start: int, end: int) -> bool:
    """ "Five days after" something that is named, not "a day after day"."""
    return tokens.after(end) not in lookup("units") and tokens.text[end : end + 1].isspace()


def short_year(tokens: Tokens, start: int, end: int) -> bool:
    """ "In '18", "the summer of '18"; not "rock '18" nor a quotation."""
    placed = tokens.before(start) in word_set("year_after") | set(lookup("seasons"))
    return placed and tokens.text[end : end + 1] not in ("'", "’", "s", "-")


def future(tokens: Tokens, start: int, end: int) -> bool:
    """ "In three days" is a date only ahead; behind, or after "first", it says how long something took."""
    first = tokens.at(start)
    near = tokens.words[max(first - 8, 0) : first]
    if any(word in word_set("superlatives") or (word.endswith("est") and len(word) > 5) for word in near):
        return False
    return tense.direction(tokens, start, end) == "future" or "time" in tokens.text[start:end].lower()


def perfect(tokens: Tokens, start: int, end: int) -> bool:
    """ "For three years" reaches up to now only after "has" or "have"."""
    return tense.is_perfect(tokens, start, end)


def now(tokens: Tokens, start: int, end: int) -> bool:
    """ "Until now" and "by now" are left alone, as is a name."""
    if tokens.text[start - 1 : start] in (".", "_", "-"):
        return False
    return tokens.before(start) not in ("until", "by", "till") and tokens.text[end : end + 1] != "-"


def soon(tokens: Tokens, start: int, end: int) -> bool:
    """ "As soon as", "shortly after" and "in the past two weeks" are no vague words."""
    before, after = tokens.before(start), tokens.after(end)
    counted = after in words()["numbers"] or after in lookup("units") or after.isdecimal()
    if tokens.text[end : end + 1].isspace() and counted:
        return False
    return before not in word_set("not_before_soon") and after not in word_set("not_after_soon")
