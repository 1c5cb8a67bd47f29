"""Read the Python of one cell: is it a check, and which names does it bind?"""

from __future__ import annotations

import ast


def read_check(source: str) -> tuple[str, str] | None:
    """Return the exercise id and the answer name of a check cell; None for any other cell.

    A third argument, the case, may follow.

    >>> read_check('check("4.1", figures)')
    ('4.1', 'figures')
    >>> read_check("figures = 3") is None
    True
    """
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return None
    if len(body) != 1 or not isinstance(body[0], ast.Expr) or not isinstance(body[0].value, ast.Call):
        return None
    call = body[0].value
    if not isinstance(call.func, ast.Name) or call.func.id != "check" or len(call.args) not in (2, 3):
        return None
    exercise, answer = call.args[:2]
    if (
        isinstance(exercise, ast.Constant)
        and isinstance(exercise.value, str)
        and isinstance(answer, ast.Name)
    ):
        return exercise.value, answer.id
    return None


def calls_check(source: str) -> bool:
    """Say whether a cell calls `check` anywhere, in the right form or not.

    >>> calls_check('print(1); check("4.1")')
    True
    """
    try:
        nodes = ast.walk(ast.parse(source))
    except SyntaxError:
        return False
    return any(
        isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "check" for n in nodes
    )


def names_bound(source: str) -> list[str]:
    """List the names that statements bind in the notebook, in order; names inside functions do not count.

    >>> names_bound("a = [b for b in c]; import d.e; f: int = 1")
    ['a', 'd', 'f']
    """
    found: dict[str, None] = {}
    waiting: list[ast.AST] = list(reversed(ast.parse(source).body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found[node.name] = None
            continue
        if isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            continue
        if isinstance(node, ast.alias):
            found[(node.asname or node.name).split(".")[0]] = None
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = None
        waiting.extend(reversed(list(ast.iter_child_nodes(node))))
    return list(found)
