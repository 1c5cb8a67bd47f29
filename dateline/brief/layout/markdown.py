"""Markdown → blocks of plain text, each with the part of the page that it belongs to."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from dateline.brief.layout.shown import shown

_FRONT = re.compile(r"\A\ufeff?\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_NOTE = re.compile(r"\[\^[^\]\s]+\]:\s*")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\](?!:)")
_NOTE_TEXT = re.compile(
    r"^ {0,3}\[\^(?P<name>[^\]\s]+)\]:[ \t]*(?P<text>.*(?:\n(?![ \t]*\n|\[\^).+)*)\n?", re.MULTILINE
)
_NOTE_INLINE = re.compile(r"\^\[((?:[^\[\]]|\[[^\[\]]*\])*)\]")
_CITED = re.compile(r"\[[^\[\]]*@[^\[\]]+\]|-?@\w+[\w:.-]*\w?(?:,? \[?(?:paras?|pars?)\.? ?[\d ,-]+\]?)?")
_ABBREVIATED = re.compile(r"(?<=para|aras|pars|.par)\.")
_LEAD_WORDS = 12  # a longer bold opening is a sentence


class Block(NamedTuple):
    """A piece of a page: `kind` is "head", "heading", "text", "item", "quote", "note", "row" or "columns".

    `text` is without Markdown's marks; a line break inside stays "\\n". A table row has `cells`; its text
    joins them. `heading` is the heading above it, "" when there is none; `lead` the bold words that open it.
    """

    kind: str
    text: str
    heading: str = ""
    cells: tuple[str, ...] = ()
    level: int = 0
    lead: str = ""


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    # Without reference definitions: "[^1]: word" and "[@S1]: word" are text here, and must not vanish.
    return MarkdownIt("commonmark", {"html": True}).enable("table").disable("reference")


def blocks(markdown: str) -> list[Block]:
    """Return the blocks of a Markdown text in order; code and HTML count as the text that they show.

    Any string is accepted.

    >>> [(b.kind, b.text) for b in blocks("# Brief\\n\\nIt *rained*.\\n\\n- so\\n\\n> far")]
    [('heading', 'Brief'), ('text', 'It rained.'), ('item', 'so'), ('quote', 'far')]
    """
    head, body = front_matter(markdown.replace("\r\n", "\n").replace("\r", "\n"))
    body = _notes_in_place(body)
    found = [Block("head", line.strip()) for line in head.split("\n") if line.strip()]
    heading = ""
    for block in _walk(_parser().parse(body)):
        if block.kind == "heading":
            heading = block.text
        found.append(block._replace(heading=heading))
    return [block for block in found if block.text.strip()]


def front_matter(markdown: str) -> tuple[str, str]:
    match = _FRONT.match(markdown)
    if not match or not all(":" in line or line[:1] in " \t-" for line in match[1].split("\n") if line):
        return "", markdown
    return match[1], markdown[match.end() :]


def _notes_in_place(body: str) -> str:
    """Put the citations of a footnote where its mark stands, when that sentence has none of its own.

    A footnote that is nothing but citations goes there altogether.
    """
    if "[^" not in body and "^[" not in body:
        return body
    told = [match[1] for match in _NOTE_INLINE.finditer(body) if _says(match[1])]
    body = _NOTE_INLINE.sub(
        lambda match: " " + _citations_in(match[1]) if _CITED.search(match[1]) else "", body
    )
    body += "".join(f"\n\n[^told{number}]: {text}\n" for number, text in enumerate(told))
    notes = {match["name"]: match["text"] for match in _NOTE_TEXT.finditer(body)}
    bare = {name for name, text in notes.items() if _CITED.search(text) and not _says(text)}
    body = _NOTE_TEXT.sub(lambda match: "" if match["name"] in bare else match[0], body)

    def put(match: re.Match[str]) -> str:
        ahead = _ABBREVIATED.sub("", body[max(0, match.start() - 600) : match.start()])
        sentence = re.split(r"[.!?][\"”')\]]*\s", ahead)[-1]
        cited = _citations_in(notes.get(match[0][2:-1], ""))
        return f" {cited}" if cited and not _CITED.search(sentence) else ""

    return _NOTE_MARK.sub(put, body)


def _citations_in(text: str) -> str:
    found = [match[0] for match in _CITED.finditer(text)]
    return " ".join(
        each if each.startswith("[") else f"[{each.replace('[', '').replace(']', '')}]" for each in found
    )


def _says(text: str) -> bool:
    """Tell whether a footnote says something beside what it cites."""
    rest = re.findall(r"[^\W\d_]+", _CITED.sub(" ", text))
    return (
        len([word for word in rest if word.lower() not in ("see", "cf", "also", "and", "compare", "source")])
        > 0
    )


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
                found.append(_block(text, inside, level)._replace(lead=_lead(token.children or [], text)))
        elif token.type in ("html_block", "fence", "code_block"):
            text = shown(token.content) if token.type == "html_block" else token.content
            found += [_block(part.strip(), inside, level) for part in re.split(r"\n\s*\n", text)]
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


def _lead(children: list[Any], text: str) -> str:
    """Return the bold words that open a paragraph and stand for a heading, "" when there are none."""
    kinds = [child.type for child in children]
    opens = [at for at, kind in enumerate(kinds) if kind == "strong_open"]
    if not opens or "strong_close" not in kinds or _plain(children[: opens[0]]).strip():
        return ""
    lead = _plain(children[opens[0] : kinds.index("strong_close")]).strip()
    ends = (
        lead.endswith((".", ":", "?", "!")) or text.strip() == lead or text.strip()[len(lead) :][:1] in ":."
    )
    return lead if ends and len(lead.split()) <= _LEAD_WORDS and text.strip().startswith(lead) else ""


def _plain(children: list[Any]) -> str:
    parts = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type == "image":
            parts.append(f"{_plain(child.children or [])} {_titled(child)}".rstrip())
        elif child.type == "link_open":
            parts.append(_titled(child))
        elif child.type == "html_inline":
            told = shown(child.content)
            parts.append("\n" if child.content.lower().startswith("<br") else f"{told} " if told else "")
        else:
            parts.append(child.content)
    return _NOTE_MARK.sub("", "".join(parts))


def _titled(token: Any) -> str:
    """The title of a link or a picture, which a reader sees when pointing at it."""
    title = str(token.attrGet("title") or "").strip()
    return f"({title}) " if title else ""
