"""Grading on the machines of a Dask cluster: the same work as here, sent to whoever is there."""

from __future__ import annotations

import logging
import os
import threading
import uuid
import warnings
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from dateline import __version__
from dateline.errors import KitError
from dateline.grading.marking import Paper
from dateline.grading.parcel import Parcel, packed
from dateline.grading.pool import NOT_DONE, Done, Setup, Task, graded, longest
from dateline.grading.sandbox import Sandbox
from dateline.grading.store import Store
from dateline.grading.student import Grading, fingerprint, is_known

try:
    from distributed import Client, Future, WorkerPlugin, get_worker, wait
    from distributed.scheduler import KilledWorker
except ModuleNotFoundError:
    raise KitError(
        "--cluster needs the package `distributed`. Install it: .venv/bin/pip install '.[cluster]'"
    ) from None

PATIENCE = 15  # seconds to wait for a scheduler, and for the first worker
AHEAD = 3  # students that wait for each thread of a worker, so that none is idle
LEAST_AHEAD = 16  # students, as workers may come later
LONELY = 4  # times that PATIENCE without any worker, until it is given up
ALONE = "The cluster has no worker any more. What is graded so far is kept; start some and grade again."
GONE = "The Dask scheduler went away. What is graded so far is kept; start it and grade again."


class UnreachableError(KitError):
    """There is no cluster at an address, or it went away."""

    exit_code = 2


class Grader(WorkerPlugin):
    """What each worker holds while a class is graded: the paper and a sandbox. A new worker gets it too."""

    def __init__(self, paper: Paper, setup: Setup) -> None:
        self.name = f"dateline-{uuid.uuid4().hex}"
        self.version, self._paper, self._setup = __version__, paper, setup

    def setup(self, worker: Any) -> None:
        """Begin on a worker; KitError when it has another version of the kit."""
        if self.version != __version__:
            raise KitError(f"{worker.address} has Dateline {__version__}, and not {self.version}")
        # One thread starts the sandbox and stays as long: the sandbox ends with the thread that started it.
        self._thread = ThreadPoolExecutor(1)
        self._sandbox = Sandbox(self._setup.limits, jailed=self._setup.jailed)

    def teardown(self, worker: Any) -> None:
        """End the sandbox."""
        self._thread.submit(self._sandbox.close)
        self._thread.shutdown()

    def grade(self, task: Task, parcel: Parcel) -> tuple[Grading | None, str]:
        """Grade one student. Who takes far too long ends the worker, as a process of the pool is ended."""
        over = threading.Timer(longest(self._setup), os._exit, (1,))
        over.daemon = True
        over.start()
        try:
            work = self._thread.submit(
                graded, task, parcel, self._paper, self._sandbox.run, self._setup.limits
            )
            return work.result()
        finally:
            over.cancel()


def grade_there(name: str, task: Task, parcel: Parcel) -> tuple[Grading | None, str]:
    """On a worker: grade with what it holds under a name."""
    return get_worker().plugins[name].grade(task, parcel)


def grade_on_cluster(tasks: Iterable[Task], setup: Setup, address: str) -> Iterator[Done]:
    """Yield each task as it is done on the cluster at an address, as `grade_all` does here.

    What a worker had when it was lost is graded by another. Raises UnreachableError when there is no
    scheduler, no worker, or the scheduler goes away; KitError when the workers cannot grade.
    """
    paper = setup.spec.paper()
    if paper.variants is not None:
        paper.variants.load_all()  # the workers have no folder to read them from
    grader = Grader(paper, setup)
    with _client(address) as client, Store() as store:
        _equip(client, grader, address)
        try:
            yield from _sent(client, grader, _parcels(tasks, store, paper, setup))
        finally:
            if client.status == "running":
                client.unregister_worker_plugin(grader.name)


@contextmanager
def _client(address: str) -> Iterator[Client]:
    """Connect to a cluster that has at least one worker; what Dask logs on the way is said in a sentence."""
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module="distributed")  # large submissions are no fault
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as fault:
        raise UnreachableError(
            f"No Dask scheduler answers at {address} ({str(fault)[:120]}). Start one: dask scheduler"
        ) from None
    try:
        _wait_for_a_worker(client, address)
        yield client
    finally:
        client.close(timeout=PATIENCE)


def _wait_for_a_worker(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        raise UnreachableError(
            f"The scheduler at {address} has no worker. Start some: dask worker {address} --nthreads 1"
        ) from None


def _equip(client: Client, grader: Grader, address: str) -> None:
    try:
        client.register_plugin(grader)
    except Exception as fault:  # whatever the workers lack
        raise KitError(
            f"The workers at {address} cannot grade: {fault}. Give them this Dateline, {__version__}, too."
        ) from None


def _parcels(
    tasks: Iterable[Task], store: Store, paper: Paper, setup: Setup
) -> Iterator[tuple[Task, Parcel | None]]:
    """Yield each task with what is to be sent, None where nothing has changed since it was graded."""
    for task in tasks:
        parcel, student = packed(store, task.submission), task.submission.student
        digest, _ = fingerprint(parcel, task.submission, paper.of(student.key, student.name))
        yield task, None if is_known(digest, setup.limits, task.known) else parcel


def _sent(client: Client, grader: Grader, parcels: Iterable[tuple[Task, Parcel | None]]) -> Iterator[Done]:
    """Keep every thread of the cluster busy, with a few students ahead; yield what comes back."""
    ahead = max(AHEAD * sum(client.nthreads().values()), LEAST_AHEAD)
    sent: dict[Future, Task] = {}
    for task, parcel in parcels:
        if parcel is None:
            yield Done(task)
            continue
        future = client.submit(grade_there, grader.name, task, parcel, pure=False)
        sent[future] = task
        if len(sent) >= ahead:
            yield _arrived(_first(client, sent), sent)
    while sent:
        yield _arrived(_first(client, sent), sent)


def _first(client: Client, sent: Iterable[Future]) -> Future:
    """Return the first that is done; UnreachableError when nobody is there to do it any more."""
    waited = 0
    try:
        while True:
            try:
                with client.as_current():
                    return next(iter(wait(list(sent), PATIENCE, "FIRST_COMPLETED").done))
            except TimeoutError:
                waited = 0 if client.nthreads() else waited + 1
            if waited == LONELY:
                raise UnreachableError(ALONE)
    except (CancelledError, OSError, TimeoutError):
        raise UnreachableError(GONE) from None


def _arrived(future: Future, sent: dict[Future, Task]) -> Done:
    task = sent.pop(future)
    try:
        return Done(task, *future.result())
    except KilledWorker:  # it ended one worker after the other
        student = task.submission.student
        when = task.submission.handed_in
        return Done(task, Grading(student.key, student.name, "not gradable", when, "", (NOT_DONE,)))
    except (CancelledError, OSError, TimeoutError):
        raise UnreachableError(GONE) from None
