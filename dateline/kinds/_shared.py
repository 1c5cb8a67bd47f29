"""What the kinds of check share: telling a wrong shape in words, and comparing short texts fairly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from dateline.cases import Case
from dateline.findings import Finding, Place, known_message
from dateline.marks import fold, without_points

_ARTICLES = re.compile(r"^(the|a|an)\s+")
LONGEST_KEPT = 200  # characters of a text that is worth remembering: words of a key, cells of an answer


def tidy(value: Any) -> str:
    """Return a short text for comparing: marks folded, lower case, single spaces, no article, no points.

    >>> tidy("  The U.S.  Military. ")
    'us military'
    """
    text = str(value)
    return _tidied(text) if len(text) <= LONGEST_KEPT else _tidied.__wrapped__(text)


@lru_cache(maxsize=8192)
def _tidied(text: str) -> str:
    text = " ".join(without_points(fold(text)).casefold().split()).strip(" .,;:!?\"'")
    return _ARTICLES.sub("", text)


def same(value: Any, *accepted: str) -> bool:
    """Tell whether a short text is one of the accepted ones, case, marks, article and hyphens aside.

    >>> same("not-stated", "Not stated")
    True
    """
    plain = _parted(tidy(value))
    return any(plain == _parted(tidy(each)) for each in accepted)


def _parted(text: str) -> str:
    return text.replace("-", " ").replace("_", " ")


def choice_of(value: Any, choices: Iterable[str]) -> str | None:
    """Return the choice that a learner's word means, or None."""
    return next((choice for choice in choices if same(value, choice)), None)


def meant(value: Any, choices: Iterable[str]) -> str:
    """Return the choice nearest in spelling, or "" when none is near: only for "did you mean"."""
    from rapidfuzz import process

    close = process.extractOne(tidy(value), list(choices), score_cutoff=70)
    return close[0] if close else ""


def clipped(value: Any, most: int = 60) -> str:
    """Return a value as text that fits into a message, cut with an ellipsis where it is longer.

    >>> clipped("a long answer indeed", 6)
    'a long …'
    """
    text = str(value)
    return text if len(text) <= most else f"{text[:most].rstrip()} …"


def is_blank(value: Any) -> bool:
    """Tell whether a cell of an answer is still empty (None, "", "..." or the ellipsis)."""
    return value is None or (isinstance(value, str) and value.strip() in ("", "...", "…"))


def number_of(value: Any) -> float | int | None:
    """Return a learner's number ("2,000", 2000, "700"), or None when it is not one.

    >>> number_of("2,000"), number_of("2.000"), number_of(True), number_of("two"), number_of("49.5 %")
    (2000, 2000, None, None, 49.5)
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return value
    text = re.sub(r"[,\s'’_]", "", str(value).strip().removesuffix("%"))
    if re.fullmatch(r"[-+]?\d+,\d{1,2}", str(value).strip(" %")):  # and commas the tenths
        text = str(value).strip(" %").replace(",", ".")
    elif re.fullmatch(r"[-+]?[1-9]\d{0,2}(\.\d{3})+", text):  # in much of the world dots part the thousands
        text = text.replace(".", "")
    if not re.fullmatch(r"[-+]?\d{1,15}(\.\d{1,9})?", text):
        return None
    return float(text) if "." in text else int(text)


def yes_no(value: Any) -> bool | None:
    """Return a learner's yes or no as True or False, or None when it is neither."""
    if isinstance(value, bool):
        return value
    return {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}.get(tidy(value))


def shape_problem(key: str, **params: Any) -> list[Finding]:
    """Return the one finding of an answer whose whole shape is wrong: no points, and what was expected."""
    return [Finding(key, possible=1, params=params)]


def as_mapping(answer: Any, keys: Sequence[str]) -> tuple[dict[str, Any], list[Finding]]:
    """Return an answer as a dict with keys spelt as in `keys`, or the finding that says what was expected.

    Rows of which one column names the keys are read as that dict. A key that is not known is a note; keys
    that are missing are left to the caller, as untried parts.

    >>> as_mapping([{"pair": "a", "label": "yes"}, {"pair": "b", "label": "no"}], ["a", "b"])
    ({'a': 'yes', 'b': 'no'}, [])
    """
    answer = _by_key(answer, keys)
    if not isinstance(answer, Mapping):
        return {}, shape_problem("expected-mapping", got=kind_of(answer), keys=listed(keys))
    if not answer:
        return {}, shape_problem("empty-answer", expected=f"an entry for each of: {listed(keys)}")
    told, notes = {}, []
    for key, value in answer.items():
        known = choice_of(key, keys)
        if known is None:
            near = meant(key, keys)
            notes.append(
                Finding(
                    "unknown-key",
                    "note",
                    params={"key": clipped(key), "meant": f" Did you mean “{near}”?" if near else ""},
                )
            )
        else:
            told[known] = value
    if not told:
        return {}, shape_problem("expected-mapping", got="a dict with other names", keys=listed(keys))
    return told, notes


def _by_key(answer: Any, keys: Sequence[str]) -> Any:
    """Return rows as a dict by the column that names the keys, and anything else as it is."""
    if not isinstance(answer, list) or not answer or not all(isinstance(row, Mapping) for row in answer):
        return answer
    for column in answer[0]:
        names = [choice_of(row.get(column), keys) for row in answer]
        if all(names) and len(set(names)) == len(names):
            rest = [{key: cell for key, cell in row.items() if key != column} for row in answer]
            return dict(zip(names, (_only(row) for row in rest), strict=True))
    return answer


