"""Reading the answers of a notebook without running it: those that are plain literals, and what has to be run.

An answer is found by its name, wherever its cell stands. It is read where its last assignment is a literal
and nothing after it could change what the name holds; else the notebook has to be run to know.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.answers import is_untried

DEEPEST = 60  # brackets within brackets; a literal that is deeper is no answer
LONGEST = 500_000  # characters of a cell
# May be handed an answer: they read it and change nothing.
READERS = {
    "check", "print", "display", "len", "type", "repr", "str", "sorted", "sum", "min", "max", "timeline",
    "figures_over_time", "in_words", "check_brief", "hint", "bool", "any", "all", "isinstance", "pd",
}  # fmt: skip
# By these a name may be bound or changed that does not stand there.
_UNSEEN = {
    "exec",
    "eval",
    "globals",
    "locals",
    "vars",
    "setattr",
    "delattr",
    "get_ipython",
    "__import__",
    "compile",
}
_MAGIC = re.compile(r"^\s*(?:%{1,2}|!|\?)(?P<name>\w*)", re.MULTILINE)
_BINDING_MAGICS = {
    "run",
    "load",
    "store",
    "reset",
    "capture",
    "macro",
    "edit",
    "python",
    "timeit",
    "time",
    "prun",
}


@dataclass
class Read:
    """What a notebook holds by answer name: `answers` that are known, names `to_run`, and `notes` for a teacher."""

    answers: dict[str, Any] = field(default_factory=dict)
    to_run: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


class _NotLiteralError(Exception):
    """An expression that has to be run."""


def read_answers(cells: Sequence[str], names: Iterable[str]) -> Read:
    """Read the answers called `names` from the code cells of a notebook, in their order.

    A name that is bound nowhere is left out. Nothing is run, whatever the cells hold.

    >>> read_answers(["a = [1, 2]", "check('1.1', a)", "b = 2 + len(a)"], ["a", "b", "c"])
    Read(answers={'a': [1, 2]}, to_run={'b'}, notes=[])
    """
    read = Read()
    statements: list[ast.stmt] = []
    for number, cell in enumerate(cells, 1):
        parsed, why = _parsed(cell)
        statements += parsed
        if why:
            read.notes.append(f"code cell {number} is left out: {why}")
    magic = max(
        (len(_parsed_before(cells, at)) for at, cell in enumerate(cells) if _binds_unseen(cell)), default=-1
    )
    for name in names:
        _read_one(name, statements, magic, read)
    return read


def _parsed_before(cells: Sequence[str], at: int) -> list[ast.stmt]:
    return [statement for cell in cells[: at + 1] for statement in _parsed(cell)[0]]


def _parsed(cell: str) -> tuple[list[ast.stmt], str]:
    """Return the statements of a cell, or none and why."""
    if len(cell) > LONGEST:
        return [], f"it is longer than {LONGEST:,} characters"
    if cell.lstrip().startswith("%%"):
        return [], ""
    plain = _MAGIC.sub(lambda found: f"pass  # {found['name']}", cell) if _MAGIC.search(cell) else cell
    for text in (cell, plain):
        try:
            return ast.parse(text).body, ""
        except SyntaxError as fault:
            why = f"it is not Python ({fault.msg}, line {fault.lineno})"
        except (ValueError, RecursionError, MemoryError):
            why = "it is not Python that can be read"
    return [], why


def _binds_unseen(cell: str) -> bool:
    """Tell whether a cell has a magic command of IPython that may bind names."""
    return any(found["name"] in _BINDING_MAGICS for found in _MAGIC.finditer(cell))


def _read_one(name: str, statements: list[ast.stmt], magic: int, read: Read) -> None:
    bound = [at for at, statement in enumerate(statements) if _binds(name, statement)]
    if not bound:
        if magic >= 0 or any(_may_bind_unseen(statement) for statement in statements):
            read.to_run.add(name)
        return
    values = [_value(name, statements[at]) for at in bound]
    while len(values) > 1 and values[-1] is not _COMPUTED and is_untried(values[-1]):
        values.pop()  # a copy of the blank below an answer takes nothing away
        bound.pop()
    last = bound[-1]
    rest = [each for each in statements[last + 1 :] if _value(name, each) is not ...]
    readers = READERS - _rebound(statements)
    if values[-1] is _COMPUTED or magic > last or any(_may_change(name, each, readers) for each in rest):
        read.to_run.add(name)
    if values[-1] is not _COMPUTED:
        read.answers[name] = values[-1]


_COMPUTED = object()


def _value(name: str, statement: ast.stmt) -> Any:
    """Return what a statement gives a name where that is a literal, else _COMPUTED."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
            pass
        case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value) if target == name:
            pass
        case _:
            return _COMPUTED
    try:
        return _literal(value, 0)
    except (_NotLiteralError, ValueError, TypeError, RecursionError, MemoryError, OverflowError):
        return _COMPUTED


