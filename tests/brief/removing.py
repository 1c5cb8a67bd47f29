"""Take one rule of the brief checker away, and see which texts of the tests are then judged otherwise."""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from functools import cache, partial
from importlib import import_module
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

from dateline import check_brief
from dateline.brief import criteria, passages
from dateline.findings import known_message
from tests.brief.conftest import HERE, case_of, table
from tests.brief.test_criteria import CASES

PACKAGE = "dateline.brief"
Outcome = tuple[Any, ...]


class Rule(NamedTuple):
    """A function by which the checker judges, what is nothing for it, and the message keys that it names."""

    name: str
    function: FunctionType
    nothing: str
    keys: frozenset[str]


class Text(NamedTuple):
    """A text of the tests: a sentence of a table, or a page."""

    name: str
    case: str
    markdown: str
    key: str = ""
    is_page: bool = False


@cache
def modules() -> tuple[ModuleType, ...]:
    """Return the modules that judge: what a check imports, and what these import in turn."""
    found: set[str] = set()
    todo = _imported_by(check_brief) | _imported_by(sys.modules[check_brief.__module__]._check)
    while todo:
        found |= todo
        todo = set().union(*(_imported_by(import_module(name)) for name in todo)) - found
    return tuple(import_module(name) for name in sorted(found))


