"""Who speaks in a text: every attribution, in whatever order the sentence has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.brief.acts import reader_of
from dateline.brief.facts import Facts
from dateline.brief.gapping import gapped
from dateline.brief.names import Names
from dateline.brief.once import once
from dateline.brief.parties import OUTLET, WRITER, Voice, candidates_of, is_object, is_outlet
from dateline.brief.saying import attributes, is_reporting, owns, sentences_of
from dateline.brief.unnamed import listed
from dateline.brief.wording import Word, is_light, phrases_in
from dateline.lexicon import load
from dateline.marks import fold

_OWNED = re.compile(r"(?<=\w)(?:'s|(?<=s)')(?=\s*(?:[,.;)\[]|$|and\b|but\b))")

_INVERTED = re.compile(r"\s+(?:the|an?)\s+[\w'’-]+(?:\s+[\w'’-]+){0,5}\s*(?:[.,;]|$)")

_RELATIVE = ("who", "whose", "whom", "which", "where")
_AT = re.compile(r"\s+(?:at|in|within)\s+(?:the\s+)?", re.IGNORECASE)

_IS_SEEN = re.compile(
    r",?\s+(?:the|these|this|that|it|they|such|its|their)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:is|are|was|were|seemed|seems|looked|looks|sounded|amounted|amounts)\b"
)  # "To the monitor the start was slow": the one to whom it is so

__all__ = ["OUTLET", "Voice", "attributes", "attributions", "is_outlet", "voices"]


def voices(facts: Facts, names: Names, before: str = "") -> list[Voice]:
    """Return everyone to whom a text attributes something; `before` is whom a pronoun means.

    >>> from dateline import open_case
    >>> from dateline.brief.facts import facts_of
    >>> names = Names(open_case("syria-withdrawal"))
    >>> [v.id for v in voices(facts_of("Troops would leave, Esper said.", names, "2019"), names)]
    ['esper']
    """
    unique: dict[tuple[str, str, int], Voice] = {}
    for voice in attributions(facts, names, before):
        unique.setdefault((voice.id, voice.number, 0 if voice.id else voice.start), voice)
    return list(unique.values())


def attributions(facts: Facts, names: Names, before: str = "") -> list[Voice]:
    """Return every attribution of a text, one for each word that makes somebody speak."""
    return list(_read(facts, names, before))


@once
def _read(facts: Facts, names: Names, before: str) -> list[Voice]:
    candidates = [voice for voice in candidates_of(facts, names, before) if not _is_quoted(voice, facts)]
    found = [voice for at in range(len(facts.words)) for voice in _at(facts, at, candidates, names)]
    found += _of_phrases(facts, candidates) + _of_owners(facts, candidates) + _giving(facts, candidates)
    found = found + gapped(facts, candidates, found) or _for_them(facts, candidates, names)
    return sorted((voice for voice in found if voice.id != WRITER), key=lambda voice: voice.verb)


def _at(facts: Facts, at: int, candidates: Sequence[Voice], names: Names) -> Iterator[Voice]:
    word = facts.words[at]
    if not _may_say(word) or _quoted(word, facts):
        return
    if is_reporting(facts, at):
        how = "view" if word.stem in listed("views") else "said"
        voice = _of_verb(facts, at, candidates)
    elif at and facts.words[at - 1].low == "to":
        return  # "declined to comment"
    elif (word.stem in listed("nouns") and not word.low.endswith("ed")) or word.low in listed("nouns"):
        if _is_dealt_with(facts, at):
            return
        how, voice = "noun", _of_noun(facts, at, candidates, names)
    else:
        return
    if voice is not None:
        yield replace(voice, verb=(word.start, word.end), how=how)


def _is_dealt_with(facts: Facts, at: int) -> bool:
    """ "The findings of the board were rejected by the mayor": it is he who says something, of them."""
    behind = [word for word in facts.words[at + 1 : at + 10] if word.clause == facts.words[at].clause]
    for here, word in enumerate(behind):
        if word.low in load("certainty")["be"]:
            tail = [other.low for other in behind[here + 1 : here + 4]]
            return "by" in tail[1:] and any(low.endswith("ed") for low in tail[: tail.index("by")])
        if word.low not in ("of", "by", "the") and is_light(word):
            return False
    return False


def _may_say(word: Word) -> bool:
    nouns = listed("nouns")
    return word.stem in listed("verbs") or word.stem in nouns or word.low in nouns


def _is_quoted(voice: Voice, facts: Facts) -> bool:
    """Tell whether people are spoken of in a quotation: "only a few teachers”, said its head"."""
    return any(a <= voice.start < b for a, b in facts.quotations)


def _quoted(word: Word, facts: Facts) -> bool:
    return any(a <= word.start < b for a, b in facts.quotations)


def _of_verb(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """The subject of a reporting verb: its agent in the passive, behind it when inverted, else before it."""
    all_words, verb = facts.words, facts.words[at]
    if _is_passive(all_words, at):
        agent = _agent(all_words, at, candidates)
        return agent
    subject = _ahead(facts, at, candidates) or _having(facts, at, candidates)
    cut_off = facts.text[: verb.start].rstrip()[-1:] in tuple(',"”’»-–—') or at == 0
    behind = _behind(facts, at, candidates)
    follows = all_words[at - 1].low in ("did", "so", "as") if at else False
    inverted = verb.stem not in load("reporting")["bound"] and _INVERTED.match(facts.text, verb.end)
    if cut_off and at and not behind and inverted:
        return None  # "…, said the police", whom the case does not know
    helped = bool(at) and all_words[at - 1].low in load("certainty")["have"]  # "staff had warned managers"
    if behind and (cut_off or follows or (subject is None and not helped)):
        return behind
    if subject is not None and verb.stem in ("quote", "cite", "credit") and behind:
        return behind if subject.id == OUTLET else subject
    return subject


def _having(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """ "Having promised to leave, Trump …": the subject stands behind the comma."""
    if at != 1 or facts.words[0].low != "having":
        return None
    comma = facts.text.find(",", facts.words[at].end)
    return next((v for v in candidates if 0 <= comma < v.start), None)


def _is_passive(all_words: Sequence[Word], at: int) -> bool:
    verb = all_words[at]
    if not (verb.low.endswith("ed") or verb.low in listed("participles")):
        return False
    ahead = [word.low for word in all_words[max(0, at - 2) : at]]
    be = load("certainty")["be"]
    close = at and verb.start - all_words[at - 1].end == 1
    if close and (ahead[-1] in be or (ahead[0] in be and _between(ahead[-1]))):
        return True
    return at + 1 < len(all_words) and all_words[at + 1].low == "by"


def _between(low: str) -> bool:
    """Tell whether a word may stand between "was" and its participle: "was still reported"."""
    return low.endswith(("ly", "not", "so", "also")) or low in load("certainty")["between"]


_WHOSE_WORK = re.compile(
    r"\bwho \w+ (?:the |a |an |its |their )?$"
)  # "the doctor who runs the hospital said"


def _ahead(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """The nearest party before a verb that is nobody's object."""
    verb = facts.words[at]
    begins = next(a for a, b in sentences_of(facts.text) if verb.start < b)
    if joined := _joined(facts, at, begins, candidates):
        return joined
    ahead = [
        v for v in candidates if begins <= v.start and v.end <= verb.start and not _owns_another(facts, v)
    ]
    if at and facts.words[at - 1].low in ("which", "who") and ahead:
        return ahead[-1]
    ahead = [
        v for v in ahead if not _in_passing(v, at, facts) and not _WHOSE_WORK.search(facts.text[: v.start])
    ]
    if ahead and _has_its_own_subject(facts, at, ahead[-1]):
        return None
    subjects = [v for v in ahead if not is_object(v.start, facts)]
    marks = reader_of(facts).aside
    if subjects and any(
        w.low == "whom" and subjects[-1].end <= w.start < verb.start and mark == marks[at]
        for w, mark in zip(facts.words, marks, strict=True)
    ):
        return None  # "the forces, whom his country sees as …": whoever sees stands behind "whom"
    if (
        len(subjects) > 1
        and subjects[-2].someone
        and _AT.fullmatch(facts.text, subjects[-2].end, subjects[-1].start)
    ):
        return subjects[-2]  # "an engineer at the company, unnamed, says"
    return subjects[-1] if subjects else None


