"""What an exercise's prompt says of each of its items, read from the notebook for a form to repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dateline.answers import lesson_of
from dateline.build.notebook import read_notebook, source_of
from dateline.kinds._forms import Form

_HEADING = re.compile(r"^## Exercise (\S+)")
_ROW = re.compile(r"^\|(.+)\|\s*$")
_BULLET = re.compile(r"^(?:[-*]|\d+\.) (?:\*\*([\w-]+)\*\*|`([^`]+)`):? *(.+)$")
_QUESTION = re.compile(r"^\*\*([\w-]+)\.\*\* (.+)$")
_RULE = re.compile(r"^[\s|:-]+$")


def prompt_words(exercise: str, folder: Path | None = None) -> dict[str, str]:
    """Return the words of the prompt by the item they are about; {} where there is no such notebook.

    `folder` is that of the notebooks: the working folder, or else the kit's `exercises`. A choice that
    belongs to one question stands under both: "q1/a".
    """
    here = folder or Path.cwd()
    for place in (here, Path(__file__).resolve().parents[2] / "exercises"):
        for path in sorted(place.glob(f"{lesson_of(exercise)}-*.ipynb")):
            try:
                return read_prompt(_prompt(exercise, path))
            except (OSError, ValueError, KeyError, TypeError):  # a form does without
                continue
    return {}


def explained(form: Form, said: dict[str, str]) -> Form:
    """Return a form whose fields and choices bear what the prompt says of them."""
    choices = tuple((c, _choice_words(form, c, told, said)) for c, told in form.choices)
    help = said.get(form.name, "")
    if form.takes == "one" and help.lstrip('"').startswith(tuple(told for _, told in form.choices)):
        help = ""  # only the choices over again
    inner = form.fields
    if form.takes == "parts" and not help:
        inner = tuple(explained(each, said) for each in form.fields)
    return replace(form, help=help, choices=choices, fields=inner)


def _choice_words(form: Form, choice: str | int, told: str, said: dict[str, str]) -> str:
    named = f"{form.name}/{choice}" if form.takes == "one" else str(choice)
    return f"{choice} · {said[named]}" if named in said and told == str(choice) else told


def _prompt(exercise: str, path: Path) -> str:
    """All that is said under the exercise's heading, in one cell or in several."""
    said, here = [], False
    for cell in read_notebook(path)["cells"]:
        if cell["cell_type"] == "markdown":
            text = source_of(cell)
            found = _HEADING.match(text)
            here = found[1] == exercise if found else here
            said += [text.split("```")[0]] if here else []
    return "\n\n".join(said)


def read_prompt(text: str) -> dict[str, str]:
    """Read the tables and lists of a prompt.

    >>> read_prompt("| | where | phrase |\\n|---|---|---|\\n| a | S1, para. 2 | “Wednesday” |")
    {'a': 'S1, para. 2 · “Wednesday”'}
    >>> read_prompt("**q1.** How many?\\n- **a** Ten.\\n\\nThen:\\n\\n- **b** (S1 ¶9) It rained.")
    {'q1': 'How many?', 'q1/a': 'Ten.', 'b': '(S1 ¶9) It rained.'}
    """
    return dict(_told(text.splitlines()))


def _told(lines: list[str]) -> Iterator[tuple[str, str]]:
    question = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if asked := _QUESTION.match(line):
            question = asked[1]
            yield question, _plain(asked[2])
        elif bullet := _BULLET.match(line):
            name = bullet[1] or bullet[2].strip('"')
            yield f"{question}/{name}" if question else name, _plain(bullet[3])
        elif (row := _ROW.match(line)) and not _RULE.match(line) and not _RULE.match(following or "x"):
            name, *cells = [_plain(cell) for cell in row[1].split("|")]
            yield name, " · ".join(cell for cell in cells if cell)
        elif line.strip():
            question = ""


def _plain(text: str) -> str:
    """Markdown's marks left out: what stays is what one reads."""
    return re.sub(r"[*`]+|&nbsp;", "", text).strip()