def _imported_by(one: Any) -> set[str]:
    """The modules of the package that a module or a function imports, anywhere in it."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(one)))
    froms = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    names = {
        f"{node.module}.{alias.name}" for node in froms for alias in node.names if node.module == PACKAGE
    }
    return names | {node.module for node in froms if node.module.startswith(f"{PACKAGE}.")}


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


@cache
def texts() -> tuple[Text, ...]:
    """Return every sentence of the tables beside this file, then every page, and each spoilt in one place."""
    found = []
    for path in sorted(HERE.glob("*.tsv")):
        rows = table(path.name)
        if {"case", "sentence"} <= set(rows[0]):
            found += [Text(path.name, row["case"], row["sentence"], row.get("key", "")) for row in rows]
    pages = {path.name: path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.md"))}
    found += [Text(name, "syria-withdrawal", page, is_page=True) for name, page in pages.items()]
    for key, change, lacks in CASES:
        found.append(Text(lacks, "syria-withdrawal", change(pages["good.md"]), key, is_page=True))
    return tuple(found)


def outcome(text: Text) -> Outcome:
    """What a reader sees: verdict, keys, places, evidence of each sentence, and the rules a page breaks."""
    try:
        with nullcontext() if text.is_page else _without_page_rules():
            report = check_brief(text.markdown, case_of(text.case))
    except Exception as error:  # a rule without which the checker breaks is missed
        return (type(error).__name__,)
    judged = tuple(
        (one.verdict, tuple(one.keys), tuple(f.place for f in one.findings), one.evidence, one.needless)
        for one in report.sentences
    )
    return judged, tuple(rule.key for rule in report.criteria if not rule.met)


@contextmanager
def _without_page_rules() -> Iterator[None]:
    """Judge no page where the text is a sentence: it breaks nearly every rule for one."""
    judge = criteria.judge
    criteria.judge = lambda page: []
    try:
        yield
    finally:
        criteria.judge = judge


class Trace(NamedTuple):
    """What comes of every text, in which texts each rule finds something, and which caches keep that."""

    outcomes: tuple[Outcome, ...]
    found: dict[str, set[int]]
    kept: dict[str, set[str]]


LONGEST = "syria-withdrawal"  # the case whose sources take longest to read: read again only where needed
READING = -1  # in place of the number of a text: while the sources of a case are read


@cache
def trace() -> Trace:
    """Check every text while no rule is missing, and write down which rules find something where."""
    found, kept = defaultdict(set), defaultdict(set)
    inside: list[str] = []
    at = READING

    def watched_rule(rule: Rule, own: FunctionType, args: Any, kwargs: Any) -> Any:
        value = own(*args, **kwargs)
        if value or (rule.nothing == "None" and (value is not None or _returns_nothing(rule))):
            found[rule.name].add(at)
            kept[rule.name].update(inside)
        return value

    def watched_cache(name: str, own: FunctionType, args: Any, kwargs: Any) -> Any:
        inside.append(name)
        try:
            return own(*args, **kwargs)
        finally:
            inside.pop()

    forget()
    with ExitStack() as watches:
        for rule in rules():
            watches.enter_context(_watched(rule.function, partial(watched_rule, rule)))
        for name, cached in _caches().items():
            watches.enter_context(_watched(inspect.unwrap(cached), partial(watched_cache, name)))
        for case in sorted({text.case for text in texts()}):
            passages.ground_of(case_of(case))
        judged = []
        for at, text in enumerate(texts()):  # noqa: B007 - `watched_rule` reads it
            judged.append(outcome(text))
    return Trace(tuple(judged), found, kept)


@contextmanager
def _watched(function: FunctionType, watch: Callable[..., Any]) -> Iterator[None]:
    """Let each call of a function, wherever it comes from, go through `watch`, which gets the function."""
    code, scope = function.__code__, function.__globals__
    own = FunctionType(code, scope, function.__name__, function.__defaults__)
    own.__kwdefaults__ = function.__kwdefaults__
    name = f"_watch_{id(function)}"
    scope[name] = partial(watch, own)
    function.__code__ = eval(f"lambda *args, **kwargs: {name}(args, kwargs)").__code__
    try:
        yield
    finally:
        function.__code__ = code
        del scope[name]


def _returns_nothing(rule: Rule) -> bool:
    """Tell whether a rule writes what it finds into the work on a sentence."""
    return rule.function.__annotations__["return"] == "None"


def _caches() -> dict[str, Any]:
    """Every cached function of the modules that judge, by its name."""
    return {
        f"{module.__name__}.{name}": value
        for module in modules()
        for name, value in vars(module).items()
        if hasattr(value, "cache_clear") and value.__module__ == module.__name__
    }


def forget(kept: set[str] | None = None, sources: bool = True) -> None:
    """Forget what cached functions keep, all of them or those named, and what was read in the sources."""
    for name, cached in _caches().items():
        if kept is None or name in kept:
            cached.cache_clear()
    if sources:
        passages._kept.clear()


@contextmanager
def removed(rule: Rule) -> Iterator[None]:
    """Let a rule find nothing, wherever it is called from; what was read with it is forgotten."""
    code, reading = rule.function.__code__, READING in trace().found[rule.name]
    rule.function.__code__ = eval(f"lambda *args, **kwargs: {rule.nothing}").__code__
    grounds = list(passages._kept)
    forget(trace().kept[rule.name], reading)
    try:
        yield
    finally:
        rule.function.__code__ = code
        forget(trace().kept[rule.name])
        passages._kept[:] = grounds


_proved: dict[str, set[int]] = defaultdict(set)  # the texts that have proved a rule of a module


def changed_by(rule: Rule) -> Text | None:
    """Return the first text that is judged otherwise without a rule; None where there is none.

    Only texts in which the rule finds something are tried, unless it does while the sources are read. First
    come those that have proved another rule of its module, then those of a key that it names.
    """
    where = trace().found[rule.name]
    reading = READING in where
    proved = _proved[rule.function.__module__]

    def promise(at: int) -> tuple[bool, ...]:
        text = texts()[at]
        far = reading and text.case == LONGEST and at not in where
        return at not in proved, text.is_page, far, text.key not in rule.keys, at not in where

    with removed(rule):
        for at in sorted(range(len(texts())) if reading else where, key=promise):
            if outcome(texts()[at]) != trace().outcomes[at]:
                proved.add(at)
                return texts()[at]
    return None


if __name__ == "__main__":
    for rule in rules():
        if changed_by(rule) is None:
            print(rule.name, flush=True)
