"""A brief as a page: its head, its sections and its sentences with their citations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dateline.brief.language.splitting import quotations, sentences
from dateline.brief.language.wording import words
from dateline.brief.layout.citations import Citation, citations, without
from dateline.brief.layout.heads import head_lines, head_of
from dateline.brief.layout.markdown import Block, blocks
from dateline.brief.layout.roles import label_of, section_of
from dateline.sources import Source

_LETTER = re.compile(r"\[(?<!\w\[)(\w)\](\w[\w'’]*)")  # an editor's change of a capital
_OPENING = 8  # head lines stand in the first blocks of a page
_ONLY_QUOTED = re.compile(r"[“\"‘'][^“”\"]+[”\"’'][.,]?\s*(?:\[[^\[\]]*@[^\[\]]*\]\s*)+[.]?")
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
    block: int = field(default=0, compare=False)  # where it stands; the line is the same elsewhere

    def __hash__(self) -> int:
        """Its text alone tells most lines apart."""
        return hash(self.text)

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
    section, columns, opening = "", (), True
    for number, block in enumerate(_with_quotations(blocks(markdown))):
        if block.kind == "heading":
            section = _section(block, section)
        if block.kind == "columns":
            columns = block.cells
        lead = _lead(block)
        section = lead or section
        heads = head_lines(block.text) if opening and block.kind in ("text", "item", "quote", "head") else []
        if heads:
            found += [
                _line(text, "head", section, sources, number, label=label, value=value)
                for text, label, value in heads
            ]
            continue
        found += _lines(block, section, columns if block.kind == "row" else (), sources, number)
        opening = opening and number < _OPENING and not found[-1].citations if found else opening
    return found


def _with_quotations(page: list[Block]) -> list[Block]:
    """Join a block quotation to the sentence that brings it in: "In the spring he said:"."""
    found: list[Block] = []
    for block in page:
        before = found[-1] if found else None
        if block.kind == "quote" and before and _brings_in(before):
            lead = before.text.rstrip()
            cut = [start for start, _ in sentences(lead)][-1]
            found[-1:] = _ahead(before, lead[:cut].strip())
            found.append(Block("quotation", f"{lead[cut:]} {_in_marks(block.text)}", before.heading))
        else:
            found.append(block)
    return found


def _ahead(block: Block, text: str) -> list[Block]:
    """What stands before the sentence that brings a quotation in; bold words alone are a headline."""
    if text and text == block.lead.strip():
        return [Block("heading", text, block.heading, level=6)]
    return [block._replace(text=text)] if text else []


def _brings_in(block: Block) -> bool:
    return (
        block.kind in ("text", "item") and block.text.rstrip().endswith(":") and "@" not in block.text[-60:]
    )


def _in_marks(text: str) -> str:
    """Put a block quotation without marks between marks; its citation stays outside."""
    text = " ".join(text.split())
    if re.match(r"[\"“„«'‘]", text):
        return text
    match = re.search(r"\s*(?:[-–—]+\s*[^@\[]{0,60})?(?:\[[^\[\]]*@[^\[\]]*\]\W*)+$", text)
    end = match.start() if match else len(text)
    return f"“{text[:end]}”{text[end:]}"


def _section(block: Block, before: str) -> str:
    """A heading of low rank belongs to the part above it, unless it asks a question of its own."""
    named = section_of(block.text)
    return named if named or block.level <= 2 or block.text.rstrip().endswith("?") else before


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
    if block.kind == "quotation":
        return [_line(_without_lead(block.text, section), "text", section, sources, number)]
    found = []
    if lead := _headline(block):
        found.append(_line(lead, "heading", section, sources, number))
        block = block._replace(text=block.text.lstrip()[len(lead) :].lstrip(" .:\n"), lead="")
    for piece in _pieces(block):
        label, value = head_of(piece) if len(sentences(piece)) < 2 else label_of(piece)
        if label and label != "other" and (label, value) != ("", ""):
            found.append(_line(piece, "head", section, sources, number, label=label, value=value))
        elif block.kind == "head":
            found.append(_line(piece, "head", section, sources, number))
        else:
            text = _without_lead(_MARK.sub("", piece), section)
            spans = _with_second_half(text)
            found += [_line(text[a:b], block.kind, section, sources, number) for a, b in spans]
    return found


def _with_second_half(text: str) -> list[tuple[int, int]]:
    """Cut a text into sentences; “…,” she said. “…” [@S1, para. 2] is one, with one citation."""
    found: list[tuple[int, int]] = []
    for start, end in sentences(text):
        before = text[slice(*found[-1])] if found else ""
        halves = quotations(before) and "@" not in before and _ONLY_QUOTED.fullmatch(text[start:end])
        if halves:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _headline(block: Block) -> str:
    """Return the bold words that open a block, when they hold no figure, date or quotation."""
    alone = block.text.strip() == block.lead and block.lead.endswith((".", "!"))
    if not block.lead or alone or re.search(r"\d|[\"“”„«»]|@", block.lead):
        return ""
    return block.lead


def _pieces(block: Block) -> list[str]:
    """Head lines stand one under the other; the lines of a paragraph belong together."""
    lines = block.text.split("\n")
    if any(label_of(line)[0] for line in lines):
        return [line for line in lines if line.strip()]
    return [" ".join(lines)]


_GRADED = re.compile(
    r"\W*(?:[A-Za-z]+ ){0,2}confidence\b[^:.]{0,60}[:.]\s+(?:very |fairly |rather )?"
    r"(?:low|moderate|medium|high|limited)\b",
    re.IGNORECASE,
)


def _without_lead(text: str, section: str) -> str:
    """Leave out a label such as "Bottom line:" before the sentence that it opens."""
    match = re.match(r"^\W*([A-Za-z][A-Za-z ,'-]{2,40}?)\s*[:.]\s+", text)
    if (
        match
        and len(match[1].split()) <= 5
        and section
        and section_of(match[1]) == section
        and re.search(r"\w", text[match.end() :])
        and not _GRADED.match(text)  # the label says of what: "Confidence in the number: low"
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


def clauses(line: Line) -> list[Line]:
    """Return the clauses of a sentence that have a citation each behind them, [] for fewer than two."""
    ends = sorted({citation.end for citation in line.citations})
    if len(ends) < 2 or any(citation.written[:1] != "[" for citation in line.citations):
        return []
    found, start = [], 0
    for end in ends:
        own = tuple(citation for citation in line.citations if citation.end == end)
        if len(words(line.bare[start:end])) < 4:
            return []
        found.append(replace(line, text=line.text[start:end], bare=line.bare[start:end], citations=own))
        start = end
    return found if len(words(line.bare[start:])) < 3 else []
