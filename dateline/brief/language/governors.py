"""What governs an act: the word on which an infinitive, a gerund, a clause or a noun hangs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.brief.language.once import once
from dateline.brief.language.verbs import (
    Group,
    Reader,
    is_gerund,
    is_ing,
    is_participle,
    is_past,
    listed,
    stems_of,
)
from dateline.brief.language.wording import Word, stem, supposed_end
from dateline.lexicon import load

_STOP = re.compile(r"[.;?!](?=\s+[A-Z“\"]|\s*$)")
_COMMA = re.compile(r",(?=\s)")
_PARTS = ("so", "because", "although", "though", "while", "whereas", "unless")
_HOW = ("how",)
_CHARGES = frozenset(
    ("charge", "charges", "claim", "claims", "accusation", "allegation", "suggestion", "idea")
)
REJECTING = frozenset(map(stem, ("reject", "deny", "dismiss", "rebut", "refute", "dispute")))
KEEPING = frozenset(("keep", "prevent", "stop", "deter"))  # "from" doing a thing
_UP_TO = frozenset(("by", "at", "until", "till", "before", "from", "since", "towards", "toward", "around"))
_TOLD = ("known", "public", "clear", "plain", "bare", "open")
_BEHIND_HAD = ("to", "for", "against")
# "Due for replacement", "hopes that they will".
_ALSO = frozenset((("due", "for"), ("ready", "for"), ("set", "for"), ("hopes", "that"), ("hope", "that")))
_OPEN = ("possible", "discussed", "wanted", "threatened")  # a noun of these takes a clause with "that"
_AIMS = (*_OPEN, "planned")
_FAR = 14  # words between an infinitive and the verb that governs it


@dataclass(frozen=True, slots=True)
class Governor:
    """What governs an act: a word at a place, and its kind (a rung of the ladder, "same", "not", "aim")."""

    at: int
    kind: str


@cache
def _cues() -> dict[str, str]:
    rungs = load("certainty")["cues"].items()
    listed_cues = {form: rung for rung, words in rungs for word in words for form in stems_of(word)}
    return {
        **listed_cues,
        **dict.fromkeys(listed("same_as_mine"), "same"),
        **dict.fromkeys(listed("undoing"), "not"),
    }


def cue_of(word: Word) -> str:
    """Return the rung of the ladder that a word gives to the act that it governs, "" when none.

    >>> from dateline.brief.language.wording import words
    >>> [cue_of(word) for word in words("They threatened trade.")]
    ['', 'threatened', '']
    """
    return _cues().get(word.stem) or _cues().get(word.low) or ""


def modifies(reader: Reader, group: Group) -> bool:
    """ "the troops leaving Syria": a participle right behind its noun."""
    ahead = reader.back(group.first)
    if ahead < 0:
        return False
    word = reader.words[ahead]
    if word.low in ("and", "or", "but", "then") or word.low in listed("prepositions", "determiners"):
        return False
    if reader.low(group.at) in listed("ing_nouns") and reader.low(group.at + 1) in listed("prepositions"):
        return False  # "a court hearing in April"
    if word.stem in listed("handing") or names_an_aim(reader, group):
        return False
    return (
        _kind(reader, ahead) not in ("under way", "not", "discussed")
        and not word.low.endswith("ly")
        and (not is_past(word) or word.low in ("backed", "allied", "armed", "left"))
        and word.stem not in listed("phases")
        and word.stem not in listed("before_gerunds")
    )


def names_an_aim(reader: Reader, group: Group) -> bool:
    """Tell whether a gerund says what an aim is: "two missions for those who go, helping the country and …".

    >>> from dateline.brief.language.wording import words
    >>> text = "They have two tasks, pumping and mending."
    >>> names_an_aim(Reader(text, words(text)), Reader(text, words(text)).group(4))
    True
    """
    start = reader.words[group.first].start
    mark = max(reader.text.rfind(sign, 0, start) for sign in (",", ":", "—", "–"))
    steps = [here for here in reader.before(group.first, _FAR) if reader.words[here].start < mark]
    led = reader.text[mark + 1 : start].split()
    if not steps or not is_ing(reader.words[group.at]) or not (not led or led[0].lower().endswith("ing")):
        return False
    noun = next((here for here in steps if reader.words[here].stem in listed("aims")), -1)
    return noun >= 0 and not any(is_past(reader.words[here]) for here in steps if here > noun)


@cache
def _governing() -> frozenset[str]:
    """The words that may govern, and those that begin a phrase which does."""
    first = (phrase.partition(" ")[0] for phrase in listed("undoing_phrases"))
    return frozenset(_cues()).union(first, listed("imminent"), ("close", "near"))


def _kind(reader: Reader, at: int) -> str:
    """The kind of governor that a word may be, "" for none."""
    word = reader.words[at]
    if word.stem not in _governing() and word.low not in _governing():
        return ""
    return _kind_here(reader, at)


@once
def _kind_here(reader: Reader, at: int) -> str:
    word = reader.words[at]
    kind = cue_of(word)
    following = reader.low(at + 1)
    if reader.text[word.start - 1 : word.start] == "-":
        return ""  # "an open-ended plan" ends nothing
    if f"{word.stem} {following}" in listed("undoing_phrases"):
        return "not"
    if (
        following == "by"
        and word.stem in listed("undoing")
        and is_past(word)
        and not any(reader.low(here) in listed("nots") for here in range(max(0, at - 2), at))
    ):
        return ""  # "blocked by floating ice": what is undone stands before
    if word.low == "end" and reader.low(at - 1) == "the" and reader.low(at - 2) in _UP_TO:
        return ""  # "will cut its staff by the end of May and close two offices": that ends nothing
    doing = following == "of" and at + 2 < len(reader.words) and is_ing(reader.words[at + 2])
    if doing and word.stem in listed("imminent"):
        return "planned"  # "on the point of invading"
    if word.low in ("close", "near") and following == "to":
        return "possible"  # "close to being beaten"
    if word.low == "order" and following == "to" and reader.low(at - 1) == "in":
        return ""  # "sent in order to help": an aim, and nobody orders it
    bound = word.stem in listed("before_to_only") and (word.stem != "ready" or word.low == "ready")
    if bound and following != "to" and (word.low, following) not in _ALSO:
        return ""  # but "is readying a pullout"
    if word.stem == "drop" and following in ("in", "of", "from", "by"):
        return ""  # "the drop in sales" takes no sales back
    if word.stem == "rule" and "out" not in {reader.low(here) for here in range(at + 1, at + 6)}:
        return ""  # "the land it ruled" takes nothing back
    if word.stem in ("make", "lay") and following in _TOLD:
        return ""  # "the plan was made known": it is told, and no further than it was
    if word.low in ("go", "goes", "went", "gone") and following == "to":
        return ""  # "those who go to Iraq": a way, no progress
    if word.stem == "tell" and not _bids(reader, at):
        return ""
    if word.stem in ("have", "get") and (following in _BEHIND_HAD or _helps(reader, at)):
        return ""  # "had to leave", "a reason that he had for leaving"
    if (
        kind == "same"
        and not is_past(word)
        and (word.low.endswith("s") or reader.low(at - 1) in listed("noun_leads"))
    ):
        return ""  # "forces", "the drive": a noun that governs nothing
    return kind


def _bids(reader: Reader, at: int) -> bool:
    """ "Told them to leave", but not "told reporters that", "told them about", "told reporters he would"."""
    if reader.low(at + 1) in ("reporters", "journalists"):
        return reader.low(at + 2) == "to"
    if reader.low(at + 1) == "of":
        return False  # "told of two missions"
    return not any(reader.low(here) in ("that", "about") for here in range(at + 1, at + 5))


def _helps(reader: Reader, at: int) -> bool:
    """ "had been given": here "have" is only a helper."""
    behind = next((here for here in reader.behind(at, 4) if not reader.skips(here)), -1)
    return behind >= 0 and (reader.low(behind) in listed("be") or is_participle(reader.words[behind]))


def governor_of(reader: Reader, group: Group) -> Governor | None:
    """What governs a verb: an infinitive, a gerund or a clause with "that" hangs on the word before it."""
    gerund = is_gerund(reader, group)
    if (group.to and not _has_a_tense(reader, group)) or gerund:
        return _of_infinitive(reader, group, gerund)
    return _of_clause(reader, group)


def _has_a_tense(reader: Reader, group: Group) -> bool:
    """ "Were continuing to leave", "continued to leave": a verb of phase with a tense hangs on nothing."""
    told = any(is_past(reader.words[here]) for here in range(group.first, group.at))
    return group.phase and (group.be in ("is", "are", "was", "were") or (told and not group.have))


def _of_infinitive(reader: Reader, group: Group, gerund: bool) -> Governor | None:
    start = reader.back(group.first)
    if group.to and any(reader.low(here) in _HOW for here in (start, reader.back(start))):
        return None  # "how high to tax carbon": a question, of no act
    if gerund and reader.words[start].stem in listed("handing"):
        return Governor(start, "same")  # "would be given housing"
    if gerund and names_an_aim(reader, group):
        return Governor(start, "aim")
    if gerund and modifies(reader, group):
        return _of_speech(reader, group)
    if gerund and reader.low(start) == "of" and not _kind(reader, start - 1):
        return None  # "has not agreed to bear the cost of moving": the cost of it is no plan
    if reader.low(start) == "without" or (
        reader.low(start) == "from" and gerund and _keeps_from(reader, start)
    ):
        return Governor(_verb_before(reader, start), "not") if start > 0 else None
    for here in reader.before(group.first, _FAR):
        if gerund and reader.words[here].stem in listed("orders_in_time"):
            return None
        kind = _kind(reader, here)
        alike = is_ing(reader.words[here]) if gerund else reader.low(here - 1) == "to"
        if kind and alike and reader.low(start) in ("and", "or"):
            continue  # "stopping one and pressing the other", "to stop it and to press them": side by side
        if kind == "ordered" and reader.low(start) == "whether":
            return Governor(start, "if")
        if kind:
            return _made(reader, here) or Governor(here, kind)
        if reader.low(start) == "whether" and reader.words[here].stem == "tell":
            return Governor(start, "if")  # "told reporters that the question whether to leave …"
        if is_past(reader.words[here]) and not gerund:
            return None if group.have else Governor(here, "aim")  # "claimed to have copied it": no aim
    return Governor(group.first, "aim") if group.to and start < 0 else None


def _made(reader: Reader, at: int) -> Governor | None:
    """ "plans were made to close": what is made, given or issued governs, not the making."""
    if reader.words[at].stem not in ("make", "give", "issue", "issu", "take", "have"):
        return None
    for here in reader.before(at, 7):
        kind = _kind(reader, here)
        if kind and kind not in ("same", "not", "under way"):
            return Governor(here, kind)
    return None


def _of_speech(reader: Reader, group: Group) -> Governor | None:
    """ "spoke of people leaving": the leaving is only talked about."""
    for here in reader.before(group.first, 7):
        if reader.low(here) in ("of", "about") and reader.words[here - 1].stem in listed("speaks_of"):
            return Governor(here - 1, "discussed")
    return None


def _keeps_from(reader: Reader, start: int) -> bool:
    return any(reader.words[here].stem in KEEPING for here in reader.before(start, 8))


def _verb_before(reader: Reader, start: int) -> int:
    return next((here for here in reader.before(start, 8) if is_past(reader.words[here])), start)


def _of_clause(reader: Reader, group: Group) -> Governor | None:
    if group.is_bare and is_participle(reader.words[group.at]) and (causer := _causer(reader, group)):
        return causer
    return _of_subclause(reader, group)


def _causer(reader: Reader, group: Group) -> Governor | None:
    """ "to have the wall mended", "wants the town emptied": somebody has it done, or wants it so.

    Behind "to have" a preposition belongs to what is done: "to have the mines in the reeds cleared".
    """
    beyond = False
    for gap, here in enumerate(reader.before(group.first, 10)):
        low, stem = reader.low(here), reader.words[here].stem
        bare = stem in ("have", "get") and reader.low(here - 1) == "to"
        direct = stem == "want" and reader.low(here - 1) in (
            "it",
            "he",
            "she",
            "they",
        )  # "whom it wants pushed back"
        if is_turned(reader, here):
            return None
        if (gap or direct) and (bare if beyond else stem in ("have", "get", "want", "need", "see", "order")):
            return Governor(here, _kind(reader, here))
        if is_past(reader.words[here]) or low in listed("be"):
            return None
        beyond = beyond or gap > 4 or low in listed("prepositions")
    return None


def is_turned(reader: Reader, at: int) -> bool:
    """Tell whether a helper stands before its subject: "nor did he rule it out", "never has she been there".

    >>> from dateline.brief.language.wording import words
    >>> text = "Nor did he rule it out."
    >>> is_turned(Reader(text, words(text)), 1)
    True
    """
    helps = any(reader.low(at) in listed(kind) for kind in ("do", "have", "be"))
    return helps and reader.low(at - 1) in ("nor", "never", "nowhere")


def _of_subclause(reader: Reader, group: Group) -> Governor | None:
    """A clause behind "that", "so that", "if" or "whether" hangs on the verb before it; one that opens the
    sentence hangs on the verb behind."""
    clause = False
    for here in reader.before(group.first, _FAR):
        low = reader.words[here].low
        if low in ("if", "unless", "whether"):
            return None if _closes(reader, here, group) else Governor(here, "if")
        kind = _kind(reader, here)
        if not kind and low != "that":
            if clause and is_past(reader.words[here]):
                return None  # "an engineer who did not want to be named said that …": the saying governs
            continue
        if low == "that" and reader.low(here - 1) == "so":
            return Governor(here, "aim")
        if low == "that" and here == 0:
            return _behind_clause(reader, group)
        if (
            low == "that"
            and reader.low(here - 1) in _CHARGES
            and (rejects := _rejecting(reader, here - 1)) >= 0
        ):
            return Governor(rejects, "not")
        if (
            low == "that"
            and reader.low(here - 1) == "be"
            and reader.low(here - 2) in listed("possible_modals")
        ):
            return Governor(here - 2, "possible")  # "it could be that they must leave"
        if low == "that" and reader.low(here - 1) in ("is", "was") and _kind(reader, here - 2) in _AIMS:
            return Governor(here - 2, "aim")  # "the aim is that they are beaten"
        if kind == "possible" and low in listed("chances") and reader.low(here + 1) == "that":
            return Governor(here, kind)  # "left open the possibility that it would be closed"
        clause = clause or low == "that"
        if low != "that" and group.modal and kind in _OPEN and reader.low(reader.ahead(here)) == "that":
            return Governor(here, kind)  # "left open the possibility that troops would leave"
        if kind == "threatened" and clause and group.modal:
            return Governor(here, kind)  # "threatened that they would be attacked"
        if kind == "not" and not clause and (not _asks(reader, group) or _is_apart(reader, here, group)):
            return None  # "a threat to dismiss the men was withdrawn", "after it failed, they shut"
        if kind and not clause and _asks(reader, group) and _is_apart(reader, here, group):
            return None  # "it plans to sell, its accounts show"
        if kind == "not" or (kind and _asks(reader, group)):
            if reader.words[here].stem in listed("left_open", "undoing_clauses") or _asks(reader, group):
                return Governor(here, kind)
            return None
    return _left_open_behind(reader, group) if reader.low(0) == "that" else None


def _rejecting(reader: Reader, charge: int) -> int:
    """ "Rejected the charge that she had misled them": where it is rejected, -1 where it is not."""
    near = (here for here in reader.before(charge, 4) if reader.words[here].stem in REJECTING)
    return next(near, -1)


def _is_apart(reader: Reader, here: int, group: Group) -> bool:
    between = reader.text[reader.words[here].end : reader.words[group.first].start]
    return bool(_COMMA.search(between))


def _closes(reader: Reader, here: int, group: Group) -> bool:
    """ "…, if it turns, the governor warned": who says so stands behind the clause with "if"."""
    between = reader.text[reader.words[here].end : reader.words[group.first].start]
    return "," in between and reader.words[group.at].stem in load("reporting")["verbs"]


def _asks(reader: Reader, group: Group) -> bool:
    """ "ordered that the force withdraw": a bare verb behind "that" or an object is asked for, not told."""
    word = reader.words[group.at]
    is_noun = reader.low(reader.back(group.at)) in listed("determiners")  # "there was an order"
    return group.is_bare and word.low == word.stem and not is_noun


def _behind_clause(reader: Reader, group: Group) -> Governor | None:
    """ "That they would leave was not ruled out", and "… is something which he did not rule out"."""
    for here in reader.behind(group.at, 12):
        if _kind(reader, here) and reader.group(here).be:
            return Governor(here, _kind(reader, here))
    return _left_open_behind(reader, group)


def _left_open_behind(reader: Reader, group: Group) -> Governor | None:
    """ "That they would leave, the minister, who …, did not rule out": the verb is far behind."""
    stop = _STOP.search(reader.text, reader.words[group.at].end)
    end = stop.start() if stop else len(reader.text)
    left = (n for n in range(group.at + 1, len(reader.words)) if reader.words[n].start < end)
    left = (n for n in left if reader.words[n].stem in listed("left_open"))
    return next((Governor(here, "not") for here in left if _kind(reader, here) == "not"), None)


def opening_end(reader: Reader, at: int) -> int:
    """Return where "If there was no hearing," ends ahead of a word, 0 where no such clause opens the text.

    >>> from dateline.brief.language.wording import words
    >>> text = "If nobody came, they left."
    >>> opening_end(Reader(text, words(text)), 4), opening_end(Reader(text, words(text)), 1)
    (14, 0)
    """
    end = _opening(reader)
    return end if end <= reader.words[at].start else 0


@once
def _opening(reader: Reader) -> int:
    return supposed_end(reader.text)


@once
def start_of_phrase(reader: Reader, at: int) -> int:
    """The first word of the noun phrase that ends in a noun."""
    first, opening = at, opening_end(reader, at)
    for here in reader.before(at, 5):
        if reader.words[here].start < opening:
            break
        low = reader.words[here].low
        if low == "that" or low in listed("prepositions", "be", "have", "nots"):
            break
        if _kind(reader, here) and not is_participle(reader.words[here]) and low not in ("no", "possible"):
            break
        if is_past(reader.words[here]) and not (
            low.endswith("ed") and reader.low(here - 1) in listed("determiners")
        ):
            break
        first = here
        if low in listed("determiners"):
            break
    return first


def governor_of_noun(reader: Reader, first: int, at: int) -> Governor | None:
    """What governs a noun whose phrase begins at `first`: a word before it, a verb behind."""
    return _before_noun(reader, first) or _behind_noun(reader, at)


def _before_noun(reader: Reader, first: int) -> Governor | None:
    """The verb or noun before a noun phrase, and before the preposition that leads it."""
    steps = reader.before(first, 7)
    if not steps:
        return None
    if reader.low(steps[0]) in ("despite", "amid", "notwithstanding", "since", "during"):
        return None  # "kept coming, despite the closure": it does not keep coming
    if reader.low(steps[0]) == "without":
        return Governor(steps[0], "not")
    if (goes := goes_into(reader, first)) >= 0:
        return Governor(goes, "same")
    if reader.low(steps[0]) in ("about", "on", "over"):  # "talks with a fund about a sale"
        talks = (here for here in reader.before(first, 12)[1:] if _kind(reader, here) == "discussed")
        if (talk := next(talks, None)) is not None:
            return Governor(talk, "discussed")
    if reader.low(steps[0]) in listed("prepositions"):
        steps = steps[1:5]
    else:
        steps = steps[:3] if reader.low(steps[0]) in listed("between") else steps[:2]
    for here in steps:
        kind = _kind(reader, here)
        if reader.words[here].stem in listed("orders_in_time") and reader.low(here + 1) != "by":
            return None  # "the plan follows a meeting": the meeting was before the plan
        if kind == "not" and reader.low(here + 1) == "by":
            return None  # "abandoned by the pullout": the pullout is what abandons
        if kind:
            return Governor(here, kind)
        if is_past(reader.words[here]) or is_ing(reader.words[here]):
            return None  # "yet to finish looking into the sale": what is not finished is the looking
    return None


def goes_into(reader: Reader, first: int) -> int:
    """Return where the verb of "went on strike", "has gone into exile" stands, which only says that a noun is
    done; -1 where none does.

    >>> from dateline.brief.language.wording import words
    >>> text = "They will go on strike."
    >>> goes_into(Reader(text, words(text)), 4)
    2
    """
    lead = reader.back(first)
    verb = reader.back(lead) if lead >= 0 and reader.low(lead) in ("on", "into") else -1
    bare = reader.low(first) not in listed("determiners")
    return verb if bare and verb >= 0 and reader.words[verb].stem == "go" else -1


def _behind_noun(reader: Reader, at: int) -> Governor | None:
    """The verb behind a noun that is its subject: "was being prepared", "has begun", "was not ruled out"."""
    for here in reader.behind(at, 12):
        word = reader.words[here]
        if word.low == "under" and reader.low(here + 1) in (
            "way",
            "discussion",
            "consideration",
            "review",
            "threat",
        ):
            return Governor(here, "under way" if reader.low(here + 1) == "way" else "discussed")
        if word.low in ("who", "whom", "whose"):
            return None  # what another does: "missions, said Esper, who named fighting as one"
        if word.low in _PARTS:
            return None  # "as leverage so that they would leave": another clause
        if reader.skips(here) or word.low in listed("prepositions") or word.low == "least":
            continue
        if word.low in listed("be", "have", "planned_modals", "possible_modals"):
            continue
        group = reader.group(here)
        passive = group.be and is_participle(word)
        if passive and word.stem in listed("undoing") and reader.low(here + 1) == "by":
            return Governor(here, "not")  # "the closure was blocked by a court"
        kind = _kind(reader, here)
        if kind and reader.low(here - 1) in listed("determiners"):
            return None  # "the departure of some and the continued presence of others"
        if kind == "under way" or (kind and passive):
            return Governor(here, kind)
        if word.stem in listed("happening"):
            return Governor(here, "planned" if word.low == "coming" and group.be else "same")
        if not group.is_bare or is_past(word):
            return None
    return None
