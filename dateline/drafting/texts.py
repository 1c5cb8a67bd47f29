"""The text of a report from a file that a teacher has: plain text, Markdown, a saved web page or DOCX."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from dateline.drafting.pages import BY_HAND, is_for_payment, report_of_page
from dateline.errors import KitError
from dateline.sources import read_text

LARGEST = 1_000_000  # bytes: a long report has 20,000
HTML = (".html", ".htm", ".xhtml")
DOCX = ".docx"
PAYWALL = "paywall"  # as `--despite` names it
PLAIN = (".txt", ".text", ".md", ".markdown", "")


def text_of(path: Path, despite: Collection[str] = ()) -> str:
    """Return the text of a file with plain line ends; KitError says what is wrong and what to do.

    DOCX needs the extra `export`, a saved web page the extra `import`. A page that says of itself that it is
    for payment is refused, unless `despite` holds "paywall".
    """
    if not path.exists():
        raise KitError("there is no such file; check the name and the folder")
    if path.is_dir():
        raise KitError("this is a folder; name the file in it")
    size = path.stat().st_size
    if path.suffix.lower() == DOCX:
        return _of_docx(path, size)
    if path.suffix.lower() in HTML:
        return _of_page(path, size, despite)
    if size > LARGEST:
        raise KitError(f"it has {size:,} bytes, too many for one report; give a file with this report alone")
    if path.suffix.lower() not in PLAIN:
        raise KitError(f"files that end in {path.suffix} are not read; save it as .txt, .md, .html or .docx")
    text = _plain(path)
    if re.match(r"\s*<(!doctype|html)\b", text, re.IGNORECASE):
        return _of_page(path, size, despite)
    return text


def _of_page(path: Path, size: int, despite: Collection[str]) -> str:
    """Return the report in a saved web page, with what the page says of its origin as front matter."""
    if size > 10 * LARGEST:
        raise KitError(f"it has {size:,} bytes, too many for one page; {BY_HAND}")
    page = path.read_bytes()
    if not page.strip():
        raise KitError("the file is empty; save the page again")
    if b"\0" in page[:1000]:
        raise KitError(f"this is not a web page as text; {BY_HAND}")
    if PAYWALL not in despite and is_for_payment(page):
        raise KitError(
            "the page says of itself that it is for subscribers, so it may hold only the beginning of the "
            f"report; take the whole report, or add --despite {PAYWALL} if this is the whole"
        )
    return report_of_page(page)


def _plain(path: Path) -> str:
    head = path.read_bytes()[:4000]
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):  # these are texts in UTF-16
        raise KitError("this is not a text file; give the plain text of the report")
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
