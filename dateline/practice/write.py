"""Writing a practice case into a folder: its files, an exercise notebook and a solved one."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from pprint import pformat
from typing import Any

from dateline.cases import Case
from dateline.cases.rows import TABLES, Row
from dateline.errors import KitError
from dateline.practice.learners import model_answers
from dateline.practice.prompts import task
from dateline.sources import Source


def write_case(case: Case, out: Path, call: str) -> list[Path]:
    """Write a practice case below `out` and return the files: data/<id>/…, exercises/ and solutions/.

    `call` is the Python that makes the case, for the notebooks. Nothing is ever overwritten: KitError when
    something is there, or the folder cannot be written; then nothing is left half-written.
    """
    texts = {out / path: text for path, text in files_of(case, call).items()}
    if there := [path for path in texts if path.exists()]:
        raise KitError(f"{there[0]} is there already; choose another folder with --out.")
    done: list[Path] = []
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            done.append(path)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as fault:
        for path in done:
            path.unlink(missing_ok=True)
        raise KitError(f"{out} cannot be written ({fault.strerror}); choose another folder.") from None
    return done


def files_of(case: Case, call: str) -> dict[str, str]:
    """Return every file of a case as text, by its path."""
    data, name = f"data/{case.id}", f"09-{case.id}.ipynb"
    listed = [row.model_dump(by_alias=True, exclude={"form"}) for row in case.exercises.values()]
    return {
        f"{data}/case.yaml": _yaml(case.about.model_dump(exclude_defaults=True)),
        f"{data}/exercises.yaml": _yaml({"exercises": listed}),
        **{f"{data}/sources/{id}.md": _report(source) for id, source in case.sources.items()},
        **{f"{data}/key/{table}.csv": _table(table, case.key.rows(table)) for table in TABLES},
        f"exercises/{name}": _notebook(case, call, {}),
        f"solutions/{name}": _notebook(case, call, model_answers(case)),
    }


def _yaml(content: Any) -> str:
    from ruamel.yaml import YAML

    text, writer = io.StringIO(), YAML(typ="safe", pure=True)
    writer.default_flow_style, writer.allow_unicode, writer.sort_base_mapping_type_on_output = (
        False,
        True,
        False,
    )
    writer.width = 110
    writer.dump(content, text)
    return text.getvalue()


def _report(source: Source) -> str:
    head = ("id", "title", "publisher", "agency", "byline", "dateline_place", "date", "rights", "retold")
    lines = [f"{name}: {json.dumps(getattr(source, name), ensure_ascii=False)}" for name in head]
    paragraphs = [f"¶{each.number} {each.text}\n" for each in source.paragraphs]
    return "\n".join(["---", *lines, "---", "", *paragraphs])


def _table(name: str, rows: list[Row]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(TABLES[name].model_fields), lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.model_dump().items()} for row in rows)
    return text.getvalue()


def _cell(value: Any) -> str:
    """Write a value as the key's tables have it: yes and no, `a | b`, `answer=misconception`."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return " | ".join(f"{answer}={key}" for answer, key in value.items())
    if isinstance(value, list):
        return " | ".join(map(str, value))
    return "" if value is None else str(value)


def _notebook(case: Case, call: str, answers: dict[str, Any]) -> str:
    """Write the notebook of a case: reports, prompts, answers (or `...`) and checks."""
    names = {"answer_form", "check", "hint", call.partition("(")[0]}
    cells = [
        _cell_of("markdown", "title", f"# {case.title}\n\n{case.question}"),
        _cell_of("code", "case", f"from dateline import {', '.join(sorted(names))}\ncase = {call}"),
        *(_cell_of("code", id.lower(), f'case.sources["{id}"]') for id in case.sources),
    ]
    for id, row in case.exercises.items():
        number, asked = id.partition(".")[2], task(id, case)
        text = "\n\n".join([f"## Exercise {asked.title.replace(' · ', ' · ', 1)}", *asked.lines])
        answer = pformat(answers[id], width=100, sort_dicts=False) if id in answers else "..."
        if isinstance(answers.get(id), str):
            answer = f'"""\n{answers[id]}"""'
        cells += [
            _cell_of("markdown", f"ask-{number}", text),
            _cell_of("code", f"answer-{number}", f"{row.answer} = {answer}"),
            _cell_of("code", f"check-{number}", f'check("{id}", {row.answer})'),
        ]
    python = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    notebook = {"cells": cells, "metadata": python, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _cell_of(kind: str, id: str, text: str) -> dict[str, Any]:
    code = {"execution_count": None, "outputs": []} if kind == "code" else {}
    return {"cell_type": kind, "id": id, "metadata": {}, **code, "source": text}
