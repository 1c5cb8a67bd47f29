"""Find every rule of the brief checker by what it returns: no list of them is kept by hand."""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

from dateline import check_brief
from dateline.findings import known_message

PACKAGE = "dateline.brief"
FOLDER = Path(sys.modules[check_brief.__module__].__file__ or "").parent


class Rule(NamedTuple):
    """A function by which the checker judges, what is nothing for it, and the message keys that it names."""

    name: str
    function: FunctionType
    nothing: str
    keys: frozenset[str]


@cache
def modules() -> tuple[ModuleType, ...]:
    """Return the modules that judge: what a check imports, and what these import in turn."""
    found: set[str] = set()
    room = sys.modules[check_brief.__module__]
    todo = set().union(*map(_imported_by, (check_brief, room._check, room._checked)))
    while todo:
        found |= todo
        todo = set().union(*(_imported_by(import_module(name)) for name in todo)) - found
    return tuple(import_module(name) for name in sorted(found))


def _imported_by(one: Any) -> set[str]:
    """The modules of the package that a module or a function imports, anywhere in it."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(one)))
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    named = {f"{node.module}.{alias.name}" for node in froms for alias in node.names}
    return {name for name in named | {node.module for node in froms} if _is_module(name)}


@cache
def _is_module(name: str) -> bool:
    """Whether a name is that of a module in the package, and not of a room or of what a module holds."""
    inside = name.removeprefix(f"{PACKAGE}.")
    return inside != name and (FOLDER / inside.replace(".", "/")).with_suffix(".py").is_file()


def keys_named() -> set[str]:
    """Return every message key that stands in the modules that judge, those of mere notes left out."""
    named: set[str] = set()
    for module in modules():
        tree = ast.parse(inspect.getsource(module))
        notes = {key for call in ast.walk(tree) if isinstance(call, ast.Call) for key in _of_note(call)}
        named |= {text for text in _strings(tree) if known_message(text)} - notes
    return named


def _of_note(call: ast.Call) -> set[str]:
    strings = {one.value for one in call.args if isinstance(one, ast.Constant)}
    return strings if "note" in strings else set()


def _strings(tree: ast.AST) -> set[str]:
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return {node.value for node in nodes if isinstance(node.value, str)}


def rules() -> list[Rule]:
    """Return every function that can find something: a finding, a message key, a yes, or not None."""
    return [rule for module in modules() for rule in _rules_of(module)]


def _rules_of(module: ModuleType) -> Iterator[Rule]:
    for name, function in _functions(module):
        body = ast.parse(textwrap.dedent(inspect.getsource(function)))
        keys = frozenset(text for text in _strings(body) if known_message(text))
        nothing = _nothing(function, keys)
        if nothing:
            yield Rule(f"{module.__name__.removeprefix(f'{PACKAGE}.')}.{name}", function, nothing, keys)


def _functions(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """The functions and methods that stand in a module; what is cached is looked at under its cover."""
    for name, value in vars(module).items():
        inner = inspect.unwrap(value) if callable(value) else value
        if isinstance(inner, FunctionType) and inner.__module__ == module.__name__:
            yield name, inner
        elif inspect.isclass(value) and value.__module__ == module.__name__:
            for method, member in vars(value).items():
                member = member.fget if isinstance(member, property) else member
                member = inspect.unwrap(member) if callable(member) else member
                if isinstance(member, FunctionType) and not method.startswith("__"):
                    yield f"{name}.{method}", member


def _nothing(function: FunctionType, keys: frozenset[str]) -> str:
    """What a function returns when it finds nothing; "" where it is no rule, but only reads or counts."""
    annotations = function.__annotations__
    returned = annotations.get("return", "")
    if returned == "None":  # it writes what it finds into the work on a sentence
        return "None" if "Work" in annotations.values() else ""
    if returned == "str":
        return "''" if keys else ""
    if returned == "bool" or returned.endswith("| None") or "Finding" in returned:
        return _empty(ast.parse(returned, mode="eval").body)
    return ""


def _empty(returned: ast.expr) -> str:
    """An expression for nothing of a type: None where that may be, False, a note, or what holds nothing."""
    match returned:
        case ast.BinOp():
            return "None"
        case ast.Name(id="bool"):
            return "False"
        case ast.Name(id="Finding"):
            return "__import__('dateline.findings').findings.Finding('absence-stated', 'note')"
        case ast.Subscript(value=ast.Name(id="tuple"), slice=ast.Tuple(elts=parts)):
            return f"({', '.join(map(_empty, parts))})"
        case ast.Subscript(value=ast.Name(id="dict")):
            return "{}"
        case ast.Subscript():
            return "[]"
    raise TypeError(f"what is nothing of {ast.unparse(returned)}?")
