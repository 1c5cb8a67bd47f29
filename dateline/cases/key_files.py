"""The tables of a key as files: read together, changed one row at a time, and written back safely."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.cases.key_table import KeyTable
from dateline.cases.rows import TABLES
from dateline.errors import KitError


class ChangedElsewhereError(KitError):
    """A file is not as it was read: somebody has written it since."""


@dataclass(frozen=True)
class KeyFiles:
    """The six tables of a key in its `folder`; what changes one returns new ones, and `save` writes them.

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

    @classmethod
    def read(cls, folder: Path) -> KeyFiles:
        """Read all tables, those without a file as empty; KitError for one that cannot be read."""
        return cls(folder, {name: KeyTable(name, _read(folder / f"{name}.csv")) for name in TABLES})

    def having(self, table: KeyTable) -> KeyFiles:
        """Return these tables with another one in the place of that of its name."""
        return KeyFiles(self.folder, {**self.tables, table.name: table})

    def rows(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the table and the cells of each row, table by table in the order of their files."""
        for name, table in self.tables.items():
            yield from ((name, row) for row in table.rows)

    def table_of(self, id: str) -> KeyTable | None:
        """Return the table that has a row with this id, or None."""
        return next((table for table in self.tables.values() if table.row(id) is not None), None)

    def save(self, before: KeyFiles) -> None:
        """Write each table that differs from those `before`, whole and at once.

        ChangedElsewhereError when a file is no longer as it was before; OSError when disk or folder refuse.
        """
        for name, table in self.tables.items():
            if table.text == before.tables[name].text:
                continue
            path = self.folder / f"{name}.csv"
            if _read(path) != before.tables[name].text:
                raise ChangedElsewhereError(f"{path.name} was changed elsewhere")
            write_whole(path, table.text)


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