def _literal(node: ast.expr, depth: int) -> Any:
    """Return the value of a literal, or of a table made of nothing but literals."""
    if depth > DEEPEST:
        raise _NotLiteralError
    match node:
        case ast.Constant(value=value) if not isinstance(value, (bytes, complex)):
            return value
        case ast.List(elts=items):
            return [_literal(item, depth + 1) for item in items]
        case ast.Tuple(elts=items):
            return tuple(_literal(item, depth + 1) for item in items)
        case ast.Set(elts=items):
            return {_literal(item, depth + 1) for item in items}
        case ast.Dict(keys=keys, values=values) if all(keys):
            pairs = zip(keys, values, strict=True)
            return {_literal(key, depth + 1): _literal(value, depth + 1) for key, value in pairs}
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return -value
        case ast.Call(func=ast.Name(id="set" | "list" | "dict" | "tuple" as made), args=[], keywords=[]):
            return {"set": set, "list": list, "dict": dict, "tuple": tuple}[made]()
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="pd"), attr="DataFrame"), args=[rows], keywords=[]
        ):
            return _rows(_literal(rows, depth + 1))
    raise _NotLiteralError


def _rows(value: Any) -> list[dict[str, Any]]:
    """The rows of a DataFrame that is made of a list of dicts with the same keys."""
    if (
        isinstance(value, list)
        and value
        and all(isinstance(row, dict) and list(row) == list(value[0]) for row in value)
    ):
        return value
    raise _NotLiteralError


def _binds(name: str, statement: ast.stmt) -> bool:
    """Tell whether a statement outside functions binds a name, or one inside declares it global."""
    for node in ast.walk(statement):
        match node:
            case ast.Name(id=found, ctx=ast.Store() | ast.Del()) if found == name:
                return True
            case ast.alias(name=found, asname=other) if (other or found.split(".")[0]) == name:
                return True
            case ast.Global(names=names) | ast.Nonlocal(names=names) if name in names:
                return True
            case (
                ast.FunctionDef(name=found) | ast.AsyncFunctionDef(name=found) | ast.ClassDef(name=found)
            ) if found == name:
                return True
            case ast.ExceptHandler(name=found) | ast.MatchAs(name=found) | ast.MatchStar(name=found) if (
                found == name
            ):
                return True
            case ast.MatchMapping(rest=found) if found == name:
                return True
    return False


def _may_bind_unseen(statement: ast.stmt) -> bool:
    return any(
        (isinstance(node, ast.Name) and node.id in _UNSEEN)
        or (isinstance(node, ast.Attribute) and node.attr in _UNSEEN)
        or (isinstance(node, ast.alias) and node.name == "*")
        for node in ast.walk(statement)
    )


def _rebound(statements: list[ast.stmt]) -> set[str]:
    """The readers that a notebook itself gives another meaning."""
    found = set()
    for statement in statements:
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").split(".")[0] == "dateline":
            continue
        if isinstance(statement, ast.Import) and all(each.name == "pandas" for each in statement.names):
            continue
        found |= {reader for reader in READERS if _binds(reader, statement)}
    return found


def _may_change(name: str, statement: ast.stmt, readers: set[str]) -> bool:
    """Tell whether a statement after the assignment may change what the name holds.

    To look at it, to hand it to a reader or to compare it changes nothing; a method called on it, a part
    of it set, or another name for it may.
    """
    if _may_bind_unseen(statement):
        return True
    harmless = {id(node) for node in _only_read(statement, readers)}
    return any(
        isinstance(node, ast.Name) and node.id == name and id(node) not in harmless
        for node in ast.walk(statement)
    )


def _only_read(statement: ast.stmt, readers: set[str]) -> Iterable[ast.Name]:
    """Yield each place in a statement where a name is only read."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Name):
        yield statement.value
    for node in ast.walk(statement):
        match node:
            case ast.Call(func=ast.Name(id=reader), args=args, keywords=keywords) if reader in readers:
                yield from (
                    each for each in (*args, *(one.value for one in keywords)) if isinstance(each, ast.Name)
                )
            case ast.Call(func=ast.Attribute(value=ast.Name(id="pd"), attr="DataFrame"), args=args) if (
                "pd" in readers
            ):
                yield from _of_choice(args)
            case ast.Compare(left=left, comparators=others):
                yield from (each for each in (left, *others) if isinstance(each, ast.Name))


def _of_choice(args: list[ast.expr]) -> Iterable[ast.Name]:
    """The names handed on as they are or by a choice: `DataFrame([] if drawn is ... else drawn)`."""
    for each in args:
        parts = (each.body, each.orelse) if isinstance(each, ast.IfExp) else (each,)
        yield from (part for part in parts if isinstance(part, ast.Name))
