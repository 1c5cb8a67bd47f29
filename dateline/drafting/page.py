"""A model brief on a case, from sentences that the checker supports: bottom line, findings, table, rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.brief import check_brief
from dateline.brief.ground.passages import ground_of
from dateline.brief.language.reading import read_quantities
from dateline.brief.layout.criteria import FEWEST_WORDS, MOST_WORDS
from dateline.brief.layout.page import read_page
from dateline.brief.layout.parts import BOTTOM_LINE_WORDS, Page
from dateline.cases import Case, FigureRow
from dateline.dates import bounds
from dateline.drafting.telling import QUOTING, Told, day_in_words, is_supported, lowered

FINDINGS = 5  # items at the most
ROWS = 6
SMALL = 10


@dataclass(frozen=True)
class Plan:
    """What a brief says: its bottom line, its findings in items, and what is still to be used."""

    bottom: str
    findings: tuple[tuple[Told, ...], ...]
    spare: tuple[Told, ...]


def plan_of(case: Case, told: Sequence[Told]) -> Plan | None:
    """Choose a bottom line and findings from both ends of a case; None where too little can be told."""
    bottom = next(_bottom_lines(case, told), None)
    if bottom is None:
        return None
    line, used = bottom
    rest = _turn_about(case, [one for one in told if one.row.id != used])
    if len(rest) < FINDINGS + 1:
        return None
    return Plan(line, tuple((one,) for one in rest[:FINDINGS]), tuple(rest[FINDINGS:]))


def _bottom_lines(case: Case, told: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """Sentences with a figure, what it counts and a date, those of the last report first."""
    order = list(case.sources)
    for one in sorted(told, key=lambda one: -order.index(one.row.source)):
        if not any(f.counted and f.not_a_count is None and not f.vague for f in read_quantities(one.text)):
            continue
        when = day_in_words(case.sources[one.row.source].date)
        quoted = one.text.startswith(QUOTING)
        dated = f"The report of {when} says"
        said = dated + one.text.removeprefix(QUOTING) if quoted else f"{dated} that {lowered(one.text, case)}"
        for text in (said, one.text):
            sentence = f"{text} [{one.place}]."
            fits = len(text.split()) <= BOTTOM_LINE_WORDS and is_supported(sentence, case)
            if fits and _is_bottom_line(sentence, case):
                yield sentence, one.row.id


def _is_bottom_line(sentence: str, case: Case) -> bool:
    report = check_brief(f"## Bottom line\n\n{sentence}\n", case)
    return all(rule.met for rule in report.criteria if rule.key == "no-bottom-line")


def _turn_about(case: Case, told: Sequence[Told]) -> list[Told]:
    """The sentences of each report in turn, so that no report is left out."""
    piles = [[one for one in told if one.row.source == id] for id in case.sources]
    most = max(map(len, piles), default=0)
    return [pile[n] for n in range(most) for pile in piles if n < len(pile)]


def brief_of(case: Case, plan: Plan) -> str:
    """Write the brief; sentences are added to its findings until it has the length of a page."""
    findings, spare = [list(item) for item in plan.findings], list(plan.spare)
    text = _page(case, plan.bottom, findings)
    while spare and (words := _words(text, case)) < FEWEST_WORDS + 5:
        one = spare.pop(0)
        if words + len(one.text.split()) <= MOST_WORDS:
            # two sentences of one paragraph side by side would make a long run of its words
            apart = [item for item in findings if item[-1].row.paragraph != one.row.paragraph]
            min(apart or findings, key=_length).append(one)
            text = _page(case, plan.bottom, findings)
    return text


def _words(text: str, case: Case) -> int:
    return Page(read_page(text, case.sources), (), ground_of(case)).word_count


def _length(item: Sequence[Told]) -> int:
    return sum(len(one.text.split()) for one in item)


def _page(case: Case, bottom: str, findings: Sequence[Sequence[Told]]) -> str:
    items = [" ".join(one.sentence for one in item) for item in findings]
    parts = [
        f"# {case.title}",
        f"Question: {case.question}",
        "Author: A. Student",
        f"Information cut-off: {day_in_words(case.cut_off)}",
        f"## Bottom line\n\n{bottom}",
        "## Findings\n\n" + "\n".join(f"- {item}" for item in items),
        "## Figures\n\n" + _table(case),
        f"## Alternative and gaps\n\n{_alternative(case, findings)} {_gap(case)}",
        "## Judgement\n\n" + _judgement(case, findings),
        "## Sources\n\n" + "\n".join(_source(case, id) for id in case.sources),
    ]
    return "\n\n".join(parts) + "\n"


def _table(case: Case) -> str:
    lines = ["| Value | Hedge | Scope | As of | Source |", "|---|---|---|---|---|"]
    rows = sorted(filter(_fits_table, case.key.rows("figures")), key=_is_small)
    for id in case.sources:
        fit = (
            row
            for row in rows
            if row.source == id and is_supported("\n".join([*lines[:2], _line(row)]), case)
        )
        lines += map(_line, islice(fit, max(1, ROWS // len(case.sources))))
    return "\n".join(lines)


def _fits_table(row: FigureRow) -> bool:
    limits = row.lower is not None or row.upper is not None
    return bool(row.is_figure and not row.vague and row.population and limits)


def _is_small(row: FigureRow) -> bool:
    """Small numbers are often "two missions" and the like; they come last."""
    return max(row.lower or 0, row.upper or 0) < SMALL


def _line(row: FigureRow) -> str:
    limits = [f"{n:,}" for n in dict.fromkeys((row.lower, row.upper)) if n is not None]
    scope = f"{row.counted} {row.scope}".strip()
    cited = f"[@{row.source}, para. {row.paragraph}]"
    return f"| {'–'.join(limits)} | {row.hedge} | {scope} | {day_in_words(row.as_of)} | {cited} |"


def _alternative(case: Case, findings: Sequence[Sequence[Told]]) -> str:
    first, last = (_cited_in(findings, id) for id in (next(iter(case.sources)), list(case.sources)[-1]))
    return f"Another reading is that the reports do not count in the same way [{first}; {last}]."


def _cited_in(findings: Sequence[Sequence[Told]], source: str) -> str:
    return next(
        (one.place for item in findings for one in item if one.row.source == source), f"@{source}, para. 1"
    )


def _gap(case: Case) -> str:
    first, *_, last = (day_in_words(source.date) for source in case.sources.values())
    none = "Neither report says" if len(case.sources) == 2 else "None of the reports says"
    return f"{none} what happened between {first} and {last}."


def _judgement(case: Case, findings: Sequence[Sequence[Told]]) -> str:
    year = bounds(case.cut_off)[1].year + 1
    last = _cited_in(findings, list(case.sources)[-1])
    return (
        f"We judge that it is likely that the numbers will have changed again by the end of {year}, "
        f"because the last report does not tell how the matter ended [{last}]. We have low confidence in "
        "this, because it rests on these reports alone."
    )


def _source(case: Case, id: str) -> str:
    source = case.sources[id]
    return f"- {id}: {source.publisher}, {day_in_words(source.date)}."
