"""Reading the answers of a notebook without running it: those that are literals, and what has to be run.

An answer is found by its name, wherever its cell stands. It is read where its last assignment is a literal
and nothing in the notebook could change what the name holds; else the notebook has to be run to know.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.answers import is_untried
from dateline.grading.constants import EMPTY, NotLiteralError, holds_scalars, is_flat, literal_of
from dateline.grading.magics import CellError, parse_cell

# May be handed an answer: they read it, change nothing and keep no part of it.
READERS = {
    "check", "print", "display", "len", "type", "repr", "str", "timeline", "figures_over_time", "in_words",
    "check_brief", "hint", "bool", "any", "all", "isinstance", "Timeline", "FiguresAcrossDates",
}  # fmt: skip
# These hand on a part of what they are given, which may be changed later where it can be changed at all.
GIVE_A_PART = {"sorted", "sum", "min", "max"}
# By these a name may be bound or changed that does not stand there.
_UNSEEN = {
    "exec", "eval", "compile", "globals", "locals", "vars", "setattr", "delattr", "get_ipython", "__import__",
    "__main__", "__builtins__", "builtins", "sys", "gc", "inspect", "importlib", "ctypes", "runpy", "code",
    "__dict__", "__globals__", "f_globals", "f_locals", "f_back",
}  # fmt: skip
_LATER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, ast.GeneratorExp)
_COMPUTED = object()


@dataclass
class Read:
    """What a notebook holds by answer name: `answers` that are known, names `to_run`, and `notes`."""

    answers: dict[str, Any] = field(default_factory=dict)
    to_run: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Statement:
    """A statement: the names it binds, those it mentions, those that code to be run later mentions."""

    node: ast.stmt
    binds: frozenset[str]
    mentions: frozenset[str]
    later: frozenset[str]


def read_answers(cells: Sequence[str], names: Iterable[str]) -> Read:
    """Read the answers called `names` from the code cells of a notebook, in their order.

    A name that is bound nowhere is left out. Nothing is run, whatever the cells hold.

    >>> read_answers(["a = [1, 2]", "check('1.1', a)", "b = 2 + len(a)"], ["a", "b", "c"])
    Read(answers={'a': [1, 2]}, to_run={'b'}, notes=[])
    """
    read = Read()
    statements: list[_Statement] = []
    for number, cell in enumerate(cells, 1):
        try:
            statements += [_looked_at(node) for node in parse_cell(cell).body]
        except CellError as fault:
            read.notes.append(f"code cell {number} is left out: {fault}")
    unseen = any(not _UNSEEN.isdisjoint(each.mentions) for each in statements)
    rebound = _rebound(statements)
    for name in names:
        _read_one(name, statements, unseen, rebound, read)
    return read


def _read_one(name: str, statements: list[_Statement], unseen: bool, rebound: set[str], read: Read) -> None:
    bound = [at for at, each in enumerate(statements) if name in each.binds]
    if not bound:
        if unseen:
            read.to_run.add(name)
        return
    values = [_value(name, statements[at].node, rebound) for at in bound]
    while len(values) > 1 and values[-1] is not _COMPUTED and is_untried(values[-1]):
        values.pop()  # a copy of the blank below an answer takes nothing away
        bound.pop()
    value, last = values[-1], bound[-1]
    if value is not _COMPUTED:
        read.answers[name] = value
    if value is _COMPUTED or unseen or _may_change(name, value, statements, last, rebound):
        read.to_run.add(name)


def _may_change(name: str, value: Any, statements: list[_Statement], last: int, rebound: set[str]) -> bool:
    """Tell whether what a name holds may be another value than the literal it was last given.

    To look at it, to hand it to a reader or to compare it changes nothing; a method called on it, a part
    of it set, another name for it, or a function that speaks of it may.
    """
    for at, each in enumerate(statements):
        if name in each.later or (
            at > last and name in each.mentions and not _leaves(name, value, each, rebound)
        ):
            return True
    return False


def _leaves(name: str, value: Any, statement: _Statement, rebound: set[str]) -> bool:
    """Tell whether a statement only reads what a name holds, or gives it an untried blank."""
    if name in statement.binds:
        later = _value(name, statement.node, rebound)
        return later is not _COMPUTED and is_untried(later)
    harmless = {id(node) for node in _only_read(statement.node, value, rebound)}
    return all(
        id(node) in harmless
        for node in ast.walk(statement.node)
        if (isinstance(node, ast.Name) and node.id == name)
        or (isinstance(node, ast.Attribute) and node.attr == name)
    )


def _only_read(statement: ast.stmt, value: Any, rebound: set[str]) -> Iterator[ast.Name]:
    """Yield each place in a statement where a name is only read."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Name):
        yield statement.value
    safe = READERS | (GIVE_A_PART if holds_scalars(value) else set())
    for node in ast.walk(statement):
        match node:
            case ast.Call(func=ast.Name(id=reader), args=args, keywords=keywords) if reader in safe - rebound:
                given = [*args, *(each.value for each in keywords)]
                inside = [part for each in given if isinstance(each, ast.Dict) for part in each.values]
                yield from (each for each in (*given, *inside) if isinstance(each, ast.Name))
            case ast.Call(func=ast.Attribute(value=ast.Name(id="pd"), attr="DataFrame"), args=args) if (
                "pd" not in rebound and is_flat(value)
            ):
                yield from _of_choice(args)
            case ast.Compare(left=left, comparators=others):
                yield from (each for each in (left, *others) if isinstance(each, ast.Name))


