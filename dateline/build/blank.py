"""Turn a solved notebook's cells into the cells that a student is given."""

from __future__ import annotations

import ast

from dateline.build.notebook import Cell, Notebook, source_of, with_source, without_run
from dateline.build.parts import Exercise

MODEL_PROSE = "*Model answer.*"
BLANK_PROSE = "*Write here.*"


def blank_cells(notebook: Notebook, exercises: list[Exercise]) -> list[Cell]:
    """Return the cells of the exercise notebook: answers and model prose blanked, nothing run, ids kept."""
    names = {exercise.answer: exercise.name for exercise in exercises}
    cells = []
    for position, cell in enumerate(notebook["cells"]):
        plain = without_run(cell)
        if position in names:
            plain = with_source(plain, blank_answer(source_of(cell), names[position]))
        elif cell["cell_type"] == "markdown" and source_of(cell).splitlines()[:1] == [MODEL_PROSE]:
            plain = with_source(plain, BLANK_PROSE)
        cells.append(plain)
    return cells


def blank_answer(source: str, name: str) -> str:
    """Return an answer cell without its answer: leading comments, then `name = ...` or a bare function.

    >>> blank_answer("# One row a figure.\\nfigures = [1, 2]", "figures")
    '# One row a figure.\\nfigures = ...'
    >>> print(blank_answer("def half(n):\\n    'A half.'\\n    return n / 2", "half"))
    def half(n):
        'A half.'
        ...
    """
    statements = ast.parse(source).body
    functions = [node for node in statements if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    blank = _blank_function(source, functions[-1]) if functions else [f"{name} = ..."]
    return "\n".join([*_leading_comments(source), *blank])


def _leading_comments(source: str) -> list[str]:
    """List the comment lines at the head of a cell, without the blank lines after them."""
    lines = source.splitlines()
    is_code = (line.strip() != "" and not line.lstrip().startswith("#") for line in lines)
    kept = lines[: next((number for number, code in enumerate(is_code) if code), len(lines))]
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _blank_function(source: str, function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """List a function's lines with `...` for its body; comments before the body go with it."""
    lines = source.split("\n")  # as ast counts them
    first = function.body[0]
    start = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)]) - 1
    head = lines[start : first.lineno]
    head[-1] = head[-1].encode()[: first.col_offset].decode()  # ast counts bytes
    while not head[-1].strip() or head[-1].lstrip().startswith("#"):
        head.pop()
    indent = " " * 4 if first.lineno == function.lineno else " " * first.col_offset
    docstring = ast.get_source_segment(source, first) if ast.get_docstring(function) is not None else None
    body = [*(indent + docstring).splitlines(), indent + "..."] if docstring else [indent + "..."]
    return [*head[:-1], head[-1].rstrip(), *body]