def _joined(facts: Facts, at: int, begins: int, candidates: Sequence[Voice]) -> Voice | None:
    """ "AP puts the forces in Iraq at 5,000 and says": the second verb has the subject of the first."""
    if not at or facts.words[at - 1].low not in ("and", "but"):
        return None
    first = next((n for n in range(at - 2, -1, -1) if is_reporting(facts, n)), None)
    if first is None or facts.words[first].start < begins or _quoted(facts.words[first], facts):
        return None
    voice = _of_verb(facts, first, candidates)
    return voice if voice is not None and voice.end <= facts.words[first].start else None


def _has_its_own_subject(facts: Facts, at: int, voice: Voice) -> bool:
    """ "Until Esper spoke, no account had said so": behind a comma another noun is the subject."""
    helpers = (*load("certainty")["be"], *load("certainty")["have"], *listed("auxiliaries"))
    here = at - 1
    while here > 0 and (facts.words[here].low in helpers or facts.words[here].low.endswith(("ly", "not"))):
        here -= 1
    word, marks = facts.words[here], reader_of(facts).aside
    if marks[here] != marks[at]:
        return False  # "Hoeg, who lost 17 seats, said": the noun belongs to an aside
    noun = ((word.text.islower() or word.is_name) and not is_light(word)) or word.low in (
        "report",
        "reports",
        "account",
        "accounts",
    )
    between = facts.text[voice.end : word.start]
    return here > 0 and noun and word.start >= voice.end and bool({",", ";"} & set(between))