def _of_choice(args: list[ast.expr]) -> Iterator[ast.Name]:
    """The names handed on as they are or by a choice: `DataFrame([] if drawn is ... else drawn)`."""
    for each in args:
        parts = (each.body, each.orelse) if isinstance(each, ast.IfExp) else (each,)
        yield from (part for part in parts if isinstance(part, ast.Name))


def _value(name: str, statement: ast.stmt, rebound: set[str]) -> Any:
    """Return what a statement gives a name where that is a literal, else _COMPUTED."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
            pass
        case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value) if target == name:
            pass
        case _:
            return _COMPUTED
    try:
        return literal_of(value, rebound)
    except NotLiteralError:
        return _COMPUTED


def _rebound(statements: list[_Statement]) -> set[str]:
    """The readers, makers and `pd` that a notebook itself gives another meaning."""
    found: set[str] = set()
    for each in statements:
        if isinstance(each.node, ast.ImportFrom) and (each.node.module or "").split(".")[0] == "dateline":
            continue
        if isinstance(each.node, ast.Import) and all(one.name == "pandas" for one in each.node.names):
            continue
        found |= each.binds
        # `builtins.print = …` or `pd.DataFrame = …`
        found |= {
            n.attr
            for n in ast.walk(each.node)
            if isinstance(n, ast.Attribute) and not isinstance(n.ctx, ast.Load)
        }
    return found & {*READERS, *GIVE_A_PART, *EMPTY, "pd"} | ({"pd"} if "DataFrame" in found else set())


def _looked_at(statement: ast.stmt) -> _Statement:
    binds, mentions, later = set(), set(), set()
    for node in ast.walk(statement):
        binds |= _bound_by(node)
        mentions |= _mentioned_by(node)
        if isinstance(node, _LATER):
            later |= {name for inner in ast.walk(node) for name in _mentioned_by(inner)}
    return _Statement(statement, frozenset(binds), frozenset(mentions | binds), frozenset(later))


def _bound_by(node: ast.AST) -> set[str]:
    """The names that a piece of syntax binds or deletes, or declares to be bound elsewhere."""
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
            return {name}
        case ast.alias(name=name, asname=other):
            return {other or name.split(".")[0]}
        case ast.Global(names=names) | ast.Nonlocal(names=names):
            return set(names)
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            return {name}
        case ast.MatchMapping(rest=str(name)):
            return {name}
    return set()


def _mentioned_by(node: ast.AST) -> set[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return {name}
        case ast.alias(name="*"):
            return {"__import__"}  # whatever it binds is not seen
        case ast.alias(name=name):
            return set(name.split("."))
        case ast.ImportFrom(module=str(name)):
            return set(name.split("."))
        case ast.Global(names=names) | ast.Nonlocal(names=names):
            return set(names)
    return set()
