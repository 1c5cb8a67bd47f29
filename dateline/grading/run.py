"""Grading a class from beginning to end: gather, grade what is new, keep it at once, write the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import KitError
from dateline.grading.gradebook import Gradebook
from dateline.grading.intake import Submission, gather
from dateline.grading.pool import Done, Setup, Task, grade_all
from dateline.grading.roster import Enrolled, Matched, match, squeezed
from dateline.grading.store import Store
from dateline.grading.variants import doubts, read_variants

ALL = "all"


@dataclass
class Summary:
    """What a run did: how many were graded now by state, how many unchanged, who could not be and why.

    `without` names, by state, who has no points in the gradebook, be it from this run or from an earlier one.
    """

    graded: dict[str, int] = field(default_factory=dict)
    unchanged: int = 0
    refused: dict[str, list[str]] = field(default_factory=dict)
    without: dict[str, list[str]] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)


def grade_class(
    paths: Sequence[Path], book: Gradebook, setup: Setup, jobs: int, *, roster: Sequence[Enrolled] = (),
    regrade: Sequence[str] = (), cluster: str = "", on_start: Callable[[int], None] = lambda _total: None,
    on_step: Callable[[], None] = lambda: None,
) -> Summary:  # fmt: skip
    """Grade what lies below some paths into a gradebook; each grade stands as soon as it is known.

    `regrade` names students to grade again though nothing has changed, `cluster` is the address of a Dask
    scheduler that is to do the work. Raises KitError when a path cannot
    be read, a name is unknown, or the gradebook cannot be written.
    """
    with Store() as store:
        submissions = gather(store, paths)
    class_ = _known_class(submissions, roster, book)
    again = _to_regrade(regrade, class_.submissions)
    guesses = dict.fromkeys(each.doubt for each in submissions if each.doubt)
    summary = Summary(doubts=[*class_.doubts, *guesses])
    variants = read_variants(setup.spec.variants) if setup.spec.variants else None
    tasks = [
        Task(each, "" if each.student.key in again else book.digest_of(each.student.key))
        for each in class_.submissions
    ]
    on_start(len(tasks))
    for done in _graded(tasks, setup, jobs, cluster):
        student = done.task.submission.student
        if done.grading is not None:
            book.put(done.grading)
            summary.graded[done.grading.state] = summary.graded.get(done.grading.state, 0) + 1
            summary.doubts += doubts(student.name, done.grading.notes, variants) if variants else []
        elif done.refused:
            summary.refused.setdefault(done.refused, []).append(student.name)
        else:
            summary.unchanged += 1
        on_step()
    for each in class_.submissions:
        book.enroll(each.student.key, each.student.name, class_.rosters.get(each.student.key))
    summary.without = book.without_points()
    return summary


def _graded(tasks: Sequence[Task], setup: Setup, jobs: int, cluster: str) -> Iterator[Done]:
    if not cluster:
        return grade_all(tasks, setup, max(min(jobs, len(tasks)), 1))
    from dateline.grading.cluster import grade_on_cluster

    return grade_on_cluster(tasks, setup, cluster)


def _known_class(submissions: Sequence[Submission], roster: Sequence[Enrolled], book: Gradebook) -> Matched:
    """Put the roster in the book: who is missing gets a row, unless the book has a grade by that name."""
    if not roster:
        return Matched(list(submissions), doubts=list(_same_names(submissions)))
    class_ = match(submissions, roster)
    known = {squeezed(name) for key, name in book.students() if book.digest_of(key)}
    missing = {each.key for each in class_.missing}
    for each in class_.missing:
        if squeezed(each.name) not in known:
            book.enroll(each.key, each.name, each.told)
    for each in roster:
        if each.key not in missing and each.key not in {one.student.key for one in submissions}:
            book.withdraw(each.key)
    return class_


def _same_names(submissions: Sequence[Submission]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for each in submissions:
        name = squeezed(each.student.name)
        if name in seen:
            yield f"“{seen[name]}” and “{each.student.name}” are called alike: they are graded apart"
        seen.setdefault(name, each.student.name)


def _to_regrade(names: Sequence[str], submissions: Sequence[Submission]) -> set[str]:
    """Return the keys of the students named; KitError when nobody is called so."""
    if ALL in names:
        return {each.student.key for each in submissions}
    found: set[str] = set()
    for name in names:
        keys = {
            each.student.key
            for each in submissions
            if name == each.student.key or squeezed(name) == squeezed(each.student.name)
        }
        if not keys:
            from rapidfuzz import process

            near = process.extract(name, [each.student.name for each in submissions], limit=3)
            raise KitError(
                f"Nobody here is called {name!r}. Nearest: {', '.join(each[0] for each in near) or 'nobody'}."
            )
        found |= keys
    return found