def _in_passing(voice: Voice, at: int, facts: Facts) -> bool:
    """ "Hoeg, whose Conservatives lost 17 seats, said": the party stands in an aside, the verb outside."""
    marks = reader_of(facts).aside
    own = next((n for n, word in enumerate(facts.words) if word.start >= voice.start), at)
    first = marks.index(marks[own]) if marks[own] else at
    opens = {word.low for word in facts.words[first : first + 2]}  # "by whose account 900 people left"
    return marks[own] != marks[at] and not opens.isdisjoint(_RELATIVE)


def _owns_another(facts: Facts, voice: Voice) -> bool:
    """ "The Pentagon's chief said": it is not the Pentagon who speaks; "Esper's account says" it is."""
    plain = fold(facts.text)
    plural = plain[voice.end - 1 : voice.end + 2] == "s' "
    if "'s" not in (plain[voice.end : voice.end + 2], plain[voice.end - 2 : voice.end]) and not plural:
        return False
    behind = [word for word in facts.words if word.start >= voice.end + 1][:3]
    speaking = listed("nouns") | listed("delegates")
    return not any(word.low in speaking or word.stem in speaking for word in behind)


def _behind(facts: Facts, at: int, candidates: Sequence[Voice]) -> Voice | None:
    """Who stands right behind a reporting verb, small words such as "a senior US" left out."""
    verb = facts.words[at]
    for word in facts.words[at + 1 : at + 8]:
        hit = next((voice for voice in candidates if voice.start == word.start), None)
        if hit and word.clause == verb.clause:
            hit = _whose_official(facts, hit, candidates)
            return None if _begins_a_clause(facts, hit) or _owns_another(facts, hit) else hit
        small = word.low in listed("before_names") | listed("ranks") or word.is_name
        if not small or word.clause != verb.clause:
            return None
    return None


def _whose_official(facts: Facts, hit: Voice, candidates: Sequence[Voice]) -> Voice:
    """ "Said a ministry official": the official speaks, of whatever body he is."""
    behind = (v for v in candidates if v.someone and facts.text[hit.end : v.start] == " ")
    return hit if hit.someone else next(behind, hit)


def _begins_a_clause(facts: Facts, voice: Voice) -> bool:
    """ "said the Pentagon had …": what stands behind the verb is the subject of the next clause."""
    behind = next((at for at, word in enumerate(facts.words) if word.start >= voice.end), None)
    if behind is None or facts.text[voice.end : facts.words[behind].start].strip():
        return False
    certain = load("certainty")
    return facts.words[behind].low in {
        *certain["be"],
        *certain["have"],
        *listed("auxiliaries"),
    } or is_reporting(facts, behind)


def _agent(all_words: Sequence[Word], at: int, candidates: Sequence[Voice]) -> Voice | None:
    """Who does what is said in the passive: "was reported by the agency"; None when it names nobody."""
    behind = [word for word in all_words[at + 1 : at + 9] if word.clause == all_words[at].clause]
    if behind and behind[0].low == "that":
        return None  # "it is mentioned that the plan is opposed by the union"
    by = next((word for word in behind if word.low == "by"), None)
    if by is None:
        return None
    return next((voice for voice in candidates if 0 <= voice.start - by.end <= 30), None)


