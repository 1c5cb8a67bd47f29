"""A page of HTML that stands alone: no scripts, nothing from elsewhere, dark and light, fit to print."""

from __future__ import annotations

import base64
import hashlib
import html

_STYLE = """
:root{color-scheme:light dark;--line:#767676;--soft:#f3f1ec;--mark:#ffe58a;--bar:#2c6e8f}
:root{--ink:#1b1b1b;--page:#fff}
@media(prefers-color-scheme:dark){
:root{--line:#8d8d8d;--soft:#26282b;--mark:#6b5600;--bar:#7cc0e0;--ink:#ececec;--page:#17181a}}
body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:var(--ink);
background:var(--page)}
h1{font-size:1.6rem;line-height:1.25}
h2{font-size:1.25rem;margin-top:2.2rem;border-bottom:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.4rem 0 .3rem}
ul.findings{list-style:none;margin:.3rem 0;padding:0}
ul.findings>li{margin:.5rem 0;padding-left:1.6rem;text-indent:-1.6rem}
ul.findings>li>*{text-indent:0}.sign{display:inline-block;width:1.6rem;text-indent:0}
blockquote{margin:.3rem 0;padding:.3rem .8rem;border-left:3px solid var(--line);background:var(--soft)}
mark{background:var(--mark);color:inherit}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--soft);
padding:.6rem;margin:.3rem 0}p{margin:.3rem 0}.soft{color:inherit;opacity:.85;font-size:.95rem}
table{border-collapse:collapse;width:100%;margin:.6rem 0}
th,td{text-align:left;padding:.25rem .6rem;vertical-align:top;border-bottom:1px solid var(--line)}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td svg{vertical-align:middle}.remark{border:2px solid var(--bar);padding:.3rem .8rem;margin:.5rem 0}
.scroll{overflow-x:auto}
@media print{body{margin:0;max-width:none}h3,li,tr{break-inside:avoid}details>summary{display:none}}
""".strip()
_BREAKS = {ord("\n"): None, ord("\t"): None}
# Nothing may be fetched and no script may run, even if one slipped through.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(title: str, body: str, script: str = "", style: str = "") -> str:
    """Return a whole page; `title` is text, `body` is HTML whose every text has been escaped.

    Only `script` may run on it, known by its fingerprint, and only ours is ever given; `style` is added to
    the look of all pages.

    >>> "<title>A &lt; B</title>" in page("A < B", "<p>x</p>")
    True
    """
    run = f"<script>{script}</script>" if script else ""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}{_allowed(script)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{text(title)}</title><style>{_STYLE}{style}</style></head>\n"
        f"<body><main><h1>{text(title)}</h1>\n{body}\n</main>{run}</body></html>\n"
    )


def _allowed(script: str) -> str:
    if not script:
        return ""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"; script-src 'sha256-{digest}'"


def text(value: object) -> str:
    """Return a value as text that is no markup, whatever it holds."""
    plain = str(value).encode("utf-8", "replace").decode("utf-8")
    if not plain.translate(_BREAKS).isprintable():
        plain = "".join(letter if letter.isprintable() or letter in "\n\t" else "·" for letter in plain)
    return html.escape(plain)


def bar(share: float, label: str) -> str:
    """Return a bar of a share from 0 to 1 as SVG, with its value in words for who cannot see it."""
    width = round(min(max(share, 0), 1) * 120, 1)
    return (
        f'<svg role="img" aria-label="{text(label)}" width="122" height="14" viewBox="0 0 122 14">'
        '<rect x="1" y="1" width="120" height="12" fill="none" stroke="var(--line)"/>'
        f'<rect x="1" y="1" width="{width}" height="12" fill="var(--bar)"/></svg>'
    )


def table(head: list[str], rows: list[list[str]], numbers: int = 0) -> str:
    """Return a table; cells are HTML, the last `numbers` columns hold numbers."""
    first = len(head) - numbers

    def cell(tag: str, at: int, content: str) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        kind = ' class="number"' if at >= first else ""
        return f"<{tag}{scope}{kind}>{content}</{tag}>"

    lines = ["".join(cell("th", at, each) for at, each in enumerate(head))]
    lines += ["".join(cell("td", at, each) for at, each in enumerate(row)) for row in rows]
    top, *rest = (f"<tr>{line}</tr>" for line in lines)
    whole = f"<table><thead>{top}</thead><tbody>{''.join(rest)}</tbody></table>"
    named = f"Table: {', '.join(head)}"  # on a narrow screen it is scrolled, by key too
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{text(named)}">{whole}</div>'
