"""A page on which a person reads briefs one at a time and marks them by the rubric, with the keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.grading.marking import Paper
from dateline.grading.page import page, text
from dateline.grading.standing import Standing

# The questions of data/rubric.md, by the name of their column in remarks.csv.
QUESTIONS = {
    "question": "Does the bottom line answer the question?",
    "reasoning": "Does the reasoning hold?",
    "alternative": "Is the alternative taken seriously?",
    "facts": "Are the most important facts chosen?",
    "fair": "Is it fair?",
    "clear": "Is it clear to an outsider?",
}
STEPS = ("proficient", "emergent", "basic")
ON_A_PAGE = 200  # briefs
Brief = dict[str, object]
_STYLE = """
body{max-width:80rem}.desk{display:grid;gap:0 1.5rem}fieldset{margin:0 0 .6rem;border:1px solid var(--line)}
#brief{font:inherit;max-height:80vh;overflow:auto}textarea{width:100%;box-sizing:border-box;font:inherit}
label{min-height:1.5rem}fieldset label{display:inline-block;margin-right:1rem}
button,#points{min-height:1.7rem;font:inherit}
input[type=radio]{width:1.5rem;height:1.5rem;margin:0;vertical-align:bottom}
#wrong{font-weight:bold}kbd{border:1px solid var(--line);border-radius:3px;padding:0 .25rem}
@media(min-width:62rem){.desk{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}}
"""


def rubric_pages(briefs: Iterable[Brief], book: str = "") -> Iterator[str]:
    """Yield pages of at most ON_A_PAGE briefs each; none when nobody wrote a brief.

    `book` tells one gradebook from another: what a browser keeps belongs to one of them.
    """
    held: list[Brief] = []
    for brief in briefs:
        held.append(brief)
        while len(held) >= ON_A_PAGE:
            yield _page(held[:ON_A_PAGE], book)
            held = held[ON_A_PAGE:]
    if held:
        yield _page(held, book)


def briefs_of(standing: Standing, paper: Paper) -> Iterator[Brief]:
    """Yield what a person reads of one student: each brief, and what machine and person gave it so far."""
    grading = standing.grading
    for id, exercise in paper.exercises.items():
        answer, steps = grading.answers.get(id), grading.rubric.get(id, {})
        if exercise.kind == "brief" and isinstance(answer, str) and id in grading.results:
            yield {
                "key": standing.shown_key, "student": standing.name, "exercise": id, "title": exercise.title,
                "brief": answer, "machine": grading.results[id].points, "of": exercise.points,
                "points": grading.manual.get(id), "comment": grading.comments.get(id, ""),
                "rubric": {name: steps[asked] for name, asked in QUESTIONS.items() if asked in steps},
            }  # fmt: skip


def _page(briefs: list[Brief], book: str) -> str:
    held = {"book": book, "briefs": briefs, "questions": QUESTIONS, "steps": STEPS}
    # "<" is written so that no brief can end the element that it stands in
    data = json.dumps(held, ensure_ascii=True).replace("<", "\\u003c")
    rows = "".join(
        _question(number, name, asked) for number, (name, asked) in enumerate(QUESTIONS.items(), 1)
    )
    body = f"""<p>Keys: <kbd>1</kbd> to <kbd>6</kbd> choose a question, <kbd>p</kbd> <kbd>e</kbd> <kbd>b</kbd>
answer it with proficient, emergent or basic, <kbd>n</kbd> and <kbd>v</kbd> go to the next and the one before,
<kbd>m</kbd> to the points, <kbd>c</kbd> to the comment, <kbd>Esc</kbd> out of both. What you enter stays in
this browser until you save it as a file. Then take that in:
<code>dateline grade --out FOLDER --remarks remarks.csv</code></p>
<p><button id="before">Before (v)</button> <button id="next">Next (n)</button>
<button id="save">Save remarks.csv (s)</button> <span id="at" role="status"></span></p>
<h2 id="who"></h2>
<div class="desk"><pre id="brief" tabindex="0" role="region" aria-label="The brief"></pre><div>{rows}
<p><label>Points in place of the machine's <span id="machine"></span> (m):
<input id="points" size="6" inputmode="decimal" aria-describedby="wrong"></label>
<span id="wrong" role="alert"></span></p>
<p><label>Comment for the student (c)<br><textarea id="comment" rows="5"></textarea></label></p></div></div>
<script type="application/json" id="data">{data}</script>"""
    return page("Briefs to be read", body, Path(__file__).with_suffix(".js").read_text("utf-8"), _STYLE)


def _question(number: int, name: str, asked: str) -> str:
    steps = " ".join(
        f'<label><input type="radio" name="{name}" value="{step}"> {step}</label>' for step in STEPS
    )
    return f'<fieldset id="q-{name}"><legend>{number}. {text(asked)}</legend>{steps}</fieldset>'
