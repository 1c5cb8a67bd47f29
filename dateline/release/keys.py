"""What a copy of a case holds of its key: all of it under seal, or nothing but the shape of the answers."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from dateline import kinds
from dateline.cases import Case
from dateline.cases.about import ExerciseRow
from dateline.cases.load import load
from dateline.cases.sealed import seal
from dateline.errors import KitError

NONE, SEALED = "none", "sealed"
# Of a date in the key: where its words stand. The date desk needs that, and it gives nothing away.
_PLACE = ("id", "source", "paragraph", "anchor", "event")


def withhold(folder: Path, keys: str, only: Collection[str] | None = None) -> None:
    """Take the key out of a copied case, or put it under seal; `only` names the exercises that stay.

    The case must be sound; ProblemsError lists what is not. KitError when an exercise has no form that could
    be checked without its key.
    """
    case = load(folder)
    rows = [row for id, row in case.exercises.items() if only is None or id in only]
    if keys == SEALED:
        _write(folder / "exercises.yaml", {"exercises": [_as_data(row) for row in rows]})
        seal(folder)
    else:
        shutil.rmtree(folder / "key", ignore_errors=True)
        _write(folder / "exercises.yaml", {"exercises": [_without_key(row, case) for row in rows]})
        _write_places(folder / "key" / "dates.csv", case, rows)
    _write(folder / "case.yaml", _open_about(case))


def _write(path: Path, content: Any) -> None:
    # JSON is YAML too
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def _as_data(row: ExerciseRow) -> dict[str, Any]:
    return row.model_dump(mode="json", by_alias=True, exclude={"form"})


def _without_key(row: ExerciseRow, case: Case) -> dict[str, Any]:
    """An exercise with the form of its answer in the place of all that tells a right answer from a wrong."""
    kind = kinds.load(row.kind)
    if not hasattr(kind, "form"):
        raise KitError(
            f"{case.id}, exercise {row.id}: its kind of check, {row.kind}, has no form, so without the key "
            "nothing could be checked. Use --keys sealed, or leave the case out with --case."
        )
    form = kind.form(kind.Arguments.model_validate(row.arguments), case).as_written()
    open_ones = {name: row.arguments[name] for name in getattr(kind, "OPEN", ()) if name in row.arguments}
    if "expressions" in open_ones:  # each a row, or a row with forms of its date that are accepted too
        told = open_ones["expressions"].items()
        open_ones["expressions"] = {id: one if isinstance(one, str) else one["row"] for id, one in told}
    return {**_as_data(row), "with": open_ones, "form": form}


def _open_about(case: Case) -> dict[str, Any]:
    """What case.yaml says, without what is known from elsewhere and which facts could be known when."""
    about = case.about.model_dump(mode="json", exclude_defaults=True, exclude={"outside_knowledge"})
    for card in about.get("fact_cards", []):
        card.pop("knowable_on_cut_off", None)
    return about


def _dates_asked(rows: list[ExerciseRow]) -> Iterator[str]:
    for row in rows:
        if row.kind == "candidates":
            yield row.arguments["row"]
        elif row.kind == "order":
            yield from row.arguments["events"].values()
        elif row.kind == "dates":
            for one in row.arguments["expressions"].values():
                yield one if isinstance(one, str) else one["row"]


def _write_places(path: Path, case: Case, rows: list[ExerciseRow]) -> None:
    asked = [case.key.by_id[id] for id in dict.fromkeys(_dates_asked(rows))]
    if not asked:
        return
    text = io.StringIO()
    writer = csv.DictWriter(text, _PLACE, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: getattr(row, name) for name in _PLACE} for row in asked)
    path.parent.mkdir()
    path.write_text(text.getvalue(), encoding="utf-8", newline="\n")