def _of_noun(facts: Facts, at: int, candidates: Sequence[Voice], names: Names) -> Voice | None:
    """Whose estimate it is: "the military's estimate", "an estimate by the military", "by US reckoning"."""
    all_words, noun = facts.words, facts.words[at]
    lead = [word for word in all_words[max(0, at - 4) : at] if word.clause == noun.clause]
    owned = [word for word in lead if owns(facts, word)]
    if owned:
        return _owner(facts, owned[-1], candidates)
    if {word.low for word in lead[-2:]} & {"his", "her", "their"}:
        return None
    if any(word.low in listed("by") for word in lead):
        mention = [m for m in facts.names if m.start >= lead[0].start and m.end <= noun.start]
        mention = mention or [m for word in lead for m in names.of_nation(word)]
        if mention:
            own = next((c for c in candidates if c.start == mention[-1].start), None)
            return own or Voice(mention[-1].id, start=mention[-1].start, end=mention[-1].end)
    tail = all_words[at + 1 : at + 2]
    whose = ("by", "from") if noun.low in listed("counting") else ("by", "of", "from")
    if tail and tail[0].low in whose:
        return next((voice for voice in candidates if 0 <= voice.start - tail[0].end <= 20), None)
    return None


def _owner(facts: Facts, word: Word, candidates: Sequence[Voice]) -> Voice | None:
    return next((c for c in candidates if c.start <= word.start < c.end + 2), None)


def _of_phrases(facts: Facts, candidates: Sequence[Voice]) -> list[Voice]:
    """Whoever stands behind "according to", "in the words of" and their kin."""
    found = []
    for match in phrases_in(facts.text, load("reporting")["phrases"]):
        if any(a <= match.start() < b for a, b in facts.quotations):
            continue
        behind = [word for word in facts.words if match.end() <= word.start]
        for word in behind[:8]:
            voice = next((c for c in candidates if c.start == word.start), None)
            if voice is not None and _owns_another(facts, voice):
                break  # "according to the hospital's doctor"
            if voice is not None:
                found.append(replace(voice, verb=match.span(), how="phrase"))
                break
            if not (word.low in listed("before_names") | listed("ranks") or word.is_name):
                break
    return found


def _of_owners(facts: Facts, candidates: Sequence[Voice]) -> list[Voice]:
    """Whose count it is where the noun is left out: "1,400 by the union's count, 1,100 by the company's"."""
    found = []
    for match in _OWNED.finditer(fold(facts.text)):
        ahead = [word for word in facts.words if word.end <= match.start()][-8:]
        voice = next((c for c in candidates if c.start <= match.start() < c.end + 2), None)
        if voice is not None and any(word.low in listed("by") for word in ahead):
            found.append(replace(voice, verb=match.span(), how="noun"))
    return found


def _giving(facts: Facts, candidates: Sequence[Voice]) -> list[Voice]:
    """Whoever stands right before "gave another reason:" or "let it be known that"."""
    found = []
    for match in phrases_in(facts.text, load("reporting")["given_as"]):
        at = next((n for n, word in enumerate(facts.words) if word.start >= match.start()), None)
        if at is None or _quoted(facts.words[at], facts):
            continue
        voice = _ahead(facts, at, candidates)
        if voice is not None:
            found.append(replace(voice, verb=match.span(), how="said"))
    return found


def _for_them(facts: Facts, candidates: Sequence[Voice], names: Names) -> list[Voice]:
    """ "To Ankara they are terrorists": the sentence opens with the one who holds the view."""
    first = facts.words[0] if facts.words else None
    if first is None or first.low not in ("to", "for"):
        return []
    voice = next((c for c in candidates if 0 < c.start - first.end <= 5), None)
    behind = fold(facts.text)[voice.end : voice.end + 6] if voice else ""
    if voice is None or not (
        voice.id in names.people or names.is_state(voice.id) or _IS_SEEN.match(facts.text, voice.end)
    ):
        return []
    if not (behind.startswith(",") or behind.strip().split(" ")[0] in ("they", "the", "these", "it")):
        return []
    return [replace(voice, verb=(first.start, first.end), how="view")]
