"""7.1 to 7.4: sentences to repair, an outline, the brief and its revision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.cases import Case
from dateline.drafting.items import lettered
from dateline.drafting.page import Plan, brief_of, plan_of
from dateline.drafting.repairs import faulty_sentences
from dateline.drafting.telling import Told, tellings
from dateline.drafting.trial import Idea

PARTS = {"bottom line": [1, 1], "finding": [3, 5], "alternative": [1, 2], "gap": [1, 5], "judgement": [1, 2]}
MISSING = {
    "bottom line": "no-bottom-line",
    "gap": "no-gaps-named",
    "alternative": "no-alternative",
    "judgement": "no-judgement",
}


def ideas(case: Case) -> Iterator[tuple[str, Idea | None]]:
    """Yield 7.1 to 7.4; the last rests on the answer to the one before."""
    told = tellings(case)
    plan = plan_of(case, told)
    yield "7.1", _repairs(case, told)
    yield "7.2", _outline(plan) if plan else None
    draft = _draft(case, plan) if plan else None
    yield "7.3", draft
    yield "7.4", _revised(plan, draft) if plan and draft else None


def _repairs(case: Case, told: Sequence[Told]) -> Idea | None:
    items = lettered(faulty_sentences(told, case))
    if not items:
        return None
    arguments = {
        letter: {"faulty": one.text, "fault": one.fault, "row": one.sound.row.id}
        for letter, one in items.items()
    }
    answer = {letter: one.sound.sentence for letter, one in items.items()}
    shown = tuple(f"**{letter}** {one.text}" for letter, one in items.items())
    return Idea("citations", {"items": arguments}, answer, shown)


def _outline(plan: Plan) -> Idea:
    line, _, cite = plan.bottom.rstrip(".").rpartition(" [")
    rows = [("bottom line", line, cite.strip("[]@"))]
    rows += [("finding", item[0].text, item[0].place.strip("@")) for item in plan.findings]
    rows += [
        ("alternative", "the reports may not count in the same way", ""),
        ("gap", "neither report tells what happened between the two", ""),
        ("judgement", "it is likely that the numbers will change again", ""),
    ]
    answer = [{"part": part, "text": text, "cite": cite} for part, text, cite in rows]
    arguments = {"parts": PARTS, "cited": ["bottom line", "finding"], "missing": MISSING}
    return Idea("outline", arguments, answer)


def _draft(case: Case, plan: Plan) -> Idea:
    """The draft leaves its last sentence to the revision, so that there is something to add."""
    return Idea("brief", {"sentences": 3, "page": 2}, brief_of(case, replace(plan, spare=plan.spare[:-1])))


def _revised(plan: Plan, draft: Idea) -> Idea | None:
    """The draft with one more piece of evidence: a sentence on a paragraph that it did not cite."""
    new = next((one for one in reversed(plan.spare) if f"{one.place}]" not in draft.answer), None)
    if new is None:
        return None
    last = plan.findings[-1][0].sentence
    text = draft.answer.replace(last, f"{last} {new.sentence}", 1)
    arguments = {"sentences": 3, "page": 1, "revision": 1, "revises": "7.3"}
    return Idea("brief", arguments, text, others={"7.3": draft.answer})
