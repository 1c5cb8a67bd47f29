"""Worker processes that grade: each has its own sandbox, and none is in the way of another."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait

from dateline.errors import KitError
from dateline.findings import misconceptions
from dateline.grading import interrupts
from dateline.grading.collect import Run
from dateline.grading.intake import Submission
from dateline.grading.limits import Limits
from dateline.grading.marking import Paper
from dateline.grading.papers import PaperSpec
from dateline.grading.sandbox import Sandbox
from dateline.grading.store import Readable, Store
from dateline.grading.student import Grading, grade_student
from dateline.grading.workroom import clear_left

SPARE = 120.0  # seconds for reading and marking what one student handed in, besides running it
_NOTEBOOKS = 16  # that one student may have run
NOT_DONE = "grading this took too long or ended without an answer; look at it by hand"


@dataclass(frozen=True)
class Task:
    """A student to be graded; `known` is the fingerprint of what was graded before, "" to grade anyway."""

    submission: Submission
    known: str = ""


@dataclass(frozen=True)
class Done:
    """What became of a task: a grading, None where nothing has changed; `refused` says why there is none."""

    task: Task
    grading: Grading | None = None
    refused: str = ""


@dataclass(frozen=True)
class Setup:
    """What every worker needs to know."""

    spec: PaperSpec
    limits: Limits = field(default_factory=Limits)
    jailed: bool = True


def grade_all(tasks: Iterable[Task], setup: Setup, jobs: int) -> Iterator[Done]:
    """Yield each task as it is done, graded by `jobs` processes; every task is answered, whatever it does."""
    waiting = iter(tasks)
    crew: list[_Worker] = []
    _load(setup)
    try:
        done: list[Done | None] = []
        while True:
            for worker in crew:
                worker.give(waiting)  # before what was done is put away, so that nobody waits for that
            yield from filter(None, done)
            while len(crew) < jobs and (task := next(waiting, None)) is not None:
                crew.append(_Worker(setup, [each.pipe for each in crew]))
                crew[-1].give(iter([task]))
            busy = [worker for worker in crew if worker.task is not None]
            if not busy:
                return
            until = min(worker.deadline for worker in busy) - time.monotonic()
            wait([worker.pipe for worker in busy], max(until, 0))
            done = [worker.taken() for worker in busy]
    finally:
        for worker in crew:
            worker.end()
        if sys.platform == "linux":
            clear_left()  # of workers that had a sandbox and could not take its folder away


def longest(setup: Setup) -> float:
    """Return the seconds that grading one student may take at most."""
    return SPARE + _NOTEBOOKS * setup.limits.seconds


def _load(setup: Setup) -> None:
    """Read once what every forked worker then has: the paper with its cases, and the messages."""
    setup.spec.paper()
    misconceptions()


class _Worker:
    """One process and the pipe to it. It is started anew when it has ended or was stopped."""

    def __init__(self, setup: Setup, pipes: list[Connection]) -> None:
        self._setup, self._others = setup, pipes
        self.task: Task | None = None
        self.deadline = 0.0
        self._start()

    def _start(self) -> None:
        forks = sys.platform == "linux"
        context = multiprocessing.get_context("fork" if forks else "spawn")
        self.pipe, theirs = context.Pipe()
        # a forked child holds copies of our ends of all pipes; unless it closes them, none ever ends
        ours = [self.pipe, *self._others] if forks else []
        self._process = context.Process(target=_serve, args=(theirs, self._setup, ours), daemon=True)
        with interrupts.held():
            self._process.start()
        theirs.close()

    def give(self, waiting: Iterator[Task]) -> None:
        """Take the next task, if there is one and nothing else to do."""
        if self.task is None and (task := next(waiting, None)) is not None:
            self.task = task
            self.deadline = time.monotonic() + longest(self._setup)
            self.pipe.send(task)

    def taken(self) -> Done | None:
        """Return what became of the task, None while nobody knows."""
        try:
            done = Done(self.task, *self.pipe.recv()) if self.pipe.poll() else None
        except (EOFError, OSError):
            done = self._given_up()
        if done is None and time.monotonic() >= self.deadline:
            done = self._given_up()
        if done is not None:
            self.task = None
        return done

    def _given_up(self) -> Done:
        task = self.task
        self.end()
        self._start()
        student = task.submission.student
        lost = Grading(student.key, student.name, "not gradable", task.submission.handed_in, "", (NOT_DONE,))
        return Done(task, lost)

    def end(self) -> None:
        """End the process, at once."""
        self.pipe.close()
        self._process.kill()
        self._process.join()


def _serve(pipe: Connection, setup: Setup, not_ours: list[Connection]) -> None:
    """In the worker: grade what comes until nothing more comes. Ctrl+C is for the process that asks."""
    interrupts.put_aside()
    for each in not_ours:
        each.close()
    paper = setup.spec.paper()
    with Store() as store, Sandbox(setup.limits, jailed=setup.jailed) as sandbox:
        while True:
            try:
                task = pipe.recv()
                pipe.send(graded(task, store, paper, sandbox.run, setup.limits))
            except (EOFError, BrokenPipeError, ConnectionResetError):  # who asked has ended
                return


def graded(task: Task, store: Readable, paper: Paper, run: Run, limits: Limits) -> tuple[Grading | None, str]:
    """Return a grading, None where nothing has changed, and why there is none; it raises nothing."""
    try:
        return grade_student(store, task.submission, paper, run, limits, task.known), ""
    except KitError as fault:
        return None, str(fault)
    except Exception as fault:  # a fault of ours must not cost any other student anything
        student = task.submission.student
        note = f"{NOT_DONE} ({type(fault).__name__}: {str(fault)[:200]})"
        when = task.submission.handed_in
        return Grading(student.key, student.name, "not gradable", when, "", (note,)), ""
