"""News reports as numbered paragraphs: the kit's own Markdown form and plain text as received."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from dateline.errors import KitError, Problem, ProblemsError
from dateline.yaml12 import read_yaml_text

NOT_STATED = "not stated"
HEAD = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*\r?\n", re.DOTALL
)  # the front matter of a source
_NUMBERED = re.compile(r"¶(\d+)[ \u00a0]+(.*)", re.DOTALL)
_STAMP = re.compile(r"\A\ufeff?\s*date\s+(\d{4}(?:-\d{2}){0,2})\b[ \t]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One numbered paragraph: `number` counts from 1, offsets into `text` are code points."""

    source: str
    number: int
    text: str

    @property
    def citation(self) -> str:
        """The paragraph as a Pandoc citation, such as `[@S2, para. 5]`."""
        return f"[@{self.source}, para. {self.number}]"


@dataclass(frozen=True, slots=True, repr=False)
class Source:
    """One report: what it says of its own origin, and its paragraphs.

    A field that the text does not state holds "not stated". `date` is EDTF.
    """

    id: str
    paragraphs: tuple[Paragraph, ...]
    title: str = NOT_STATED
    publisher: str = NOT_STATED
    agency: str = NOT_STATED
    byline: str = NOT_STATED
    dateline_place: str = NOT_STATED
    date: str = ""
    edition: str = "teaching"
    rights: str = ""
    retold: str = ""

    def paragraph(self, number: int) -> Paragraph:
        """Return paragraph `number`, counted from 1 as in a citation; KitError when there is none."""
        if not 1 <= number <= len(self.paragraphs):
            raise KitError(
                f"{self.id} has paragraphs 1 to {len(self.paragraphs)}, so there is no para. {number}."
            )
        return self.paragraphs[number - 1]

    @property
    def text(self) -> str:
        """All paragraphs, a blank line between them."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def head(self) -> str:
        """What the text says of its own origin, in one line."""
        byline = "" if self.byline in ("", NOT_STATED) else f"by {self.byline}"
        origin = (self.id, self.title, self.publisher, self.agency, byline, self.dateline_place, self.date)
        return " · ".join(part for part in origin if part and part != NOT_STATED)

    def __repr__(self) -> str:
        return "\n\n".join([self.head, *(f"¶{p.number} {p.text}" for p in self.paragraphs)])

    def _repr_markdown_(self) -> str:
        notice = [f"*{_escape(self.retold)}*"] if self.retold else []
        body = [f"**¶{p.number}** {_escape(p.text)}" for p in self.paragraphs]
        return "\n\n".join([f"**{_escape(self.head)}**", *notice, *body])


def _escape(text: str) -> str:
    return re.sub(r"([\\`*_$<\[\]])", r"\\\1", text)


def read_source(path: Path) -> Source:
    """Read a source in the kit's own form: YAML front matter, then paragraphs that begin `¶1 `, `¶2 ` …

    Raises ProblemsError that lists every fault of the file at once.
    """
    return source_of(read_text(path), path)


def source_of(text: str, path: Path) -> Source:
    """Read the text of a source as `read_source` reads the file at `path`, whose name is its id."""
    head = HEAD.match(text)
    if not head:
        raise ProblemsError(
            f"{path.name} cannot be read", [Problem(path.name, "line 1", "no front matter", "begin with ---")]
        )
    about = _front_matter(head[1], path)
    paragraphs, problems = _numbered(text[head.end() :], about.get("id", path.stem), path)
    if problems:
        raise ProblemsError(f"{path.name} cannot be read", problems)
    return Source(paragraphs=tuple(paragraphs), **{"id": path.stem, **about})


def read_text(path: Path) -> str:
    """Return the text of a file in UTF-8 with plain line ends; KitError when it is missing or not text."""
    try:
        raw = path.read_bytes()
    except OSError as fault:
        raise KitError(
            f"{path} cannot be opened ({fault.strerror}); check the name and the folder."
        ) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise KitError(f"{path} is not UTF-8 text (byte {fault.start}); save it again as UTF-8.") from None
    if "\0" in text:
        raise KitError(f"{path} is not a text file; give the plain text of the report.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _front_matter(text: str, path: Path) -> dict[str, str]:
    from ruamel.yaml.error import YAMLError

    try:
        about = read_yaml_text(text)
    except YAMLError as fault:
        raise ProblemsError(
            f"{path.name} cannot be read", [Problem(path.name, "front matter", str(fault))]
        ) from None
    if not isinstance(about, dict):
        raise ProblemsError(
            f"{path.name} cannot be read", [Problem(path.name, "front matter", "it is not a list of fields")]
        )
    known = {field.name for field in fields(Source)} - {"paragraphs"}
    problems = [
        Problem(
            path.name,
            f"front matter, {name}",
            "this field is not known",
            f"use one of {', '.join(sorted(known))}",
        )
        for name in about
        if name not in known
    ] + [
        Problem(
            path.name, f"front matter, {name}", f"{value!r} is not text", 'put it in quotation marks: "…"'
        )
        for name, value in about.items()
        if name in known and not isinstance(value, str)
    ]
    if problems:
        raise ProblemsError(f"{path.name} cannot be read", problems)
    return about


def _numbered(body: str, source: str, path: Path) -> tuple[list[Paragraph], list[Problem]]:
    paragraphs: list[Paragraph] = []
    problems: list[Problem] = []
    for block in _blocks(body):
        match = _NUMBERED.fullmatch(block)
        expected = len(paragraphs) + 1
        if not match or int(match[1]) != expected:
            problems.append(
                Problem(
                    path.name,
                    f"paragraph {expected}",
                    f"it begins {block[:30]!r}",
                    f"begin it with ¶{expected}",
                )
            )
        paragraphs.append(Paragraph(source, expected, match[2] if match else block))
    if not paragraphs:
        problems.append(Problem(path.name, "", "it has no paragraphs", "put a blank line between paragraphs"))
    return paragraphs, problems


def paragraphs_of(source: str, texts: Iterable[str]) -> tuple[Paragraph, ...]:
    """Number texts as the paragraphs of a source, from 1."""
    return tuple(Paragraph(source, number, text) for number, text in enumerate(texts, start=1))


def _blocks(text: str) -> list[str]:
    return [
        " ".join(block.split("\n")).strip()
        for block in re.split(r"\n[ \t]*\n", text.strip())
        if block.strip()
    ]


@dataclass(frozen=True, slots=True)
class Received:
    """A report as received: its date stamp (EDTF), its pure dateline if it has one, its paragraphs."""

    date: str
    dateline: str
    paragraphs: tuple[str, ...]


def read_received(text: str) -> Received:
    """Read the plain-text form of a report: a first line ` date 2018-12 …`, then blank-line paragraphs.

    What follows the stamp on the first line is paragraph 1, unless it is a pure dateline (all capitals).
    Raises KitError when there is no date stamp or no paragraph.

    >>> read_received(" date 2019-10-21 AP, ROME\\n\\nIt rained.\\n\\nIt stopped.").paragraphs
    ('It rained.', 'It stopped.')
    """
    stamp = _STAMP.match(text)
    if not stamp:
        raise KitError("The first line has no date stamp; begin the file with ` date 2018-12 ` (or the day).")
    blocks = _blocks(text[stamp.end() :])
    has_dateline = bool(blocks) and blocks[0].isupper() and len(blocks[0].split()) <= 15
    dateline = blocks.pop(0) if has_dateline else ""
    if not blocks:
        raise KitError("The file has a date stamp but no paragraphs; put a blank line between paragraphs.")
    return Received(stamp[1], dateline, tuple(blocks))
