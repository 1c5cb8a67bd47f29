"""The gradebook: one SQLite file in which every grade stands as soon as it is known, with its history."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from dateline.errors import KitError
from dateline.findings import Finding, Place, Result
from dateline.grading.student import Grading

VERSION = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS student (
  key TEXT PRIMARY KEY, name TEXT NOT NULL, roster TEXT NOT NULL DEFAULT '{}'
);
CREATE TABLE IF NOT EXISTS grading (
  id INTEGER PRIMARY KEY, student TEXT NOT NULL REFERENCES student (key), digest TEXT NOT NULL,
  state TEXT NOT NULL, handed_in TEXT, graded TEXT NOT NULL, notes TEXT NOT NULL, files TEXT NOT NULL,
  hints TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS grading_student ON grading (student, id);
CREATE TABLE IF NOT EXISTS mark (
  grading INTEGER NOT NULL REFERENCES grading (id), exercise TEXT NOT NULL, status TEXT NOT NULL,
  points REAL NOT NULL, possible REAL NOT NULL, answer TEXT NOT NULL, result TEXT NOT NULL,
  PRIMARY KEY (grading, exercise)
);
CREATE TABLE IF NOT EXISTS remark (
  id INTEGER PRIMARY KEY, student TEXT NOT NULL REFERENCES student (key), exercise TEXT NOT NULL,
  points REAL, comment TEXT NOT NULL DEFAULT '', rubric TEXT NOT NULL DEFAULT '{}', who TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS page (file TEXT PRIMARY KEY, shows TEXT NOT NULL);
"""


