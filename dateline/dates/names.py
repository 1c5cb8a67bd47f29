"""Tell by the words around it whether a month or a weekday is one, or the name of a person."""

from __future__ import annotations

from dateline.dates.tokens import Tokens
from dateline.dates.vocabulary import lookup, word_set


def before_noun(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a month stands between an article and a noun, as in "the May vote"; not "the March on"."""
    after = tokens.raw_after(end)
    article = tokens.before(start) in ("the", "a", "its", "their", "his", "her", "this")
    return (
        article and tokens.text[end : end + 1] == " " and after.islower() and after not in ("on", "of", "for")
    )


def first_name(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a weekday opens a sentence and a name, as in "Friday Okoro, a welder"."""
    number = tokens.at(start)
    if (number and not tokens.breaks(number - 1)) or not name_follows(tokens, end):
        return False
    following = tokens.after(end)
    return following not in word_set("tense", "before_a_full_stop") and following not in lookup("months")


def month_at_head(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether March or May opens a clause as a month: a verb follows, and a word of the calendar."""
    number = tokens.at(start)
    opens = number == 0 or tokens.breaks(number - 1)
    verb = tokens.after(end) in word_set("after_a_month") and tokens.text[end : end + 1].isspace()
    near = tokens.words[number + 1 : number + 14]
    return opens and verb and any(w in word_set("calendar_words") or w in lookup("months") for w in near)


def possessive(tokens: Tokens, end: int) -> bool:
    return tokens.text[end : end + 1] in ("'", "’") and tokens.after(end) == "s"


def month_follows(tokens: Tokens, end: int) -> bool:
    """Tell whether a second month is joined on, as in March–May or March to May."""
    linked = tokens.text[end : end + 1] in ("-", "–", "—")
    if not linked and tokens.after(end) not in ("to", "through"):
        return False
    return tokens.after(end, 0 if linked else 1) in lookup("months")


def name_follows(tokens: Tokens, end: int) -> bool:
    """Tell whether a capitalised word comes right after, as in June Carter."""
    following = tokens.raw_after(end)
    return tokens.text[end : end + 1] == " " and following[:1].isupper() and not following.isupper()
