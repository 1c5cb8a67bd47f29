"""A brief as a page: its head, its sections and its sentences with their citations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.brief.citations import Citation, citations, without
from dateline.brief.markdown import Block, blocks
from dateline.brief.roles import label_of, section_of
from dateline.brief.splitting import sentences
from dateline.brief.wording import words
from dateline.sources import Source

_LETTER = re.compile(r"(?<!\w)\[(\w)\](\w[\w'’]*)")  # an editor's change of a capital
_MARK = re.compile(r"^\W*\d{1,2}[.)]\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a page: as written, and `bare` with its citations blanked (offsets are the same)."""

    text: str
    bare: str
    kind: str
    section: str
    citations: tuple[Citation, ...]
    label: str = ""
    value: str = ""
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    block: int = 0

    @property
    def word_count(self) -> int:
        """Its words, citations left out."""
        return len(words(self.bare))


def read_page(markdown: str, sources: Mapping[str, Source]) -> list[Line]:
    """Return every sentence of a brief in order: headings, head lines, prose, list items and table rows.

    >>> [line.kind for line in read_page("# Brief\\n\\nAuthor: Kim\\n\\nIt rained [@S1, para. 2].", {})]
    ['heading', 'head', 'text']
    """
    found: list[Line] = []
    section, columns = "", ()
    for number, block in enumerate(blocks(markdown)):
        if block.kind == "heading":
            section = _section(block, section)
        if block.kind == "columns":
            columns = block.cells
        lead = _lead(block)
        section = lead or section
        found += _lines(block, section, columns if block.kind == "row" else (), sources, number)
    return found


def _section(block: Block, before: str) -> str:
    named = section_of(block.text)
    return named if named or block.level <= 2 else before


def _lead(block: Block) -> str:
    """A paragraph that opens with its own label, "Bottom line: …", begins that section."""
    match = re.match(r"^\W*([A-Za-z][A-Za-z ,'-]{2,40}?)\s*[:.]\s", block.text)
    if block.kind not in ("text", "quote") or not match or len(match[1].split()) > 5:
        return ""
    return section_of(match[1]) if not label_of(block.text.split("\n")[0])[0] else ""


def _lines(
    block: Block, section: str, columns: tuple[str, ...], sources: Mapping[str, Source], number: int
) -> list[Line]:
    if block.kind in ("row", "columns", "heading"):
        return [_line(block.text, block.kind, section, sources, number, cells=block.cells, columns=columns)]
    found = []
    for piece in _pieces(block):
        label, value = label_of(piece)
        if label:
            found.append(_line(piece, "head", section, sources, number, label=label, value=value))
        elif block.kind == "head":
            found.append(_line(piece, "head", section, sources, number))
        else:
            text = _without_lead(_MARK.sub("", piece), section)
            found += [_line(text[a:b], block.kind, section, sources, number) for a, b in sentences(text)]
    return found


def _pieces(block: Block) -> list[str]:
    """Head lines stand one under the other; the lines of a paragraph belong together."""
    lines = block.text.split("\n")
    if any(label_of(line)[0] for line in lines):
        return [line for line in lines if line.strip()]
    return [" ".join(lines)]


def _without_lead(text: str, section: str) -> str:
    """Leave out a label such as "Bottom line:" before the sentence that it opens."""
    match = re.match(r"^\W*([A-Za-z][A-Za-z ,'-]{2,40}?)\s*[:.]\s+", text)
    if (
        match
        and len(match[1].split()) <= 5
        and section
        and section_of(match[1]) == section
        and re.search(r"\w", text[match.end() :])
    ):
        return text[match.end() :]
    return text


def _without_letter_marks(text: str) -> str:
    """Write "[T]hings" as "Things", with two spaces behind it so that offsets stay valid."""
    return _LETTER.sub(r"\1\2  ", text)


def _line(
    text: str, kind: str, section: str, sources: Mapping[str, Source], number: int, **more: object
) -> Line:
    found = citations(text, sources)
    return Line(
        text, _without_letter_marks(without(text, found)), kind, section, tuple(found), block=number, **more
    )
