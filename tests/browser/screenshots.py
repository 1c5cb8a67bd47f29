"""Screenshots of every widget for README.md and the teacher guide: `make screenshots` runs this."""

from __future__ import annotations

import io
import re
import sys
import tempfile
from functools import partial
from pathlib import Path

from PIL import Image

from tests.browser import lab as labs
from tests.browser.openings import OPENINGS, opened

IMAGES = labs.KIT / "docs" / "images"
WIDTH, HEIGHT = 1160, 640  # CSS pixels; what is longer is cut off below
COLOURS = 64


def image_of(widget: str) -> str:
    """Return the name of a widget's image.

    >>> image_of("AnswerForm")
    'answer-form.png'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "-", widget).lower() + ".png"


def first_openings() -> dict[str, str]:
    """Return the opening that is shown of each widget: the first of its entries."""
    shown: dict[str, str] = {}
    for name, opening in OPENINGS.items():
        shown.setdefault(opening.widget, name)
    return shown


def small(png: bytes) -> Image.Image:
    """Return a screenshot in few colours: a tenth of its size, and as easy to read."""
    return Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)


def shoot(lab: labs.Lab, root) -> bytes:
    """Return a picture of a widget's upper part."""
    root.evaluate("(root) => root.querySelector('.dl-sentences details')?.setAttribute('open', '')")
    root.evaluate("(root) => root.scrollIntoView({ block: 'start' })")
    box = root.bounding_box()
    clip = {**box, "height": min(box["height"], HEIGHT)}
    return lab.page.screenshot(clip=clip, animations="disabled", caret="hide")


def main() -> int:
    """Write one PNG a widget into docs/images/; return 1 where there is no Chromium."""
    path = labs.find_chromium()
    if path is None:
        print("No Chromium found: no screenshots were made.", file=sys.stderr)
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as home,
        labs.lab_server(Path(home)) as (address, kit),
        labs.chromium_of(path) as browser,
    ):
        for widget, name in first_openings().items():
            context = browser.new_context(viewport={"width": WIDTH, "height": 1400})
            lab = labs.Lab(context.new_page(), address, kit)
            root = opened(lab, partial(labs.write_notebook, kit), name)
            lab.page.evaluate("jupyterapp.shell.collapseLeft()")
            if OPENINGS[name].pose:
                OPENINGS[name].pose(root)
            small(shoot(lab, root)).save(IMAGES / image_of(widget), optimize=True)
            print(f"docs/images/{image_of(widget)}", flush=True)
            context.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
