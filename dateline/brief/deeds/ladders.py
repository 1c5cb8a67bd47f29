"""Words that are surer than those of the source: proved for said, accepted for asked, "largely" left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.brief.ground.acts import acts
from dateline.brief.ground.facts import Facts
from dateline.brief.ground.negation import has_negation, negates
from dateline.brief.ground.sureness import as_question
from dateline.brief.language.cued import Cued
from dateline.brief.language.once import once
from dateline.brief.language.verbs import is_ing, listed
from dateline.brief.language.wording import Word, has_phrase, phrases_in, supposed_end
from dateline.findings import Finding, Place
from dateline.lexicon import load
from dateline.marks import fold, opening

if TYPE_CHECKING:
    from dateline.brief.ground.passages import Passage

_NEAR = 6  # words before a noun in which the "is" stands that says so of something
_OF_PEOPLE = re.compile(r"(?:,[^,]{1,24},)?\s+of\s+(?:\w+\s+){0,4}(?:\d|people|visitors|patients)")
_TO_HAVE = re.compile(r"\bclaim(?:s|ed|ing)?\s+(?:(?:on|last|this)\s+\w+\s+)?to have\b", re.IGNORECASE)
_THE_MOST = Cued(
    r"\bthe (?:most|least|\w+est|best|worst) \w+|\bthe (?:only|sole|first)\b (?P<next>\w+)?",
    cues="the most|the least|est |the worst|the only|the sole|the first",
    flags=re.I,
)
_NOT_THE = re.compile(r"\b(?:not|n[’']t|hardly|far from|neither)\s+(?:even\s+)?$", re.IGNORECASE)


@cache
def _ladder(name: str) -> frozenset[str]:
    return frozenset(map(str, load("certainty")["ladders"][name]))


def judge(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name a word that raises what the cited paragraphs say, or a softening word that is gone.

    Returns at most one finding: "certainty-raised" or "hedge-dropped".
    """
    if not cited:
        return []
    for rule in (_factive, _sure, _pledged, _consent, _achieved, _exclusive, _unsoftened):
        if found := rule(facts, cited):
            return [found]
    return []


