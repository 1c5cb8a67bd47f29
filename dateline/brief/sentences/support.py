"""Whether the words of a sentence are borne out by the cited paragraphs, and whether others would fit
better."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.brief.amounts.hedging import shares_numeral
from dateline.brief.ground.acts import acts
from dateline.brief.ground.facts import Facts, nations_in
from dateline.brief.ground.meant import by_it
from dateline.brief.ground.names import Mention, nations
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.cued import Cued
from dateline.brief.language.wording import Word, stem, words
from dateline.brief.people.parties import is_outlet
from dateline.brief.people.unnamed import kind_of
from dateline.brief.sentences.additions import aside, clear_addition
from dateline.brief.sentences.cover import Cover, cover
from dateline.findings import Finding
from dateline.lexicon import load
from dateline.marks import fold

_PLAIN = ("blunt", "frank", "curt", "terse", "plain", "clear", "brief")  # "he had been blunt: …"
_FEW = 2  # so many words of many meanings may be the writer's own
_KIN = 5  # letters at the head that make two words kin enough: "inspectors", "inspectorate"
_OFFICE_OF = re.compile(
    r"\b(?P<office>office|team|lawyers?|cabinet|spokes\w+) (?:of|for) (?:the )?$", re.IGNORECASE
)
_OWNED = re.compile(r"'s\s+([a-z]+)\b")
_BORNE_OUT = 0.5  # so much of a sentence must then stand in its paragraphs


# "With the consent of the Kurds": that somebody agreed to a thing is another thing than an agreement.
_LEAVE = Cued(
    r"\bwith (?:the )?(?:\w+ )?(?P<leave>consent|assent|approval|blessing|permission) of\b",
    cues="consent|assent|approval|blessing|permission",
    flags=re.IGNORECASE,
)
_GIVEN = ("consent", "assent", "approv", "bless", "permi", "allow", "authori")


def judge(facts: Facts, cited: Sequence[Passage], ground: Ground) -> list[Finding]:
    """Judge what no cited paragraph says.

    An unknown name, a single word that adds what its opposite or a comma shows, or three and more unknown
    words that are most of the sentence, is unsupported; words that another paragraph has point to a wrong
    citation; any other unknown words go to a person, since a longer addition is often a fair paraphrase.
    """
    own = cover(facts, cited, ground, with_common=False)
    if not own.lacking:
        return _by_leave(facts, cited)
    here = cover(facts, cited, ground)
    apart = aside(facts, own, _closely(own.found, facts, cited))
    if not apart and not here.lacking:
        return _by_leave(facts, cited)
    better = _better(facts, cited, ground, here)
    if better is not None:
        return [
            Finding("citation-elsewhere", possible=1, params={"given": _listed(here.missing + here.names)})
        ]
    if apart:
        params = {"words": _listed(apart), "given": _listed(apart), "apart": True}
        return [Finding("unsupported", possible=1, params=params)]
    added = clear_addition(facts, here)
    foreign = here.names
    another = (len(here.missing) >= 3 and here.share < 0.45) or (len(here.missing) >= 2 and not here.found)
    given = _listed(added or here.lacking)
    known = len(here.lacking) == 1 and by_it(here.lacking[0], facts, cited, ground)
    if foreign or another or (len(added) == 1 and not known):
        return [Finding("unsupported", possible=1, params={"words": given, "given": given})]
    verdict = "note" if known or (not added and _brings_nothing_in(here, facts)) else "review"
    return [Finding("wording-unknown", verdict, params={"words": given, "given": given})]


def _by_leave(facts: Facts, cited: Sequence[Passage]) -> list[Finding]:
    match = _LEAVE.search(facts.text)
    if match is None or any(form.startswith(_GIVEN) for passage in cited for form in passage.forms):
        return []
    return [Finding("wording-unknown", "review", params={"words": match["leave"], "given": match["leave"]})]


def _closely(found: Sequence[Word], facts: Facts, cited: Sequence[Passage]) -> list[Word]:
    """The words that the cited paragraphs have, or others of their meaning: "army" is only near "unit"."""
    at = {word.start: ideas for word, ideas in zip(facts.words, facts.ideas, strict=True)}
    told = [ideas for passage in cited for ideas in (passage.forms, passage.facts.every_idea)]
    return [word for word in found if not all(map({word.low, word.stem, *at[word.start]}.isdisjoint, told))]


def _brings_nothing_in(here: Cover, facts: Facts) -> bool:
    """Tell whether only words of many meanings are unknown, in a sentence that is borne out otherwise, or is
    a quotation with a word ahead of it: "She put it bluntly: …"."""
    opens = min((start for start, _ in facts.quotations), default=0)
    manner = len(here.missing) == 1 and (here.missing[0].low.endswith("ly") or here.missing[0].low in _PLAIN)
    quoted = manner and here.missing[0].end <= opens
    if any(_is_deed(word, facts) for word in here.missing):
        return False
    few = len(here.missing) <= _FEW and (here.share >= _BORNE_OUT or quoted)
    return few and not here.names and all({word.stem, word.low} & _general() for word in here.missing)


def _is_deed(word: Word, facts: Facts) -> bool:
    """ "Has ordered everyone to leave": an act that somebody orders is something new, however general."""
    return any(act.event and act.status == "ordered" and facts.words[act.at] is word for act in acts(facts))


@cache
def _general() -> frozenset[str]:
    """The words that bring nothing in by themselves, as they are listed and in their plain forms.

    The past of "constitute" is cut to "constitut"; "lied" is left out: it is no form of where a town lies.
    """
    listed = load("light")["general"]
    cut = {stem(f"{word}d") for word in listed if word.endswith("e") and not word.endswith("ie")}
    return frozenset(listed) | {stem(word) for word in listed} | cut


def _better(facts: Facts, cited: Sequence[Passage], ground: Ground, here: Cover) -> Passage | None:
    """Return another paragraph that has the words missing here, when they are enough to show a wrong
    citation."""
    lacking = len(here.missing) + len(here.names)
    if lacking < 2:
        return None
    told = _numerals(facts, cited)
    for passage in ground.passages.values():
        if passage in cited or told - _numerals(facts, [passage]):
            continue  # a figure that only the cited ones have shows that they are meant
        there = cover(facts, [passage], ground, with_common=False)
        mine = cover(facts, cited, ground, with_common=False)
        gained = lacking - len([w for w in (*there.missing, *there.names) if w in here.missing + here.names])
        if gained >= 2 and gained >= 0.75 * lacking and there.share > max(0.7, mine.share + 0.2):
            return passage
    return None


def _numerals(facts: Facts, passages: Sequence[Passage]) -> set[int]:
    """Where the figures of a sentence stand that some paragraphs have, by their numerals alone."""
    told = [each.figure for passage in passages for each in passage.facts.figures]
    figures = [each.figure for each in facts.figures if not each.figure.vague]
    return {one.start for one in figures if any(shares_numeral(one, each) for each in told)}


def _listed(missing: Sequence[Word]) -> str:
    return ", ".join(dict.fromkeys(word.text for word in missing))


def _has_an_office_there(mention: Mention, facts: Facts, cited: Sequence[Passage]) -> bool:
    """ "The office of the governor" where a cited paragraph has "the governor's office"."""
    ahead = _OFFICE_OF.search(facts.text[: mention.start])
    return ahead is not None and any(ahead["office"].lower() in p.forms for p in cited)


def _owns_a_body_there(mention: Mention, facts: Facts, cited: Sequence[Passage], ground: Ground) -> bool:
    """ "Orrin's ministry" for the ministry of which he is minister."""
    owned = _OWNED.match(fold(facts.text), mention.end)
    party = ground.names.people.get(mention.id)
    if owned is None or party is None:
        return False
    kin = {stem(owned[1]), stem(owned[1])[:_KIN]}
    of_his = any(word.stem[:_KIN] in kin for word in words(party.role))
    return of_his and any(owned[1] in passage.forms for passage in cited)


def _home(ground: Ground) -> set[str]:
    """The nations that the whole case is about."""
    if "nations" not in ground.kept:
        about = words(f"{ground.case.title}. {ground.case.question}")
        ground.kept["nations"] = (nations(about),)
    return ground.kept["nations"][0]


def _is_strange_body(mention: Mention, facts: Facts, cited: Sequence[Passage], ground: Ground) -> bool:
    """ "Turkey considers Islamic State terrorists" where a paragraph says so of others: a body with a name of
    which no cited paragraph has even the noun, and no outlet."""
    name = facts.text[mention.start : mention.end]
    if mention.person or not name[:1].isupper() or ground.names.is_state(mention.id):
        return False
    own = words(name)
    there = frozenset().union(*(nations_in(passage.facts) | passage.nations for passage in cited))
    if nations(own) & there:
        return False
    called = [*([] if name.isupper() else own[-1:]), *words(ground.names.organisations[mention.id].name)[-1:]]
    heads = {word.low[:_KIN] for word in called}  # "IS" is no form of "is"
    kin = any(form.startswith(tuple(heads)) for passage in cited for form in passage.forms)
    return not kin and not is_outlet(mention.id, ground.names)


def _present(passage: Passage, ground: Ground) -> frozenset[str]:
    """The people and bodies of the case of whom a paragraph speaks, read once for each open case."""
    key = ("present", passage.place)
    if key not in ground.kept:
        speakers = (speaker for told in passage.told for speaker in told.speakers)
        named = (mention.id for mention in passage.facts.names)
        ground.kept[key] = (frozenset((passage.before, *named, *speakers)),)
    return ground.kept[key][0]


def strangers(facts: Facts, cited: Sequence[Passage], ground: Ground, before: str) -> list[Finding]:
    """People, bodies and nations of the case that a sentence brings in though no cited paragraph speaks of
    them."""
    own = nations_in(facts)
    if not own and not facts.names:
        return []
    there = _home(ground).union(*(nations_in(passage.facts) | passage.nations for passage in cited))
    present = frozenset((before,)).union(*(_present(passage, ground) for passage in cited))
    there = there.union(*map(ground.names.nations_of_role, present))
    people = [m for m in facts.names if m.person and m.id not in present and not kind_of(m.id, ground.names)]
    people = [m for m in people if not _has_an_office_there(m, facts, cited)]
    people = [m for m in people if not _owns_a_body_there(m, facts, cited, ground)]
    people += [m for m in facts.names if m.id not in present and _is_strange_body(m, facts, cited, ground)]
    abroad = [word for word in facts.words if nations([word]) - there] if own - there else []
    strange = [facts.text[m.start : m.end] for m in people] + [word.text for word in abroad]
    if not strange:
        return []
    return [Finding("unsupported", possible=1, params={"words": ", ".join(strange), "given": strange[0]})]