class Gradebook:
    """The file `gradebook.db`. A grade is in it wholly or not at all, and none is ever overwritten.

    Raises KitError when the file is no gradebook or cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(path, timeout=30, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute("PRAGMA foreign_keys=ON")
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, VERSION):
                raise KitError(
                    f"{path} was made by another version of Dateline; name another folder with --out."
                )
            self._db.executescript(_TABLES)
            if not version:
                self._db.execute(f"PRAGMA user_version={VERSION}")
        except sqlite3.DatabaseError as fault:
            raise KitError(
                f"{path} cannot be used as a gradebook: {fault}. Name another folder with --out."
            ) from None

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Gradebook:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.close()

    def digest_of(self, key: str) -> str:
        """Return the fingerprint of what was last graded for a student, "" if nothing was."""
        row = self._db.execute(
            "SELECT digest FROM grading WHERE student=? ORDER BY id DESC LIMIT 1", (key,)
        ).fetchone()
        return row[0] if row else ""

    def enroll(self, key: str, name: str, roster: Mapping[str, str] | None = None) -> None:
        """Note a student, or the name and the row of the roster that a known one has now."""
        with self._transaction():
            self._enroll(key, name, roster)

    def withdraw(self, key: str) -> None:
        """Take out a student of whom nothing else is known: one that was missing under another key."""
        with self._transaction():
            self._db.execute(
                "DELETE FROM student WHERE key=? AND NOT EXISTS (SELECT 1 FROM grading WHERE student=key)"
                " AND NOT EXISTS (SELECT 1 FROM remark WHERE student=key)", (key,),
            )  # fmt: skip

    def _enroll(self, key: str, name: str, roster: Mapping[str, str] | None) -> None:
        self._db.execute(
            "INSERT INTO student (key, name, roster) VALUES (?, ?, ?) ON CONFLICT (key)"
            " DO UPDATE SET name=excluded.name,"
            " roster=CASE WHEN excluded.roster='{}' THEN roster ELSE excluded.roster END",
            (key, name, json.dumps(dict(roster or {}))),
        )

    def put(self, grading: Grading) -> None:
        """Add a grading, in one transaction."""
        with self._transaction():
            self._enroll(grading.key, grading.name, grading.roster)
            when = grading.handed_in.isoformat(timespec="seconds") if grading.handed_in else None
            row = self._db.execute(
                "INSERT INTO grading (student, digest, state, handed_in, graded, notes, files, hints)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (grading.key, grading.digest, grading.state, when, _now(), json.dumps(grading.notes),
                 json.dumps(grading.files), json.dumps(dict(grading.hints))),
            )  # fmt: skip
            self._db.executemany(
                "INSERT INTO mark (grading, exercise, status, points, possible, answer, result)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (row.lastrowid, id, result.status, result.points, result.possible,
                     json.dumps(grading.answers.get(id)), _packed(result))
                    for id, result in grading.results.items()
                ],
            )  # fmt: skip

    def remark(
        self, key: str, exercise: str, points: float | None, comment: str, who: str, rubric: Any = None
    ) -> None:
        """Add a person's points (None takes them back) and words for one exercise; a regrade leaves them."""
        with self._transaction():
            self._db.execute(
                "INSERT INTO remark (student, exercise, points, comment, rubric, who, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (key, exercise, points, comment, json.dumps(rubric or {}), who, _now()),
            )

    def students(self) -> list[tuple[str, str]]:
        """Return (key, name) of every student, by name."""
        return self._db.execute("SELECT key, name FROM student ORDER BY lower(name), key").fetchall()

    def history(self, key: str) -> list[tuple[str, str, float]]:
        """Return (when, state, total) of every grading of a student, the oldest first."""
        return self._db.execute(
            "SELECT g.graded, g.state, coalesce(sum(m.points), 0) FROM grading g"
            " LEFT JOIN mark m ON m.grading=g.id WHERE g.student=? GROUP BY g.id ORDER BY g.id", (key,),
        ).fetchall()  # fmt: skip

    def without_points(self) -> dict[str, list[str]]:
        """Return the names of those who have no grading with points, by their state."""
        rows = self._db.execute(
            "SELECT s.name, coalesce(g.state, 'missing') FROM student s LEFT JOIN grading g"
            " ON g.id=(SELECT max(id) FROM grading WHERE student=s.key)"
            " WHERE coalesce(g.state, 'missing') IN ('missing', 'not gradable') ORDER BY lower(s.name), s.key"
        )
        found: dict[str, list[str]] = {}
        for name, state in rows:
            found.setdefault(state, []).append(name)
        return found

    def gradings(self) -> Iterator[Grading]:
        """Yield what stands of every student, by name; who handed in nothing is *missing*."""
        for key, name in self.students():
            yield self.grading(key, name)

    def grading(self, key: str, name: str = "") -> Grading:
        """Return what stands of one student."""
        (roster,) = self._db.execute("SELECT roster FROM student WHERE key=?", (key,)).fetchone() or ("{}",)
        row = self._db.execute(
            "SELECT id, digest, state, handed_in, notes, files, hints FROM grading"
            " WHERE student=? ORDER BY id DESC LIMIT 1",
            (key,),
        ).fetchone()
        number, digest, state, when, notes, files, hints = row or (0, "", "missing", None, "[]", "[]", "{}")
        remark, manual, comments, rubric = self._remarks(key)
        marks = self._db.execute(
            "SELECT exercise, answer, result FROM mark WHERE grading=?", (number,)
        ).fetchall()
        return Grading(
            key, name, state, datetime.fromisoformat(when) if when else None, digest,
            tuple(json.loads(notes)), tuple(json.loads(files)), json.loads(hints),
            {id: _unpacked(result) for id, _, result in marks},
            {id: json.loads(answer) for id, answer, _ in marks}, manual, comments,
            rubric, json.loads(roster), f"{number}.{remark}",
        )  # fmt: skip

    def _remarks(self, key: str) -> tuple[int, dict[str, float], dict[str, str], dict[str, dict[str, str]]]:
        """What stands of a person's points, words and rubric: the last remark's number, and by exercise."""
        rows = self._db.execute(
            "SELECT id, exercise, points, comment, rubric FROM remark WHERE student=? ORDER BY id", (key,)
        ).fetchall()
        last = {
            exercise: (points, comment, json.loads(rubric)) for _, exercise, points, comment, rubric in rows
        }
        return (
            rows[-1][0] if rows else 0,
            {exercise: points for exercise, (points, _, _) in last.items() if points is not None},
            {exercise: comment for exercise, (_, comment, _) in last.items() if comment},
            {exercise: rubric for exercise, (_, _, rubric) in last.items() if rubric},
        )

    def pages(self) -> dict[str, str]:
        """Return, by the names of the files, fingerprints of what the students' pages show."""
        return dict(self._db.execute("SELECT file, shows FROM page"))

    def note_pages(self, pages: Mapping[str, str]) -> None:
        """Note what pages show that have been written."""
        with self._transaction():
            self._db.executemany("INSERT OR REPLACE INTO page (file, shows) VALUES (?, ?)", pages.items())

    def forget_pages(self, files: Iterable[str]) -> None:
        """Forget pages that are there no more."""
        with self._transaction():
            self._db.executemany("DELETE FROM page WHERE file=?", [(file,) for file in files])

    def setting(self, name: str, otherwise: str = "") -> str:
        """Return a setting of this gradebook; `otherwise` becomes it where there is none yet."""
        row = self._db.execute("SELECT value FROM setting WHERE name=?", (name,)).fetchone()
        if row is None and otherwise:
            with self._transaction():
                self._db.execute("INSERT INTO setting (name, value) VALUES (?, ?)", (name, otherwise))
        return row[0] if row else otherwise

    def _transaction(self) -> _Transaction:
        return _Transaction(self._db, self.path)


class _Transaction:
    """All or nothing; a full or read-only disk is told in words, and what stood before stands."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db, self._path = db, path

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _trace: object) -> None:
        try:
            self._db.execute("ROLLBACK" if kind else "COMMIT")
        except sqlite3.OperationalError as later:
            fault = fault or later
        if isinstance(fault, sqlite3.OperationalError):
            raise KitError(
                f"{self._path} cannot be written ({fault}). What is graded so far is kept; mend this, then "
                "grade again."
            ) from None


def _now() -> str:
    return datetime.now().isoformat(timespec="seconds")


_OF_FINDING = fields(Finding)


def _packed(result: Result) -> str:
    findings = [
        {each.name: getattr(finding, each.name) for each in _OF_FINDING}
        | {"place": asdict(finding.place) if finding.place else None}
        for finding in result.findings
    ]
    return json.dumps(
        {"id": result.id, "title": result.title, "status": result.status, "points": result.points,
         "possible": result.possible, "findings": findings}, default=str,
    )  # fmt: skip


def _unpacked(text: str) -> Result:
    held = json.loads(text)
    findings = tuple(
        Finding(**{**each, "place": Place(**each["place"]) if each["place"] else None})
        for each in held["findings"]
    )
    return Result(**{**held, "findings": findings})
