"""A key and the facts of its case as files: read together, changed row by row, and written back safely."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dateline.cases.case import Case
from dateline.cases.facts import Facts
from dateline.cases.key_table import MARK, KeyTable
from dateline.cases.load import with_texts
from dateline.cases.rows import TABLES
from dateline.cases.yaml_text import YamlText
from dateline.errors import KitError, Problem


class ChangedElsewhereError(KitError):
    """A file is not as it was read: somebody has written it since."""


@dataclass(frozen=True)
class KeyFiles:
    """The six tables of a key in its `folder`, and the `facts` in the folder of the case around it.

    What changes a row returns new ones, and `save` writes them.

    >>> with tempfile.TemporaryDirectory() as place:
    ...     _ = (Path(place) / "dates.csv").write_text("id,edtf,reason\\nT01,2019,x\\n")
    ...     before = KeyFiles.read(Path(place))
    ...     after = before.having(before.tables["dates"].with_cells("T01", {"edtf": "2020"}))
    ...     after.save(before)
    ...     (Path(place) / "dates.csv").read_text()
    'id,edtf,reason\\nT01,2020,x\\n'
    """

    folder: Path
    tables: dict[str, KeyTable]
    facts: Facts = field(default_factory=Facts)

    @classmethod
    def read(cls, folder: Path) -> KeyFiles:
        """Read all files, a missing one as empty; KitError for one that cannot be read."""
        tables = {name: KeyTable(name, _read(folder / f"{name}.csv")) for name in TABLES}
        reports = {path.stem: _read(path) for path in sorted((folder.parent / "sources").glob("*.md"))}
        return cls(folder, tables, Facts(YamlText(_read(folder.parent / "case.yaml")), reports))

    def having(self, table: KeyTable) -> KeyFiles:
        """Return these files with another table in the place of that of its name."""
        return replace(self, tables={**self.tables, table.name: table})

    def rows(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the table and the cells of each row, facts first, then table by table as in their files."""
        yield from self.facts.rows()
        for name, table in self.tables.items():
            yield from ((name, row) for row in table.rows)

    def table_of(self, id: str) -> KeyTable | None:
        """Return the table that has a row with this id, or None."""
        return next((table for table in self.tables.values() if table.row(id) is not None), None)

    def row(self, id: str) -> tuple[str, dict[str, str]] | None:
        """Return the table and the cells of the row or fact with this id, or None."""
        if table := self.table_of(id):
            return table.name, table.row(id) or {}
        kind = self.facts.kind_of(id)
        return (kind, self.facts.row(id) or {}) if kind else None

    def with_cells(self, id: str, cells: Mapping[str, str]) -> KeyFiles:
        """Return these files with other text in some cells of one row or fact."""
        if table := self.table_of(id):
            return self.having(table.with_cells(id, cells))
        return replace(self, facts=self.facts.with_cells(id, cells))

    def without(self, id: str) -> KeyFiles:
        """Return these files without one row or fact."""
        if table := self.table_of(id):
            return self.having(table.without(id))
        return replace(self, facts=self.facts.without(id))

    def loaded_into(self, case: Case) -> tuple[Case, list[Problem]]:
        """Return a case with what these files say, as the loader reads them, and every problem of them."""
        texts = {name: table.plain for name, table in self.tables.items()}
        reports = {id: _plain(text) for id, text in self.facts.reports.items() if id in case.sources}
        return with_texts(case, texts, _plain(self.facts.about.text), reports)

    def _texts(self) -> dict[Path, str]:
        home = self.folder.parent
        return {
            **{self.folder / f"{name}.csv": table.text for name, table in self.tables.items()},
            home / "case.yaml": self.facts.about.text,
            **{home / "sources" / f"{id}.md": text for id, text in self.facts.reports.items()},
        }

    def save(self, before: KeyFiles) -> None:
        """Write each file that differs from what it was `before`, whole and at once.

        ChangedElsewhereError when one is no longer as it was before; OSError when disk or folder refuse.
        """
        known = before._texts()
        changed = {path: text for path, text in self._texts().items() if text != known[path]}
        for path in changed:
            if _read(path) != known[path]:
                raise ChangedElsewhereError(f"{path.name} was changed elsewhere")
        for path, text in changed.items():
            write_whole(path, text)


def _plain(text: str) -> str:
    """A text as a reader of its file has it."""
    return text.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")


def _read(path: Path) -> str:
    """The text of a file with its line ends, "" when there is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except OSError as fault:
        raise KitError(f"{path.name} cannot be opened ({fault.strerror})") from None
    except UnicodeDecodeError as fault:
        raise KitError(
            f"{path.name} is not UTF-8 text (byte {fault.start}); save it again as UTF-8"
        ) from None


def write_whole(path: Path, text: str) -> None:
    """Put a text in the place of a file, which is never there in part; a link to a file stays one."""
    path = path.resolve()
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        else:
            os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
