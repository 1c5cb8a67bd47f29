"""One label chosen from a list: right, wrong by a known rule, or not one of the choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dateline.findings import Finding, Place
from dateline.kinds._label_words import held_in, label_of
from dateline.kinds._shared import clipped, is_blank, kind_of, listed, meant, same, yes_no
from dateline.kinds._tally import right, untried


def labelled(
    value: Any,
    labels: Sequence[str],
    accepted: Iterable[str],
    *,
    part: str,
    wrong: Mapping[str, str] | None = None,
    share: float = 1.0,
    place: Place | None = None,
) -> Finding:
    """Return what to say of one chosen label; `wrong` maps a label to its message.

    >>> labelled("Plan", ["plan", "outcome"], ["plan"], part="a").verdict
    'right'
    """
    if is_blank(value):
        return untried(part, share)
    if isinstance(value, bool) and any(yes_no(label) is value for label in labels):
        value = "yes" if value else "no"
    given = label_of(value, labels)
    if given is None:
        return not_a_choice(value, labels, part, share)
    if same(given, *accepted):
        return right(part, share)
    key = (wrong or {}).get(given, "choice-not-this")
    return Finding(key, part=part, possible=share, params={"given": given, "item": part}, place=place)


def not_a_choice(value: Any, labels: Sequence[str], part: str, share: float = 1.0) -> Finding:
    """Return the finding of a word that is none of the choices, with the nearest one if there is one.

    A text that holds several of them chooses none: then no nearest one is told.
    """
    if isinstance(value, str) and len(held_in(value, labels)) > 1:
        return Finding("choice-one-only", part=part, possible=share, params={"choices": listed(labels, "or")})
    near = meant(value[:200], labels) if isinstance(value, str) else ""
    params = {
        "given": clipped(value) if isinstance(value, str) else kind_of(value),
        "choices": listed(labels, "or"),
        "meant": f" Did you mean “{near}”?" if near else "",
    }
    return Finding("not-a-choice", part=part, possible=share, params=params)


def label_doubts(labels: Sequence[str], accepted: Sequence[str], wrong: Iterable[str] = ()) -> list[str]:
    """List labels that are not among the choices or both right and wrong; say when none or all are right."""
    found = [f"{each!r} is not among the labels" for each in [*accepted, *wrong] if each not in labels]
    found += [f"{each!r} is both right and wrong" for each in wrong if each in accepted]
    if not accepted:
        found.append("no label is right")
    if set(accepted) >= set(labels):
        found.append("every label is right, so it cannot be wrong")
    return found
