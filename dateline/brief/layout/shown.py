"""What a reader sees of the HTML in a brief: its text, and what it tells when it is pointed at."""

from __future__ import annotations

from html.parser import HTMLParser

_SILENT = ("script", "style", "template")
_TELLING = ("title", "alt", "aria-label")
_JOINED = (
    "a",
    "abbr",
    "b",
    "cite",
    "code",
    "em",
    "i",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
)


def shown(html: str) -> str:
    """Return the text of a piece of HTML, titles of its tags in brackets; comments and scripts show nothing.

    Any string is accepted, broken tags too.

    >>> shown("<p>It <abbr title='heavily'>rained</abbr>.</p><!-- no --><script>run()</script>")
    'It (heavily) rained.'
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts).strip()


class _Reader(HTMLParser):
    """Collects what is shown; a tag that is no part of a line begins a new one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._breaks(tag)
        self.silent += tag in _SILENT
        told = [value.strip() for name, value in attrs if name in _TELLING and value and value.strip()]
        self.parts += [f"({value}) " for value in told]

    def handle_endtag(self, tag: str) -> None:
        self._breaks(tag)
        self.silent = max(0, self.silent - (tag in _SILENT))

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(data)

    def _breaks(self, tag: str) -> None:
        if tag not in _JOINED and tag not in _SILENT:
            self.parts.append("\n")
