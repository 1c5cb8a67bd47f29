"""Are briefs judged right, and how fast? `--faults [operator]` lists those of the development halves."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from _brief_gold import FOLDER, GROUPS, TABLES, Score, case_of, group_of, rows, score

from dateline import check_brief

# A half is the sentences on cases with a key and, after "+", those on reports whose key is empty.
HALVES = {
    "development": (
        "development",
        "plain-development",
        "second-development",
        "third-development",
        "plain-third-development",
        "fourth-development",
        "plain-fourth-development",
        "fifth-development",
        "plain-fifth-development",
        "seventh-development",
        "plain-seventh-development",
        "eighth-development",
        "plain-eighth-development",
        "ninth-development",
        "plain-ninth-development",
        "tenth-development",
        "plain-tenth-development",
        "eleventh-development",
        "plain-eleventh-development",
        "twelfth-development",
        "plain-twelfth-development",
        "thirteenth-development",
        "plain-thirteenth-development",
        "fourteenth-development",
        "plain-fourteenth-development",
    ),
    "sealed": ("sealed", "plain-sealed"),
}
CAUGHT = {
    **dict.fromkeys(("figure", "hedge", "citation", "misquotation"), 0.98),
    **dict.fromkeys(("date", "population", "scope", "speaker"), 0.95),
}
NOT_ACCEPTED = {**dict.fromkeys(("certainty", "negation", "unsupported"), 0.92), "cheat": 1.0}
RIGHT_REASON = 0.90  # of all that are caught
REJECTED, TO_REVIEW = 0.04, 0.08  # of all fair ones, at most
WORDS = 300  # of a brief
MILLISECONDS = 50.0  # for it, at most
RUNS = 5


class Target(NamedTuple):
    """A share that is wanted: at least, or at most, so much of a whole."""

    words: str
    part: Callable[[list[Score]], tuple[int, int]]
    share: float
    at_most: bool = False


def main() -> int:
    """Print counts by operator, the targets, the good briefs and speed; return 1 where a target is missed."""
    first = _first_call()  # before anything is loaded
    scores = {table: score(rows(table)) for table in TABLES}
    if "--faults" in sys.argv:
        print("\n".join(_faults(scores)))
    _by_operator(scores)
    missed = _targets(scores)
    missed |= _good_briefs()
    print(f"  {'the first brief of all, with its case':<34} {first:8.1f} ms")
    took = statistics.median(_milliseconds())
    print(f"  {f'a brief of {WORDS} words, median of all':<34} {took:8.1f} ms   limit {MILLISECONDS:.0f} ms")
    print(f"  {'the same with one sentence changed':<34} {statistics.median(_again()):8.1f} ms")
    return int(missed or took > MILLISECONDS)


def _faults(scores: dict[str, Score]) -> Iterator[str]:
    """List what goes wrong, of one operator where one is named; sealed rows are never looked at."""
    asked = sys.argv[sys.argv.index("--faults") + 1 :]
    for table in HALVES["development"]:
        for operator, faults in scores[table].faults.items():
            if not asked or operator in asked:
                yield from faults


def _by_operator(scores: dict[str, Score]) -> None:
    """Print a line an operator: wrong sentences first, then fair ones."""
    for kind, counted in (
        ("wrong", ("caught", "right reason", "not accepted")),
        ("fair", ("rejected", "to review")),
    ):
        print(f"  {kind}: {', '.join(counted)} / of how many")
        print(f"    {'':<22}{''.join(f'{table:>21}' for table in scores)}")
        for operator in _operators(scores, kind):
            cells = (_cell(result, (operator,), kind, counted) for result in scores.values())
            print(f"    {operator:<22}{''.join(f'{cell:>21}' for cell in cells)}")
        cells = (_cell(result, (), kind, counted) for result in scores.values())
        print(f"    {'all':<22}{''.join(f'{cell:>21}' for cell in cells)}")


def _operators(scores: dict[str, Score], kind: str) -> list[str]:
    """Return the operators that have sentences of a kind: wrong ones by group, fair ones by name."""
    found = sorted(
        {operator for result in scores.values() for operator, what in result.count if what == kind}
    )
    groups = list(GROUPS)
    return found if kind == "fair" else sorted(found, key=lambda one: groups.index(group_of(one)))


def _cell(result: Score, operators: tuple[str, ...], kind: str, counted: tuple[str, ...]) -> str:
    """Say how many sentences were judged in each way, of how many; a dash where there are none."""
    total = result.of(kind, operators)
    return f"{' '.join(f'{result.of(what, operators):>3}' for what in counted)} /{total:>4}" if total else "-"


def _targets(scores: dict[str, Score]) -> bool:
    """Print each target with what was reached, a half a column; tell whether one is missed in a half."""
    missed = False
    columns = {half: [scores[table] for table in tables] for half, tables in HALVES.items()}
    print(f"  {'with the empty keys':<34} {'  '.join(f'{half:>15}' for half in columns)}")
    for target in _wanted():
        cells = []
        for half in columns.values():
            part, whole = target.part(half)
            cells.append(f"{part:>3} of {whole:>3} {part / max(whole, 1):6.1%}")
            bound = target.share * whole
            missed |= part > bound if target.at_most else part < bound
        aim = f"{'at most' if target.at_most else 'target'} {target.share:.0%}"
        print(f"  {target.words:<34} {'  '.join(f'{cell:>15}' for cell in cells)}   {aim}")
    return missed


def _wanted() -> Iterator[Target]:
    for group, share in CAUGHT.items():
        yield Target(f"{group}: caught", _share("caught", "wrong", GROUPS[group]), share)
    for group, share in NOT_ACCEPTED.items():
        yield Target(f"{group}: not accepted", _share("not accepted", "wrong", GROUPS[group]), share)
    yield Target("right reason, of those caught", _share("right reason", "caught"), RIGHT_REASON)
    yield Target("fair ones rejected", _share("rejected", "fair"), REJECTED, at_most=True)
    yield Target("fair ones sent to review", _share("to review", "fair"), TO_REVIEW, at_most=True)


def _share(
    part: str, whole: str, operators: tuple[str, ...] = ()
) -> Callable[[list[Score]], tuple[int, int]]:
    """Count a part and its whole over the tables of a half; without operators, over all of them."""

    def counted(half: list[Score]) -> tuple[int, int]:
        return tuple(sum(result.of(what, operators) for result in half) for what in (part, whole))

    return counted


def _good_briefs() -> bool:
    """Print how many sentences of the good briefs are not let stand; tell whether there is one."""
    total = stopped = 0
    for _, case, text in _briefs():
        verdicts = [one.verdict for one in check_brief(text, case_of(case)).sentences if one.kind != "head"]
        total += len(verdicts)
        stopped += sum(verdict in ("unsupported", "review") for verdict in verdicts)
    words = "good briefs: sentences stopped"
    print(f"  {words:<34} {f'{stopped:>3} of {total:>3} {stopped / total:6.1%}':>15}   target none")
    return stopped > 0


def _briefs() -> list[tuple[str, str, str]]:
    """Return the name, the case and the text of each good brief."""
    paths = sorted(path for path in FOLDER.glob("*/*.md") if path.parent.name != "cases")
    return [(path.name, path.parent.name, path.read_text(encoding="utf-8")) for path in paths]


def _first_call() -> float:
    """Return the milliseconds for the first brief of a process, loading and reading its case included."""
    _, case, text = _briefs()[0]
    start = time.perf_counter()
    check_brief(text, case_of(case))
    return (time.perf_counter() - start) * 1000


def _milliseconds() -> list[float]:
    """Return for each good brief the median time of its runs, as if it had WORDS words.

    Before each run all is forgotten that caches hold of a text, and another brief is checked: the text is new
    to a process that is not.
    """
    times, briefs = [], _briefs()
    for _, case, text in briefs:
        other = next(other for _, of, other in briefs if of == case and other != text)
        runs, words = [], check_brief(text, case_of(case)).words
        for _ in range(RUNS):
            _forget()
            check_brief(other, case_of(case))
            start = time.process_time()
            check_brief(text, case_of(case))
            runs.append((time.process_time() - start) * 1000 * WORDS / words)
        times.append(statistics.median(runs))
    return times


def _again() -> list[float]:
    """Return for each good brief the same where it was checked before and one sentence has been changed."""
    times = []
    for _, case, text in _briefs():
        report = check_brief(text, case_of(case))
        cited = [line.text for line in report.lines if line.citations and line.text in text]
        runs = []
        for sentence in cited[:: len(cited) // RUNS]:
            _forget()
            check_brief(text, case_of(case))
            changed = text.replace(sentence, f"Indeed, {sentence}", 1)
            start = time.process_time()
            check_brief(changed, case_of(case))
            runs.append((time.process_time() - start) * 1000 * WORDS / report.words)
        times.append(statistics.median(runs))
    return times


def _forget() -> None:
    """Empty every cache of the kit that a text can fill; what comes of the cases and word lists stays."""
    from dateline.brief.ground.passages import _kept  # not sooner: the first call of all is measured too

    for _, ground in _kept:
        ground.verdicts.clear()
        ground.names.forget()
    modules = [module for name, module in sys.modules.items() if name.startswith("dateline.")]
    for value in {id(value): value for module in modules for value in vars(module).values()}.values():
        if hasattr(value, "cache_info") and value.cache_info().maxsize is not None:
            value.cache_clear()


if __name__ == "__main__":
    sys.exit(main())
