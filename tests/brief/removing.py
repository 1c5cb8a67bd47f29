"""Take one rule of the brief checker away, and see which texts of the tests are then judged otherwise."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from functools import cache, partial
from types import FunctionType
from typing import Any, NamedTuple

from dateline import check_brief
from dateline.brief.ground import passages
from dateline.brief.layout import criteria
from tests.brief.conftest import HERE, case_of, table
from tests.brief.layout.test_criteria import CASES
from tests.brief.rules_found import Rule, modules, rules

Outcome = tuple[Any, ...]


class Text(NamedTuple):
    """A text of the tests: a sentence of a table, or a page."""

    name: str
    case: str
    markdown: str
    key: str = ""
    is_page: bool = False


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

    def watched_cache(names: list[str], own: FunctionType, args: Any, kwargs: Any) -> Any:
        inside.extend(names)
        try:
            return own(*args, **kwargs)
        finally:
            del inside[-len(names) :]

    forget()
    with ExitStack() as watches:
        for rule in rules():
            watches.enter_context(_watched(rule.function, partial(watched_rule, rule)))
        for function, names in _cached_functions().items():
            watches.enter_context(_watched(function, partial(watched_cache, names)))
        for case in sorted({text.case for text in texts()}):
            passages.ground_of(case_of(case))
        judged = []
        for at, text in enumerate(texts()):  # noqa: B007 - `watched_rule` reads it
            reread()
            judged.append(outcome(text))
    return Trace(tuple(judged), found, kept)


@contextmanager
def _watched(function: FunctionType, watch: Callable[..., Any]) -> Iterator[None]:
    """Let each call of a function, wherever it comes from, go through `watch`, which gets the function."""
    code, scope = function.__code__, function.__globals__
    own = FunctionType(code, scope, function.__name__, function.__defaults__)
    own.__kwdefaults__ = function.__kwdefaults__
    name = f"_watch_{id(own)}"  # a function that is both a rule and kept is watched twice
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


def _cached_functions() -> dict[FunctionType, list[str]]:
    """Every function behind the caches, with the names of its caches: it may have several."""
    found: dict[FunctionType, list[str]] = defaultdict(list)
    for name, cached in _caches().items():
        found[inspect.unwrap(cached)].append(name)
    return found


def forget(kept: set[str] | None = None, sources: bool = True) -> None:
    """Forget what cached functions keep, all of them or those named, and what was read in the sources."""
    for name, cached in _caches().items():
        if kept is None or name in kept:
            cached.cache_clear()
    if sources:
        passages._kept.clear()


def reread() -> None:
    """Let every paragraph be read again by the next text that cites it, and judge every sentence anew."""
    for _, ground in passages._kept:
        ground.kept.clear()
        ground.verdicts.clear()
        ground.names.kept.clear()
        for passage in ground.passages.values():
            passage.facts.kept.clear()


@contextmanager
def removed(rule: Rule) -> Iterator[None]:
    """Let a rule find nothing, wherever it is called from; what was read with it is forgotten."""
    code, reading = rule.function.__code__, READING in trace().found[rule.name]
    rule.function.__code__ = eval(f"lambda *args, **kwargs: {rule.nothing}").__code__
    grounds = list(passages._kept)
    forget(trace().kept[rule.name], reading)
    reread()
    try:
        yield
    finally:
        rule.function.__code__ = code
        forget(trace().kept[rule.name])
        passages._kept[:] = grounds
        reread()


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
