"""Reading what was handed in, from folders and archives nested in each other, without unpacking anything."""

from __future__ import annotations

import io
import stat
import tempfile
import zipfile
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

LARGEST = 20 * 2**20  # bytes of one file
LARGEST_ARCHIVE = 100 * 2**20  # bytes of an archive within an archive
LARGEST_DIRECTORY = 8 * 2**20  # bytes of the list of files at the end of an archive
MOST_FILES = 50_000  # in one archive
DEEPEST = 3  # archives within archives
_OPEN = 8  # archives kept open
_IN_MEMORY = 4 * 2**20  # bytes of an archive that are kept there


def printable(name: str) -> str:
    """Return a name as text that can be written; bytes of a name that are no UTF-8 become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")


class RefusedError(Exception):
    """A file that is not read; the text says why."""


@dataclass(frozen=True)
class Entry:
    """A file that was handed in, not read yet.

    `chain` leads to it: a path on the disk, then the names within each archive. `parts` are the folders
    and archives below what the teacher named, down to the file's own name. `modified` is local time.
    `trouble` says why it cannot be read, "" if nothing is known against it.
    """

    chain: tuple[str, ...]
    parts: tuple[str, ...]
    modified: datetime | None = None
    size: int = 0
    trouble: str = ""

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.parts[-1]

    def __str__(self) -> str:
        return printable("/".join(self.parts))


class Readable(Protocol):
    """What files of a submission are read from: the store of what was handed in, or a parcel of it."""

    def read(self, entry: Entry) -> bytes:
        """Return a file's bytes; RefusedError when it is not read."""


class Store:
    """All files below the folders, archives and notebooks that a teacher names.

    Links are never followed, names that lead out of an archive are refused, sizes are limited by what is
    read and not by what an archive says of itself.
    """

    def __init__(self) -> None:
        self._archives: OrderedDict[tuple[str, ...], zipfile.ZipFile] = OrderedDict()

    def entries(self, path: Path) -> Iterator[Entry]:
        """Yield every file below a path, archives opened; OSError when the path itself cannot be read."""
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                yield from self._on_disk(file, file.relative_to(path).parts)
        else:
            path.stat()
            yield from self._on_disk(path, (path.name,))

    def read(self, entry: Entry, limit: int = LARGEST) -> bytes:
        """Return a file's bytes; RefusedError when it is too large, damaged or not a plain file."""
        if entry.trouble:
            raise RefusedError(entry.trouble)
        try:
            data = self._bytes(entry.chain, limit + 1)
        except (
            OSError,
            zipfile.BadZipFile,
            RuntimeError,
            NotImplementedError,
            EOFError,
            ValueError,
        ) as fault:
            raise RefusedError(f"it cannot be read ({_said(fault)})") from None
        except Exception as fault:  # zlib.error, lzma.LZMAError: each method of packing has its own
            raise RefusedError(f"it is damaged ({_said(fault)})") from None
        if len(data) > limit:
            raise RefusedError(f"it is larger than {limit // 2**20} MB")
        return data

    def close(self) -> None:
        """Close the archives that are open."""
        while self._archives:
            self._archives.popitem()[1].close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.close()

    def _on_disk(self, file: Path, parts: tuple[str, ...]) -> Iterator[Entry]:
        if _is_hidden(parts):
            return
        try:
            about = file.lstat()
        except OSError as fault:
            yield Entry((str(file),), parts, trouble=f"it cannot be read ({_said(fault)})")
            return
        if stat.S_ISDIR(about.st_mode):
            return
        when = datetime.fromtimestamp(about.st_mtime)
        trouble = "" if stat.S_ISREG(about.st_mode) else "it is a link or a device, not a file"
        yield from self._opened(Entry((str(file),), parts, when, about.st_size, trouble))

    def _opened(self, entry: Entry) -> Iterator[Entry]:
        """Yield a file, or what is in it where it is an archive."""
        if entry.trouble or not entry.name.lower().endswith(".zip"):
            yield entry
            return
        if len(entry.chain) > DEEPEST:
            yield _refused(entry, f"it lies in more than {DEEPEST} archives")
            return
        try:
            infos = self._archive(entry.chain).infolist()
        except RefusedError as fault:
            yield _refused(entry, str(fault))
            return
        except Exception as fault:  # a damaged directory fails in many ways
            yield _refused(entry, f"it is no archive that can be read ({_said(fault)})")
            return
        if len(infos) > MOST_FILES:
            yield _refused(entry, f"it holds more than {MOST_FILES:,} files")
            return
        for info in infos:
            yield from self._packed(entry, info)

    def _packed(self, archive: Entry, info: zipfile.ZipInfo) -> Iterator[Entry]:
        inside = PurePosixPath(info.filename.replace("\\", "/"))
        parts = (*archive.parts, *inside.parts)
        if info.is_dir() or _is_hidden(inside.parts):
            return
        found = Entry((*archive.chain, info.filename), parts, _when(info), info.file_size)
        if inside.is_absolute() or ".." in inside.parts:
            yield _refused(found, "its name leads out of the archive")
        elif stat.S_ISLNK(info.external_attr >> 16):
            yield _refused(found, "it is a link, not a file")
        elif info.flag_bits & 1:
            yield _refused(found, "it is locked with a password")
        else:
            yield from self._opened(found)

    def _bytes(self, chain: tuple[str, ...], most: int) -> bytes:
        if len(chain) == 1:
            with open(chain[0], "rb") as file:
                return file.read(most)
        with self._archive(chain[:-1]).open(chain[-1]) as file:
            return file.read(most)

    def _archive(self, chain: tuple[str, ...]) -> zipfile.ZipFile:
        if chain in self._archives:
            self._archives.move_to_end(chain)
            return self._archives[chain]
        if len(chain) == 1:
            with open(chain[0], "rb") as file:
                _refuse_endless(file)
            made = zipfile.ZipFile(chain[0])
        else:
            made = zipfile.ZipFile(self._unpacked(chain))
        self._archives[chain] = made
        while len(self._archives) > _OPEN:
            self._archives.popitem(last=False)[1].close()
        return made

    def _unpacked(self, chain: tuple[str, ...]) -> IO[bytes]:
        """Copy an archive out of another, to memory where it is small and to the disk where not."""
        file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - lives with its archive
        size = 0
        with self._archive(chain[:-1]).open(chain[-1]) as packed:
            while part := packed.read(2**20):
                size += len(part)
                if size > LARGEST_ARCHIVE:
                    raise RefusedError(f"it is larger than {LARGEST_ARCHIVE // 2**20} MB")
                file.write(part)
        _refuse_endless(file)
        return file


def _refuse_endless(file: IO[bytes]) -> None:
    """Refuse an archive whose list of files alone would fill the memory; zipfile reads it whole."""
    file.seek(0, io.SEEK_END)
    file.seek(-min(file.tell(), 65_557), io.SEEK_END)  # the end record and its longest comment
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at >= 0 and int.from_bytes(tail[at + 12 : at + 16], "little") > LARGEST_DIRECTORY:
        raise RefusedError("it holds far too many files")


def _refused(entry: Entry, why: str) -> Entry:
    return Entry(entry.chain, entry.parts, entry.modified, entry.size, why)


def _is_hidden(parts: tuple[str, ...]) -> bool:
    """What systems and Jupyter leave behind: `.ipynb_checkpoints`, `__MACOSX`, `.DS_Store`."""
    return any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in parts)


def _when(info: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*info.date_time)
    except ValueError:
        return None


def _said(fault: Exception) -> str:
    return (fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)) or type(
        fault
    ).__name__
