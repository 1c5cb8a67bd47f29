"""What case.yaml and the heads of the reports say, a row a fact: shown, changed, struck and confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.cases.rows import TO_CONFIRM
from dateline.cases.yaml_text import RigidError, YamlText
from dateline.sources import HEAD

COLUMNS = {  # what a fact of each kind holds
    "case": ("value",),
    "reports": ("title", "publisher", "agency", "byline", "dateline_place", "date", "rights"),
    "names": ("kind", "name", "role", "aliases"),
    "places": ("kind", "name", "aliases", "part_of"),
    "populations": ("label", "aliases", "part_of"),
}
ALONE = ("title", "question", "cut_off", "rights")  # facts of the whole case, a row each
PARTS = {"people": "names", "organisations": "names", "places": "places", "populations": "populations"}
KINDS = {"person": "people", "organisation": "organisations", "place": "places"}
REPORTS = "sources"  # as in `to_confirm: [sources.S1]`
LIST = "to_confirm"
Cells = Mapping[str, str]


@dataclass(frozen=True)
class Facts:
    """The texts of case.yaml and of the reports by id; what changes a fact returns other ones.

    A fact is to confirm while its id stands in the list `to_confirm` of case.yaml, or a text of it begins
    with these words; its cell `note` says so as the note of a row of the key does.

    >>> facts = Facts(YamlText("title: Flood\\npeople:\\n  bly: {name: Ana Bly, aliases: [Bly]}\\n"))
    >>> facts.row("people.bly")
    {'id': 'people.bly', 'kind': 'person', 'name': 'Ana Bly', 'role': '', 'aliases': 'Bly', 'note': ''}
    >>> facts.with_cells("people.bly", {"role": "mayor"}).about.text
    'title: Flood\\npeople:\\n  bly: {name: Ana Bly, aliases: [Bly], role: mayor}\\n'
    """

    about: YamlText = field(default_factory=lambda: YamlText(""))
    reports: Mapping[str, str] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the kind and the cells of each fact."""
        for name in ALONE:
            if self.about.get((name,)) is not None:
                yield "case", self._cells("case", name, {"value": self.about.get((name,))})
        for id in self.reports:
            yield (
                "reports",
                self._cells("reports", f"{REPORTS}.{id}", self._head(id).content) | {"source": id},
            )
        for part, kind in PARTS.items():
            for id, entry in (self.about.get((part,)) or {}).items():
                what = {"kind": next((name for name, of in KINDS.items() if of == part), "")}
                yield kind, self._cells(kind, f"{part}.{id}", {**what, **entry})

    def row(self, id: str) -> dict[str, str] | None:
        """Return the cells of the fact with an id, or None."""
        return next((cells for _, cells in self.rows() if cells["id"] == id), None)

    def kind_of(self, id: str) -> str:
        """Return the kind of the fact with an id, "" for none."""
        return next((kind for kind, cells in self.rows() if cells["id"] == id), "")

    def with_cells(self, id: str, cells: Cells) -> Facts:
        """Return the facts with other text in some cells of one; with an empty note it is confirmed.

        RigidError for what cannot be changed alone in its file.
        """
        now = self.row(id) or {}
        is_open = cells.get("note", now.get("note", "")).startswith(TO_CONFIRM)
        marked = {name: now[name] for name in now if self._is_marked(id, name) and not is_open}
        told = {name: text for name, text in cells.items() if name in now and text != now[name]}
        facts = self
        for name, text in {**marked, **told}.items():
            if name not in ("note", "kind"):
                facts = facts._written(id, name, text)
        is_marked = any(facts._is_marked(id, name) for name in now)
        facts = facts._listed(id, is_open and not is_marked)
        if cells.get("kind", now.get("kind", "")) != now.get("kind", ""):
            facts = facts._moved(id, cells["kind"])
        return facts

    def without(self, id: str) -> Facts:
        """Return the facts without a name, a place or a population; RigidError for what each case has."""
        part, _, name = id.partition(".")
        if part not in PARTS:
            raise RigidError(f"{id} cannot be struck")
        return replace(self, about=self.about.without((part, name)))._listed(id, False)

    def with_name(self, id: str, name: str) -> Facts:
        """Return the facts with somebody more, who is to confirm."""
        entry = {"name": name, "role": "", "aliases": []}
        at, value = (
            (("people", id), entry) if self.about.get(("people",)) is not None else (("people",), {id: entry})
        )
        return replace(self, about=self.about.with_value(at, value))._listed(f"people.{id}", True)

    def moved_id(self, id: str, kind: str) -> str:
        """Return the id of a name once it is of another kind: "people.rome" as a place is "places.rome"."""
        return f"{KINDS[kind]}.{id.partition('.')[2]}" if kind in KINDS else id

    def _cells(self, kind: str, id: str, entry: Mapping[str, Any]) -> dict[str, str]:
        told = {name: _as_text(entry.get(name)) for name in COLUMNS[kind]}
        marked = next((text for text in told.values() if text.startswith(TO_CONFIRM)), "")
        listed = TO_CONFIRM if id in (self.about.get((LIST,)) or []) else ""
        shown = {name: "" if text.startswith(TO_CONFIRM) else text for name, text in told.items()}
        return {"id": id, **shown, "note": marked or listed}

    def _head(self, source: str) -> YamlText:
        found = HEAD.match(self.reports[source])
        return YamlText(found[1] + "\n" if found else "")

    def _entry(self, id: str) -> tuple[str, ...]:
        return tuple(id.split(".", 1))

    def _is_marked(self, id: str, name: str) -> bool:
        """Tell whether a text still has the mark of a draft, which is shown as an empty field."""
        part, _, rest = id.partition(".")
        if part == REPORTS:
            value = self._head(rest).get((name,))
        else:
            value = self.about.get((id,) if id in ALONE else (part, rest, name))
        return isinstance(value, str) and value.startswith(TO_CONFIRM)

    def _written(self, id: str, name: str, text: str) -> Facts:
        """Return the facts with one text or list changed in its file."""
        part, _, rest = id.partition(".")
        if part == REPORTS:
            head = self._head(rest)
            found = HEAD.match(self.reports[rest])
            if not found:
                raise RigidError(f"{id} has no head")
            other = head.with_value((name,), text).text.removesuffix("\n")
            told = self.reports[rest][: found.start(1)] + other + self.reports[rest][found.end(1) :]
            return replace(self, reports={**self.reports, rest: told})
        value: Any = [one.strip() for one in text.split("|") if one.strip()] if name == "aliases" else text
        if name == "part_of" and not text:
            value = None
        at = (id,) if id in ALONE else (part, rest, name)
        return replace(self, about=self.about.with_value(at, value))

    def _listed(self, id: str, is_open: bool) -> Facts:
        """Return the facts with an id in the list of those to confirm, or out of it."""
        before = self.about.get((LIST,)) or []
        after = [one for one in before if one != id] + ([id] if is_open else [])
        if sorted(after) == sorted(before):
            return self
        return replace(self, about=self.about.with_value((LIST,), after))

    def _moved(self, id: str, kind: str) -> Facts:
        """Return the facts with a name that is of another kind than was thought: a place, not a person."""
        other = self.moved_id(id, kind)
        part, _, name = other.partition(".")
        if other == id or self.about.get((part, name)) is not None:
            raise RigidError(f"{other} is there already")
        entry = dict(self.about.get(self._entry(id)))
        if kind == "place":
            entry.pop("role", None)
        else:
            entry.pop("part_of", None)
        is_listed = id in (self.about.get((LIST,)) or [])
        gone = self.without(id)
        at, value = ((part, name), entry) if gone.about.get((part,)) is not None else ((part,), {name: entry})
        return replace(gone, about=gone.about.with_value(at, value))._listed(other, is_listed)


def _as_text(value: Any) -> str:
    if isinstance(value, list):
        return " | ".join(map(str, value))
    return "" if value is None else re.sub(r"\s+", " ", str(value)).strip()
