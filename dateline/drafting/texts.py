"""The text of a report from a file that a teacher has: plain text, Markdown or DOCX."""

from __future__ import annotations

import re
from pathlib import Path

from dateline.errors import KitError
from dateline.sources import read_text

LARGEST = 1_000_000  # bytes: a long report has 20,000
HTML = (".html", ".htm", ".xhtml", ".mhtml")
DOCX = ".docx"
PLAIN = (".txt", ".text", ".md", ".markdown", "")


def text_of(path: Path) -> str:
    """Return the text of a file with plain line ends; KitError says what is wrong and what to do.

    DOCX needs the extra `export`. A saved web page is refused: what of it is the report, and what is menu
    and advertisement, only its reader can say.
    """
    if not path.exists():
        raise KitError("there is no such file; check the name and the folder")
    if path.is_dir():
        raise KitError("this is a folder; name the file in it")
    size = path.stat().st_size
    if path.suffix.lower() == DOCX:
        return _of_docx(path, size)
    if size > LARGEST:
        raise KitError(f"it has {size:,} bytes, too many for one report; give a file with this report alone")
    if path.suffix.lower() in HTML:
        raise KitError(_WEB_PAGE)
    if path.suffix.lower() not in PLAIN:
        raise KitError(f"files that end in {path.suffix} are not read; save it as .txt, .md or .docx")
    text = _plain(path)
    if re.match(r"\s*<(!doctype|html)\b", text, re.IGNORECASE):
        raise KitError(_WEB_PAGE)
    return text


_WEB_PAGE = (
    "this is a saved web page, with menus and advertisements in it; open it in a browser (its reader view "
    "helps), copy the report and save that as a .txt file"
)


def _plain(path: Path) -> str:
    try:
        text = read_text(path)
    except KitError as fault:
        raise KitError(str(fault).removeprefix(f"{path} ")) from None
    odd = sum(character < " " and character not in "\n\t\f" for character in text)
    if odd > len(text) / 100 + 1:
        raise KitError("this is not a text file; give the plain text of the report")
    if not text.strip():
        raise KitError("the file is empty; save the text of the report in it")
    return text.replace("\f", "\n\n")


def _of_docx(path: Path, size: int) -> str:
    if size > 10 * LARGEST:
        raise KitError(f"it has {size:,} bytes; take the pictures out, or save its text as .txt")
    try:
        import pypandoc
    except ImportError:
        raise KitError("a .docx needs `pip install '.[export]'`; or save it as .txt") from None
    try:
        text = pypandoc.convert_file(str(path), "plain", format="docx", extra_args=["--wrap=none"])
    except (RuntimeError, OSError):
        raise KitError("this .docx cannot be read; open it and save it as .txt") from None
    if not text.strip():
        raise KitError("there is no text in it; save the text of the report in it")
    return text.replace("\r\n", "\n")
