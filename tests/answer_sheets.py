"""What the tests know of answers: model answers from solutions/, and the fixtures beside this file."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from dateline.answers import lesson_of
from dateline.build.notebook import read_notebook, source_of
from dateline.build.parts import find_exercises
from dateline.cases import open_case

KIT = Path(__file__).parents[1]


@cache
def model_answers() -> dict[str, Any]:
    """Every model answer by exercise id, read as a literal from its answer cell."""
    answers = {}
    for path in sorted((KIT / "solutions").glob("*.ipynb")):
        notebook = read_notebook(path)
        exercises, faults = find_exercises(notebook)
        assert not faults, (path.name, faults)
        for exercise in exercises:
            answers[exercise.id] = _literal(source_of(notebook["cells"][exercise.answer]))
    return answers


def _literal(code: str) -> Any:
    (statement,) = ast.parse(code).body
    assert isinstance(statement, ast.Assign), code
    return ast.literal_eval(statement.value)


def case_of(exercise: str) -> Any:
    """The case that an exercise belongs to: the unseen one for lesson 08."""
    for name in sorted(path.parent.name for path in (KIT / "data").glob("*/exercises.yaml")):
        if exercise in open_case(name).exercises:
            return open_case(name)
    raise KeyError(exercise)


def others_of(exercise: str) -> dict[str, Any]:
    """The model answers to the other exercises of the same lesson."""
    return {
        id: answer
        for id, answer in model_answers().items()
        if id != exercise and lesson_of(id) == lesson_of(exercise)
    }


def fixtures(folder: str) -> list[dict[str, Any]]:
    """The rows of tests/<folder>/NN.yaml; the text "nan" stands for NaN."""
    yaml = YAML(typ="safe", pure=True)
    rows: list[dict[str, Any]] = []
    for path in sorted((KIT / "tests" / folder).glob("*.yaml")):
        rows += [_with_nan(row) for row in yaml.load(path.read_text(encoding="utf-8")) or []]
    return rows


def _with_nan(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_nan(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_nan(item) for item in value]
    return float("nan") if value == "nan" else value
