"""The report in a saved web page, with what the page says of its origin."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from dateline.errors import KitError

# What trafilatura may do: no comments below the report, no tables around it, and a date only where the page
# states one; by itself it would also take a year out of the text for it.
_READING = {
    "favor_precision": True,
    "include_comments": False,
    "include_tables": False,
    "with_metadata": True,
    "date_extraction_params": {"extensive_search": False, "original_date": True},
}
_DATA = re.compile(rb"<script[^>]+application/ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)
BY_HAND = "open it in a browser (its reader view helps), copy the report and save that as a .txt file"


def report_of_page(page: bytes) -> str:
    """Return the main text of a page as paragraphs below front matter: title, publisher, byline, date.

    KitError where the extra `import` is missing, and where nothing in the page reads as a report.
    """
    try:
        import trafilatura
    except ImportError:
        raise KitError(f"a web page needs `pip install '.[import]'`; or {BY_HAND}") from None
    try:
        found = trafilatura.bare_extraction(page, **_READING)
    except (ValueError, LookupError, RecursionError):
        found = None
    if found is None or not (found.text or "").strip():
        raise KitError(f"nothing in this web page reads as a report; {BY_HAND}")
    told = {
        "title": found.title or "",
        "publisher": found.sitename or "",
        "byline": (found.author or "").replace("; ", ", "),
        "date": found.date or "",
    }
    blocks = [block for block in found.text.split("\n") if block.strip() and block.strip() != told["title"]]
    return _front_matter(told) + "\n\n".join(blocks) + "\n"


def _front_matter(told: dict[str, str]) -> str:
    from ruamel.yaml import YAML

    text = io.StringIO()
    YAML(typ="safe", pure=True).dump({name: value for name, value in told.items() if value}, text)
    return f"---\n{text.getvalue()}---\n\n" if any(told.values()) else ""


def is_for_payment(page: bytes) -> bool:
    """Say whether a page tells search engines that its text is not free to read.

    >>> is_for_payment(b'<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>')
    True
    """
    return any(str(value).lower() == "false" for value in _free(page))


def _free(page: bytes) -> Iterator[Any]:
    for match in _DATA.finditer(page):
        try:
            yield from _said_of_free(json.loads(match[1]))
        except (ValueError, RecursionError):
            continue  # a site's broken data says nothing


def _said_of_free(data: Any) -> Iterator[Any]:
    if isinstance(data, list):
        for one in data:
            yield from _said_of_free(one)
    elif isinstance(data, dict):
        if "isAccessibleForFree" in data:
            yield data["isAccessibleForFree"]
        yield from _said_of_free(data.get("@graph"))