def _only(row: dict[str, Any]) -> Any:
    return next(iter(row.values())) if len(row) == 1 else row


def as_rows(answer: Any, columns: Sequence[str]) -> tuple[list[dict[str, Any]], list[Finding]]:
    """Return an answer as a list of dicts with all `columns` (None where absent), or what was expected.

    A dict of rows, {"a": {…}, "b": {…}}, is read as those rows; its names fill the first column. A dict of
    whole columns, {"voice": […], "statement": […]}, is read as rows too.

    >>> as_rows({"a": {"voice": "Esper"}}, ["statement", "voice"])
    ([{'statement': 'a', 'voice': 'Esper'}], [])
    """
    if isinstance(answer, Mapping):
        inner = bool(answer) and all(isinstance(row, Mapping) for row in answer.values())
        told = [{columns[0]: name, **row} for name, row in answer.items()] if inner else [answer]
        answer = _across(answer, columns) or told
    if not isinstance(answer, list) or any(not isinstance(row, Mapping) for row in answer):
        return [], shape_problem("expected-rows", got=kind_of(answer), columns=listed(columns))
    if not answer:
        return [], shape_problem("empty-answer", expected=f"one row for each, with {listed(columns)}")
    spelt = [{choice_of(key, columns) or str(key): value for key, value in row.items()} for row in answer]
    absent = [column for column in columns if not any(column in row for row in spelt)]
    if absent:
        return [], shape_problem("missing-columns", columns=listed(absent))
    return [{**dict.fromkeys(columns), **row} for row in spelt], []


def _across(answer: Mapping[str, Any], columns: Sequence[str]) -> list[dict[str, Any]]:
    """Return a dict of whole columns, as pandas takes it, as rows; [] when it is none."""
    lists = [cells for cells in answer.values() if isinstance(cells, list)]
    if len(lists) < max(2, len(answer)) or len({len(cells) for cells in lists}) != 1:
        return []
    if not all(choice_of(name, columns) for name in answer):
        return []
    return [dict(zip(answer, cells, strict=True)) for cells in zip(*lists, strict=True)]


def as_list(answer: Any, of: str) -> tuple[list[Any], list[Finding]]:
    """Return the answer as a list; a single text counts as a wrong shape, since a list was asked for."""
    if not isinstance(answer, list):
        return [], shape_problem("expected-list", got=kind_of(answer), of=of)
    if not answer:
        return [], shape_problem("empty-answer", expected=f"a list of {of}")
    return answer, []


def as_text(answer: Any, of: str) -> tuple[str, list[Finding]]:
    """Return the answer as text, or what was expected."""
    if not isinstance(answer, str):
        return "", shape_problem("expected-text", got=kind_of(answer), of=of)
    if not answer.strip():
        return "", shape_problem("empty-answer", expected=of)
    return answer, []


def kind_of(value: Any) -> str:
    """Name the shape of an answer in a learner's words.

    >>> kind_of([]), kind_of("x"), kind_of(3.5)
    ('a list', 'a text', 'a number')
    """
    if isinstance(value, bool):
        return "True or False"
    names = {
        str: "a text",
        list: "a list",
        dict: "a dict",
        int: "a number",
        float: "a number",
        type(None): "nothing",
    }
    return names.get(type(value), "something else")


def listed(items: Iterable[Any], last: str = "and") -> str:
    """Join items as a sentence does.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    items = [str(item) for item in items]
    return f" {last} ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


class PlaceArgument(BaseModel):
    """A place that a teacher writes in exercises.yaml: `{source: S1, paragraph: 9, anchor: about 2,000}`."""

    model_config = ConfigDict(extra="forbid")
    source: str
    paragraph: int
    anchor: str = ""

    def find(self, case: Case) -> Place | None:
        """Return where it stands in the case, the paragraph alone when the anchor is empty or absent."""
        if self.source not in case.sources:
            return None
        return case.find(self.source, self.paragraph, self.anchor) or Place(self.source, self.paragraph)


def place_doubts(place: PlaceArgument, case: Case) -> list[str]:
    """List what is wrong with a place in the arguments of an exercise."""
    if place.source not in case.sources:
        return [f"there is no source {place.source!r}"]
    count = len(case.sources[place.source].paragraphs)
    if not 1 <= place.paragraph <= count:
        return [f"{place.source} has paragraphs 1 to {count}, so there is no para. {place.paragraph}"]
    if place.anchor and not case.find(place.source, place.paragraph, place.anchor):
        return [f"{place.anchor!r} does not occur in {place.source}, para. {place.paragraph}"]
    return []


def message_doubts(keys: Iterable[str]) -> list[str]:
    """List the message keys that messages/en.yaml does not have."""
    return [f"there is no message {key!r}" for key in keys if not known_message(key)]


def row_doubts(ids: Iterable[str], case: Case) -> list[str]:
    """List the ids that are in no table of the key; several may be joined by " + "."""
    parts = [part.strip() for each in ids for part in each.split("+") if part.strip()]
    return [f"the key has no row {id!r}" for id in parts if id not in case.key.by_id]
