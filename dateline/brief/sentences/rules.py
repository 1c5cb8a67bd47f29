"""The rules for each kind of sentence: fact, judgement, alternative, absence, about the sources, from
outside."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dateline.brief.amounts import (
    calculations,
    comparatives,
    degrees,
    durations,
    extents,
    fields,
    groups,
    lengths,
    portions,
    scope,
    witnesses,
)
from dateline.brief.amounts.counting import check_figures, figures_on_page
from dateline.brief.amounts.hedging import shares_numeral
from dateline.brief.deeds import actors, certainty, openness
from dateline.brief.ground import sureness
from dateline.brief.ground.facts import facts_of
from dateline.brief.ground.passages import Ground, Passage
from dateline.brief.language.wording import has_phrase
from dateline.brief.layout import judgements, roles
from dateline.brief.layout.work import Work, clauses
from dateline.brief.people import mouths, quoting, speakers
from dateline.brief.sentences import (
    absence,
    claims,
    contrasts,
    documents,
    estimates,
    reckoning,
    support,
    whereabouts,
)
from dateline.brief.sentences.cover import cover
from dateline.brief.timing import chronology, daytime, sequence
from dateline.findings import Finding
from dateline.lexicon import load

_GROUND = 0.4  # of the words of a judgement, where it gives no reason


def _fact(work: Work) -> None:
    if not work.line.citations:
        work.findings.append(Finding("uncited", possible=1))
        return
    if not work.cited:
        return
    facts, cited, ground, before = work.facts, work.cited, work.ground, work.around.before
    check_figures(work)
    work.findings += whereabouts.wrong_base(facts, cited)
    placed = whereabouts.judge(facts, cited, ground)
    work.findings += placed
    work.findings += groups.judge(facts, cited, ground)
    if not work.findings:
        work.findings += fields.judge(facts, cited)
    _dates(work)
    work.findings += daytime.judge(facts, cited)
    _quotations(work)
    if work.line.kind != "row":
        said = speakers.judge(facts, cited, ground, before, clauses(work))
        known = {finding.key for finding in work.findings}  # a quotation may have told the same
        work.findings += [finding for finding in said if finding.key not in known]
    work.findings += witnesses.judge(facts, cited)
    if not _explained(work):
        work.findings += lengths.judge(facts, cited, ground)
        work.findings += sequence.judge(facts, cited, ground)
        work.findings += (
            extents.judge(facts, cited)
            or (work.line.kind != "row" and portions.judge(facts, cited, ground))
            or scope.judge(facts, cited, ground)
        )
        work.findings += certainty.judge(facts, cited)
        work.findings += comparatives.judge(facts, cited)
        work.findings += degrees.judge(facts, cited) or openness.judge(facts, cited)
        if not any(finding.key == "speaker-swapped" for finding in work.findings):  # it is one fault
            work.findings += actors.judge(facts, cited, ground, before)
        work.findings += support.strangers(facts, cited, ground, before)
    if not placed:  # a place of another paragraph does not make that paragraph the right one
        work.findings += support.judge(facts, cited, ground)


# Who says a thing and when may be wrong by itself: what is said of it is looked at all the same.
_BESIDE = frozenset(
    ("unanchored-now", "speaker-swapped", "speaker-as-outlet", "outlet-as-speaker", "attribution-dropped")
)


def _explained(work: Work) -> bool:
    """Tell whether a fault has been found that may explain any other in what the sentence tells."""
    return any(finding.verdict == "wrong" and finding.key not in _BESIDE for finding in work.findings)


def _dates(work: Work, judged: bool = False, apart: Collection[int] = ()) -> None:
    """Judge the dates of a sentence but those that stand in a quotation or begin at a place in `apart`."""
    for mention in work.facts.dates:
        if mention.start in apart or any(a <= mention.start < b for a, b in work.facts.quotations):
            continue
        found = chronology.judge(mention, work.facts, work.cited, work.ground, judged)
        work.findings += found


def _quotations(work: Work) -> None:
    if not work.facts.quotations:
        return
    voices = speakers.voices(work.facts, work.ground.names, work.around.before)
    spoken = [voice.id or voice.number for voice in voices]
    everywhere = [p for p in work.ground.passages.values() if p not in work.cited]
    for start, end in work.facts.quotations:
        quotation = work.facts.text[start:end]
        if not quoting.is_worth_checking(quotation):
            continue
        found, place = quoting.judge(quotation, work.facts.text, work.cited, everywhere, spoken)
        work.findings += found
        if place is not None:
            work.rest_on(place.passage, place.spans[0][0], place.spans[-1][1])
            alone = len(work.facts.quotations) == 1
            work.findings += mouths.judge(place, work.facts.text, voices, work.ground, alone)


def _judgement(work: Work) -> None:
    cites, around = bool(work.line.citations), work.around
    work.findings += judgements.judge(work.facts, cites, around.following, around.is_led)
    forecast = judgements.is_forecast(work.line.bare)
    _dates(work, judged=True)
    if work.cited:
        _quotations(work)
    if work.cited and not forecast:  # the figure of a forecast is the writer's own
        estimates.judge(work)
    if work.cited and not work.findings and not forecast and _only_labels(work):
        work.findings += _against_the_text(work)
    if not work.findings and _has_no_ground(work):
        work.findings.append(Finding("judgement-without-basis", "review"))
    if work.facts.figures and not work.cited and not forecast:
        work.findings += [f for f in figures_on_page(work) if f.verdict == "wrong"]


def _only_labels(work: Work) -> bool:
    """ "In our judgement, he ruled it out": no likelihood and no reason makes a judgement of it."""
    own = roles.own_words(work.facts)
    labelled = has_phrase(own, load("estimative")["judging"])
    return bool(labelled) and not judgements.likelihoods(own) and judgements.basis_of(own) is None


# What a writer may judge otherwise than the text, or put in words that it does not have.
_OWN = frozenset(
    ("unsupported", "negation-added", "citation-elsewhere", "attribution-dropped", "unanchored-now")
)


def _against_the_text(work: Work) -> list[Finding]:
    """What goes against the cited paragraphs in words that call themselves a judgement."""
    trial = Work(work.line, work.facts, work.cited, work.around)
    _fact(trial)
    wrong = [finding for finding in trial.findings if finding.verdict == "wrong" and finding.key not in _OWN]
    return [sureness.as_question(finding) for finding in wrong]


def _has_no_ground(work: Work) -> bool:
    """ "We judge that Trump has resigned": no reason, and hardly a word or figure of what is cited."""
    if not work.cited or judgements.basis_of(work.line.bare):
        return False
    there = [each.figure for passage in work.cited for each in passage.facts.figures]
    own = [c.figure for c in work.facts.figures if not any(shares_numeral(c.figure, each) for each in there)]
    if own and not calculations.is_declared(work.line.bare):
        return True
    return cover(work.facts, work.cited, work.ground, with_common=False).share < _GROUND


def _alternative(work: Work) -> None:
    if work.cited:
        _judgement(work)
        return
    _dates(work, judged=True)
    if work.facts.figures:
        work.findings += figures_on_page(work)
    if any(f.key == "uncited" for f in work.findings):
        work.findings = work.findings[:1]


def _absence(work: Work) -> None:
    """A statement of absence needs no match; where a paragraph seems to say it, a person looks."""
    work.findings += documents.named_in_heads(work)
    _dates(work, judged=True)
    where = work.cited or tuple(work.ground.passages.values())
    if work.cited:
        _quotations(work)
    if work.cited and absence.names_who_is_silent(work.facts):  # "X did not say when": X must be there
        work.findings += support.strangers(work.facts, work.cited, work.ground, work.around.before)
    if _is_said(work, where):
        work.findings.append(Finding("absence-doubtful", "review"))
    elif not any(finding.verdict == "wrong" for finding in work.findings):
        work.findings.append(Finding("absence-stated", "note"))


def _is_said(work: Work, where: Sequence[Passage]) -> bool:
    """Tell whether a text says what a sentence calls unsaid; of "does not say that …" whether that is so."""
    statement = absence.stated(work.facts)
    if not statement:
        return absence.is_told(work.facts, where, work.ground.common, work.ground.names)
    facts = facts_of(statement, work.ground.names, work.ground.case.cut_off)
    left_open = frozenset(load("certainty")["left_open"])
    for passage in where:
        there = cover(facts, [passage], work.ground, with_common=False)
        if left_open & {word.stem for word in passage.facts.words} or there.share < 0.75:
            continue  # "did not rule out that it goes" is no word of a plan to go
        trial = Work(replace(work.line, bare=statement), facts, (passage,), work.around)
        _fact(trial)
        if facts.words and all(finding.verdict == "note" for finding in trial.findings):
            return True
    return False


def _outside(work: Work) -> None:
    """Labelled outside knowledge is right when the case lists it; else a person looks."""
    if work.cited:
        _dates(work)
    verdict = "note" if is_listed_outside(work) else "review"
    work.findings.append(Finding("outside-knowledge-labelled", verdict))


def is_listed_outside(work: Work) -> bool:
    """Tell whether a sentence gives something that the case lists as known from outside its reports."""
    mine = work.facts.every_idea
    return any(
        sum(bool(ideas & mine) for ideas in wanted) >= 0.4 * len(wanted)
        for wanted in _known_outside(work.ground)
    )


def _known_outside(ground: Ground) -> tuple[list[frozenset[str]], ...]:
    """The ideas of the words of what the case lists as known from outside, read once for each open case."""
    if "outside" not in ground.kept:
        listed = ground.case.about.outside_knowledge
        read = [
            facts_of(entry.statement, ground.names, entry.date or ground.case.cut_off) for entry in listed
        ]
        ground.kept["outside"] = tuple(
            [
                ideas
                for word, ideas in zip(facts.words, facts.ideas, strict=True)
                if word.is_name or not word.light
            ]
            for facts in read
        )
    return ground.kept["outside"]


def _calculation(work: Work) -> None:
    if not work.line.citations:
        work.findings += figures_on_page(work)
    if not work.cited:
        return
    reckoning.judge(work)
    _dates(work, apart={*durations.ends(work.facts), *durations.lengths(work.facts), *_set_off(work)})
    _quotations(work)


def _set_off(work: Work) -> set[int]:
    """Where two dates of the paragraphs are set off against each other: "2014 less 2011"."""
    told = {date.edtf for passage in work.cited for date in passage.facts.dates}
    return {each.start for pair in durations.set_off(work.facts) for each in pair if each.edtf in told}


def _comparison(work: Work) -> None:
    """A comparison without a citation rests on the paragraphs that the page cites elsewhere."""
    if not work.line.citations:
        work.cited = work.around.cited_on_page
    contrasts.judge(work)
    _dates(work)
    _quotations(work)
    if not any(finding.verdict == "wrong" for finding in work.findings):
        facts = work.facts
        places = contrasts.blanks(facts), contrasts.light(facts), contrasts.told(facts)
        work.findings += claims.judge(work, *places)


RULES = {
    "fact": _fact,
    "judgement": _judgement,
    "alternative": _alternative,
    "absence": _absence,
    "about": documents.judge,
    "outside": _outside,
    "calculation": _calculation,
    "comparison": _comparison,
}
