"""Markdown → blocks of plain text, each with the part of the page that it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

_FRONT = re.compile(r"\A\ufeff?\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_NOTE = re.compile(r"\[\^[^\]\s]+\]:\s*")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\](?!:)")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page: `kind` is "head", "heading", "text", "item", "quote", "note", "row" or "columns".

    `text` is without Markdown's marks; a line break inside stays "\\n". A table row has `cells`; its text
    joins them. `heading` is the heading above it, "" when there is none.
    """

    kind: str
    text: str
    heading: str = ""
    cells: tuple[str, ...] = ()
    level: int = 0


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    # Without reference definitions: "[^1]: word" and "[@S1]: word" are text here, and must not vanish.
    return MarkdownIt("commonmark", {"html": True}).enable("table").disable("reference")


def blocks(markdown: str) -> list[Block]:
    """Return the blocks of a Markdown text in order; code is left out. Any string is accepted.

    >>> [(b.kind, b.text) for b in blocks("# Brief\\n\\nIt *rained*.\\n\\n- so\\n\\n> far")]
    [('heading', 'Brief'), ('text', 'It rained.'), ('item', 'so'), ('quote', 'far')]
    """
    head, body = front_matter(markdown.replace("\r\n", "\n").replace("\r", "\n"))
    found = [Block("head", line.strip()) for line in head.split("\n") if line.strip()]
    heading = ""
    for block in _walk(_parser().parse(body)):
        if block.kind == "heading":
            heading = block.text
        found.append(Block(block.kind, block.text, heading, block.cells, block.level))
    return [block for block in found if block.text.strip()]


def front_matter(markdown: str) -> tuple[str, str]:
    match = _FRONT.match(markdown)
    if not match or not all(":" in line or line[:1] in " \t-" for line in match[1].split("\n") if line):
        return "", markdown
    return match[1], markdown[match.end() :]


def _walk(tokens: list[Any]) -> list[Block]:
    found: list[Block] = []
    inside: list[str] = []
    row: list[str] | None = None
    level = 0
    for token in tokens:
        if token.nesting == 1:
            inside.append(token.type)
            row = [] if token.type == "tr_open" else row
            level = int(token.tag[1]) if token.type == "heading_open" else level
        elif token.nesting == -1:
            if inside:
                inside.pop()
            if token.type == "tr_close" and row is not None:
                kind = "columns" if "thead_open" in inside else "row"
                found.append(Block(kind, " | ".join(row), cells=tuple(row)))
                row = None
        elif token.type == "inline":
            text = _plain(token.children or [])
            if row is not None:
                row.append(text.strip())
            else:
                found.append(_block(text, inside, level))
    return found


def _block(text: str, inside: list[str], level: int) -> Block:
    if "heading_open" in inside:
        return Block("heading", text, level=level)
    note = _NOTE.match(text)
    if note:
        return Block("note", text[note.end() :])
    if "blockquote_open" in inside:
        return Block("quote", text)
    return Block("item" if "list_item_open" in inside else "text", text)


def _plain(children: list[Any]) -> str:
    parts = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type == "image":
            parts.append(_plain(child.children or []))
        elif child.type == "html_inline":
            parts.append("\n" if child.content.lower().startswith("<br") else "")
        else:
            parts.append(child.content)
    return _NOTE_MARK.sub("", "".join(parts))