def accused(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name a deed told as done where the source has only an accusation, a suspicion or a belief of it."""
    told = [(p, match) for p in cited for match in _accusations(p.facts)]
    open_still = _ladder("charging") | _ladder("softeners") if told else ()
    if not told or has_phrase(facts.text, open_still) or any(a.negated for a in acts(facts)):
        return []
    mine = {word.stem for at, word in _own_words(facts) if not word.light and not word.is_name}
    for passage, match in told:
        stop = re.search(r"[.;,](?=\s|$)", passage.text[match.end() :])
        end = match.end() + stop.start() if stop else len(passage.text)
        deed = {
            word.stem
            for word in passage.facts.words
            if match.end() <= word.start < end and not word.light and not word.is_name
        }
        if len(mine & deed) >= max(2, 0.6 * len(deed)):
            given = opening(facts.text)
            if match[0].lower() in _ladder("supposing"):
                return [_raised(given, "certain", match[0])]
            params = {"given": given, "text": match[0]}
            place = Place(*passage.place, *match.span(), match[0])
            return [Finding("attribution-dropped", possible=1, params=params, place=place)]
    return []


_WAS = re.compile(r"\b(?:was|were|had|has|have)\s+$", re.IGNORECASE)
_NOT = frozenset(("not", "no", "nobody", "none"))


@once
def _accusations(facts: Facts) -> list[re.Match[str]]:
    """ "Accused him of taking it", "claimed on Tuesday to have copied it": what follows is only held."""
    return [
        *phrases_in(facts.text, _ladder("accusing") | _ladder("supposing")),
        *_TO_HAVE.finditer(facts.text),
    ]


def for_all_time(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    """Name a "never" or an "always" where the source says only "not soon", "not yet" or "often"."""
    found = has_phrase(facts.text, _ladder("always"))
    if not found or not cited or any(a <= found.start() < b for a, b in facts.quotations):
        return []
    if any(has_phrase(passage.text, _ladder("always_in_text")) for passage in cited):
        return []
    if found[0].lower() == "never" and _WAS.search(facts.text[: found.start()]) and _has(cited, _NOT):
        return []  # "were never tested" for "were not tested": so far, and no more
    return [_raised(found[0], "for all time", "less than that")]


def _raised(given: str, status: str, text_status: str) -> Finding:
    params = {"given": given, "status": status, "text_status": text_status, "text": text_status}
    return Finding("certainty-raised", possible=1, params=params)


def _own_words(facts: Facts) -> Iterator[tuple[int, Word]]:
    """The words that stand outside quotation marks."""
    if not facts.quotations:
        yield from enumerate(facts.words)
        return
    for at, word in enumerate(facts.words):
        if not any(a <= word.start < b for a, b in facts.quotations):
            yield at, word


def _has(cited: Sequence[Passage], stems: frozenset[str]) -> bool:
    return any(not stems.isdisjoint(passage.forms) for passage in cited)


_MAY = frozenset(("may", "might", "could"))


def _factive(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "proved", "confirmed", "admitted" for "said": the verb itself vouches for what is said."""
    if facts.forms.isdisjoint(_ladder("factive")) or _has(cited, _ladder("factive")):
        return None
    for at, word in _own_words(facts):
        if word.stem in _ladder("factive") and not (
            _denied(facts, at)
            or _turns_out(facts, at)
            or _lets_in(facts, at)
            or _grants_that_it_may(facts, at, cited)
        ):
            raised = _raised(word.text, "certain", "said")
            # whether somebody owns up to what he is quoted with, a person hears
            quoted = word.stem in _ladder("owning_up") and facts.quotations
            return as_question(raised) if quoted or word.stem in _ladder("letting_out") else raised
    return None


def _grants_that_it_may(facts: Facts, at: int, cited: Sequence[Passage]) -> bool:
    """ "Conceded that things could change", where he said that they could: no more than he said."""
    if not _has(cited, _MAY):
        return False
    near = [word.low for word in facts.words[at + 1 : at + 6] if word.clause == facts.words[at].clause]
    return facts.words[at].stem in _ladder("owning_up") and not _MAY.isdisjoint(near)


def _makes_sure(ahead: str) -> bool:
    """ "To make sure that it cannot return": an aim, and no certainty."""
    return ahead.lower().split()[-1:] in (["make"], ["making"])


def _lets_in(facts: Facts, at: int) -> bool:
    """ "The admission, at first, of 500 people a day": at a gate nobody owns up to anything."""
    behind = facts.text[facts.words[at].end :]
    return facts.words[at].low == "admission" and bool(_OF_PEOPLE.match(behind))


def _turns_out(facts: Facts, at: int) -> bool:
    """ "proved difficult" vouches for nothing."""
    if facts.words[at].stem != "prove":
        return False
    behind = {word.low for word in facts.words[at + 1 : at + 7]}
    return not behind & {"that", "to", "the", "its", "his", "her", "their", "by", "how"}


def _denied(facts: Facts, at: int) -> bool:
    return any(word.low in listed("nots") or word.low == "no" for word in facts.words[max(0, at - 3) : at])


def _sure(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "certainly", "for good", "completely", where the source has no such word."""
    for name in ("sure", "complete"):
        found = has_phrase(facts.text, _ladder(name))
        inside = found and any(a <= found.start() < b for a, b in facts.quotations)
        if (
            not found
            or inside
            or _makes_sure(facts.text[: found.start()])
            or any(has_phrase(p.text, _ladder(f"{name}_in_text")) for p in cited)
        ):
            continue
        if not any(word.low in listed("nots") for word in facts.words if 0 < found.start() - word.start < 25):
            return _raised(found[0], "certain" if name == "sure" else "complete", "less than that")
    return None


def _pledged(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "Has promised" where the source only expects or hopes, or will not promise."""
    if not _pledges(facts):
        return None
    told = [_is_kept_back(p.facts, at) for p in cited for at in _pledges(p.facts)]
    if not (all(told) if told else _has(cited, _ladder("expecting"))) or (told and not has_negation(facts)):
        return None
    if any(has_phrase(p.text, _ladder("other_pledges")) for p in cited):
        return None
    own = {at for at, _ in _own_words(facts)}
    for at in _pledges(facts):
        if at in own and not _is_kept_back(facts, at):
            return _raised(facts.words[at].text, "promised", "expected")
    return None


@once
def _pledges(facts: Facts) -> list[int]:
    return [at for at, word in enumerate(facts.words) if word.low in _ladder("pledges")]


def _is_kept_back(facts: Facts, at: int) -> bool:
    """ "Will not give a guarantee", "refused to promise", "that they had promised it was denied"."""
    ahead = [word for word in facts.words[max(0, at - 6) : at] if word.clause == facts.words[at].clause]
    denied = any(word.stem in ("deny", "denial") for word in facts.words)
    return denied or any(negates(word) for word in ahead)


def _consent(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "has accepted" where the source has only a talk or a request."""
    given = _ladder("consent")
    if facts.forms.isdisjoint(given) or not _has(cited, _ladder("talk")):
        return None
    if any(_is_agreed(p.facts) for p in cited):
        return None
    for act in acts(facts):
        word = facts.words[act.at]
        if word.stem not in given or act.noun:
            continue
        open_still = any(w.low == "whether" for w in facts.words[max(0, act.at - 3) : act.at])
        asked = act.negated or open_still or act.status == "possible"  # "whether he agreed is not reported"
        if not asked:
            if any(word.stem in passage.forms for passage in cited):
                continue  # how far it has got is compared with the paragraph's own word
            return _raised(word.text, "agreed", "talked about")
    return None


@once
def _is_agreed(facts: Facts) -> bool:
    """Tell whether a paragraph has any consent but one to come: "would be settled over time"."""
    given = _ladder("consent_in_text")
    told = {at for at, word in enumerate(facts.words) if {word.low, word.stem} & given}
    ahead = {act.at for act in acts(facts) if act.at in told and act.status in ("planned", "possible")}
    return bool(told - ahead)


def _achieved(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "had conquered", "was accomplished" where the source has only the attempt or the aim."""
    if facts.forms.isdisjoint(_ladder("achieve")) or not _has(cited, _ladder("attempt")):
        return None
    known = frozenset().union(*(p.facts.every_idea for p in cited))
    for act in acts(facts):
        word = facts.words[act.at]
        if word.stem not in _ladder("achieve") or act.ideas & known or _governs_another(facts, act.at):
            continue
        if act.status == "done" and not act.negated and not act.noun:
            return _raised(word.text, "done", "tried or begun")
    return None


def _governs_another(facts: Facts, at: int) -> bool:
    """ "Succeeded in putting it off": how far that has got is asked of the act behind."""
    near = pairwise(facts.words[at + 1 : at + 7])
    return facts.words[at].stem == "succeed" and any(a.low == "in" and is_ing(b) for a, b in near)


def _exclusive(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "the only", "the first", "the largest", where the source sets nothing above the rest.

    A source that says "the lowest floors" itself may be told so.
    """
    for match in _THE_MOST.finditer(fold(facts.text)):
        said = match[0].lower().split()
        quoted = any(a <= match.start() < b for a, b in facts.quotations)
        if _NOT_THE.search(facts.text, 0, match.start()):
            continue  # "not the worst that he has seen" sets it above nothing
        if quoted or said[1] in _ladder("no_superlative") or said[-1] in _ladder("about_texts"):
            continue
        if said[-1] == "possible":
            continue  # "at the greatest possible speed": it is compared with nothing
        if said[1] in ("first", "only", "sole") and (match["next"] or "") in _ladder("no_noun"):
            continue
        if said[1] == "first" and fold(facts.text)[: match.end()].split()[-1].istitle():
            continue  # "and in the first Mr Erdogan says"
        if said[1] == "first" and has_phrase(facts.text, _ladder("beside_the_first")):
            continue  # "in the second report …, and in the first that …"
        if said[1] == "first" and _is_one_of_two(facts, match["next"], cited):
            continue
        told = any(has_phrase(p.text, _ladder("above_the_rest")) for p in cited)
        itself = said[1].endswith(("est", "worst")) and any(has_phrase(p.text, (said[1],)) for p in cited)
        if not (told or itself or _is_the_most(facts, match, cited)):
            return _raised(match[0], "more than any other", "one among others")
    return None


def _is_the_most(facts: Facts, match: re.Match[str], cited: Sequence[Passage]) -> bool:
    """ "The ablest fighters" for "the most effective fighters"."""
    at = next((n for n, word in enumerate(facts.words) if word.start > match.start()), 0)
    if not facts.words[at].low.endswith("est"):
        return False
    pairs = ((p.facts, n) for p in cited for n, word in enumerate(p.facts.words[:-1]) if word.low == "most")
    return any(facts.wide[at] & theirs.wide[n + 1] for theirs, n in pairs)


def _is_one_of_two(facts: Facts, noun: str | None, cited: Sequence[Passage]) -> bool:
    """ "Has made the first cut and is to vote on a second" for "a second cut": it is only the one before."""
    told = has_phrase(facts.text, ("second", "another"))
    return bool(told) and any(has_phrase(p.text, [f"second {noun}", f"another {noun}"]) for p in cited)


def _unsoftened(facts: Facts, cited: Sequence[Passage]) -> Finding | None:
    """ "largely complete" told as "complete"."""
    if not any(_softened(passage.facts) for passage in cited):
        return None
    spans = [match.span() for match in phrases_in(facts.text, _ladder("softeners"))]
    for passage in cited:
        soft = _softened(passage.facts)
        for target in soft:
            mine = _same(facts, passage, target)
            if mine < 0 or any(_softens(facts, span, mine) for span in spans):
                continue
            bare = [at for at in _alike(passage.facts, target) if at not in soft]
            if _is_so(passage.facts, target) <= _is_so(facts, mine) and not any(
                _about(facts, passage, at, mine)
                for at in bare
                if _is_so(passage.facts, at) >= _is_so(facts, mine)
            ):
                return Finding("hedge-dropped", possible=1, params={"given": facts.words[mine].text})
    return None


def _softens(facts: Facts, span: tuple[int, int], at: int) -> bool:
    """Tell whether a softening word stands in the clause of another, ahead of no comma but its own: "it was
    complete, with the rest effectively cornered" softens only the second."""
    word = facts.words[at]
    if all(_clause_of(facts, place) != word.clause for place in span):  # "all but" opens another
        return False
    between = facts.text[min(span[1], word.end) : max(span[0], word.start)]
    return "," not in between or facts.text[span[1] : span[1] + 1] in (",", ".", ";", "")


def _clause_of(facts: Facts, start: int) -> int:
    return next((word.clause for word in facts.words if word.end > start), 0)


def _is_so(facts: Facts, at: int) -> bool:
    """ "Was almost certainly the cause": a thing is said to be so; "an inquiry into the cause" says nothing
    of it."""
    ahead = [word.low for word in facts.words[max(0, at - _NEAR) : at]]
    helper = max((n for n, low in enumerate(ahead) if low in listed("be")), default=None)
    return helper is not None and "to" not in ahead[helper:]  # "been able to put off complete defeat"


@once
def _softened(facts: Facts) -> list[int]:
    """The word that a softening adverb stands before, small words left out; "nearly 600" is a figure."""
    found = []
    hedges = {counted.figure.start for counted in facts.figures}
    for at, word in enumerate(facts.words[:-1]):
        if word.low in _ladder("softening") and word.start not in hedges:
            behind = range(at + 1, min(at + 6, len(facts.words)))
            plain = [here for here in behind if not facts.words[here].light]
            sure = plain and facts.words[plain[0]].low in _ladder("sure")
            found += plain[: 2 if sure else 1]  # "almost certainly the cause"
    return found


def _alike(facts: Facts, target: int) -> list[int]:
    return [at for at, ideas in enumerate(facts.ideas) if ideas & facts.ideas[target]]


def _same(facts: Facts, passage: Passage, target: int) -> int:
    """Where a sentence says of the same thing what the source says with a softening word; -1 for nowhere."""
    wanted = passage.facts.ideas[target]
    about = _about(facts, passage, target)
    doubted = any(
        word.low in _ladder("doubting") for word in passage.facts.words[max(0, target - 3) : target]
    )
    supposed = supposed_end(facts.text)  # "if it was broken, nobody knew": that it was broken is not said
    found = []
    for at, word in _own_words(facts):
        if word.start < supposed:
            continue
        shared = facts.ideas[at] & wanted - _loose()
        kin = any(not idea.startswith("/") for idea in shared) and not word.is_name
        if shared and (about or (doubted and kin)) and not _denied(facts, at):
            found.append((not kin, at))  # the word itself before one of its meaning
    return min(found, default=(False, -1))[1]


def _about(facts: Facts, passage: Passage, target: int, mine_at: int | None = None) -> bool:
    """Tell whether the words round a place of the source stand in the sentence, or round a place of it."""
    theirs = passage.facts
    near = [at for at in range(max(0, target - 4), min(target + 5, len(theirs.words))) if at != target]
    own = [at for at, word in _own_words(facts) if not word.light]
    own = [at for at in own if mine_at is None or abs(at - mine_at) <= 4]
    mine = frozenset().union(*(facts.ideas[at] for at in own))
    own = [theirs.ideas[at] for at in near if not theirs.words[at].light and not theirs.words[at].is_name]
    return any(ideas & mine - theirs.ideas[target] for ideas in own)


@cache
def _loose() -> frozenset[str]:
    return frozenset(f"/{name}" for name in load("certainty")["loose_groups"])
