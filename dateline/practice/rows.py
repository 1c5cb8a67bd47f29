"""The key of a practice case, row by row: right answers, accepted ones and wrong ones with their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dateline.cases import ClaimRow, DateRow, FigureRow, Row, SourceRow, VoiceRow
from dateline.practice.check_rows import check_rows
from dateline.practice.compose import Spot
from dateline.practice.date_rows import date_rows, issue_dates
from dateline.practice.story import Story

NONE_TOLD = ["unknown", "none stated", "not given"]


def key_tables(story: Story, spots: Mapping[str, Spot]) -> dict[str, list[Row]]:
    """Return the six tables of the key; a row whose words are not in the text is left out."""
    placed = {
        "voices": (VoiceRow, list(voices(story))),
        "claims": (ClaimRow, [*claims(story), *counts(story)]),
        "figures": (FigureRow, [*figures(story), *uncounted()]),
        "dates": (DateRow, list(date_rows(story))),
    }
    tables: dict[str, list[Row]] = {"sources": list(origins(story)), "checks": list(check_rows(story))}
    for name, (model, rows) in placed.items():
        placed_at = {id: spots[STANDS_AT.get(id, id)] for id, _ in rows if STANDS_AT.get(id, id) in spots}
        tables[name] = [
            model(id=id, **where(placed_at[id]), **cells) for id, cells in rows if id in placed_at
        ]
    tables["dates"] += issue_dates(story)
    return tables


def where(spot: Spot) -> dict[str, Any]:
    """Return the cells that say where a row stands."""
    return {"source": spot.source, "paragraph": spot.paragraph, "anchor": spot.anchor}


def origins(story: Story) -> Iterable[SourceRow]:
    """What each report says of its own origin."""
    when, place = story.calendar, story.places[1]
    month = f"{when.month:%B %Y}"
    issued = f"{when.issued.day} {when.issued:%B %Y}"
    told = {
        "S1": [
            ("publisher", story.paper, [story.paper.removeprefix("The ")]),
            ("agency", "", []),
            ("author", "", []),
            ("dateline_place", "", []),
            ("date", when.month_edtf, [f"{when.month_edtf}-XX", month]),
            ("precision", "month", ["to the month"]),
        ],
        "S2": [
            ("publisher", "", []),
            ("agency", story.agency, [f"the {story.agency}"]),
            ("author", story.writer.full, [story.writer.last]),
            ("dateline_place", place, []),
            ("date", str(when.issued), [issued]),
            ("precision", "day", ["to the day"]),
        ],
    }
    for source, fields in told.items():
        for number, (field, value, accepted) in enumerate(fields, start=1):
            accepted = accepted if value else NONE_TOLD
            id = f"N{source[1]}{number}"
            yield SourceRow(id=id, source=source, field=field, value=value or "not stated", accepted=accepted)


def voices(story: Story) -> Iterable[tuple[str, dict[str, Any]]]:
    """Who is heard without a name."""
    yield (
        "V01",
        {"voice": "officials", "label": "officials who know of the plan", "status": "speaks", "named": "no"},
    )
    yield "V02", {"voice": "insider", "label": story.slots()["insider"], "status": "speaks", "named": "no"}


def claims(story: Story) -> Iterable[tuple[str, dict[str, Any]]]:
    """What is said, by whom, and how far it has got."""
    said = story.slots()
    org, units, minister, leader = said["org"], said["units"], said["minister_last"], story.leader.last
    told = [
        (
            "C01",
            f"{said['staff']} have begun to tell {said['audience']} of plans to {said['plan']}.",
            "event",
            "outlet",
            "under way",
        ),
        ("C02", f"The {org} is preparing to {said['plan']}.", "plan", "officials", "planned"),
        ("C03", f"{said['staff']} have {said['gave']}.", "event", "officials", "done"),
        ("C04", f"There is an order to {said['order_to']}.", "event", "insider", "ordered"),
        ("C05", f"{leader} said: “{said['vow'].partition(', and ')[0]}.”", "position", "leader", "denied"),
        ("C06", f"{leader} and {minister} met on the {said['met_on']} before.", "event", "outlet", "done"),
        ("C07", f"The {org} {said['sent']}.", "event", "outlet", "done"),
        ("C08", f"All {units} {said['leaving']} are to {said['dest']}.", "plan", "minister", "planned"),
        ("C09", f"It is possible that {said['give_up']}.", "position", "minister", "discussed"),
        ("C10", f"{minister} has spoken to {said['host']}.", "event", "minister", "done"),
        ("C11", f"{leader} said: “{said['again']}.”", "position", "leader", "planned"),
        ("C12", "What was promised will not come so soon.", "opinion", "outlet", "not a status"),
        ("C13", f"{said['moving']}.", "event", "outlet", "under way"),
        ("C14", f"{minister} ordered most of the {units} to leave.", "event", "outlet", "ordered"),
    ]
    for id, statement, kind, speaker, status in told:
        statement = statement[0].upper() + statement[1:]
        yield id, {"statement": statement, "kind": kind, "speaker": speaker, "status": status}


STANDS_AT = {"C15": "F01", "C16": "F02", "C17": "F03", "C18": "F04", "C19": "F05", "C20": "F06"}


def counts(story: Story) -> Iterable[tuple[str, dict[str, Any]]]:
    """Each figure as a claim: who gives it."""
    speakers = {"C16": "board", "C17": "minister"}
    for id, figure in STANDS_AT.items():
        statement = f"The number is {story.figures[figure].words}."
        cells = {"kind": "figure", "speaker": speakers.get(id, "outlet"), "status": "not a status"}
        yield id, {"statement": statement, "hedge": story.figures[figure].hedge, **cells}


def figures(story: Story) -> Iterable[tuple[str, dict[str, Any]]]:
    """The figures, with what they count, for when, and whether they are there or on the move."""
    said, when = story.slots(), story.calendar
    units, still, leaving = said["units"], said["still"], said["leaving"]
    staying, issue = said["staying"], str(when.issued)
    later = [issue, f"{when.issued:%Y-%m}", f"../{issue}", f"{when.issued:%Y-%m}-XX", f"{when.issued:%Y}"]
    month = [f"{when.month_edtf}-XX", f"{when.month:%Y}"]
    about = {
        "F01": (units, "group", said["here"], [], when.month_edtf, month, "stock"),
        "F02": (said["thing"], "things", said["thing_does"], [], when.month_edtf, month, "flow"),
        "F03": (units, "leaving", leaving, ["leaving"], issue, later, "flow"),
        "F04": (units, "group", still, [still.removeprefix("still ")], f"../{issue}", later, "stock"),
        "F05": (
            units,
            "staying",
            f"who are to {staying}",
            [f"to {staying}", staying, "staying on"],
            issue,
            [f"{issue}/..", *later],
            "stock",
        ),
        "F06": (
            said["others"].split(" from ")[0],
            "others",
            f"from {said['others'].split(' from ')[1]}",
            [],
            issue,
            later,
            "stock",
        ),
    }
    for id, (counted, population, scope, scopes, as_of, as_ofs, kind) in about.items():
        figure = story.figures[id]
        unit = said["unit"] if population != "things" else said["thing"]
        yield (
            id,
            {
                **_limits(figure),
                "is_figure": "yes",
                "counted": counted,
                "unit": unit,
                "population": population,
                "scope": scope,
                "scope_accepted": scopes,
                "as_of": as_of,
                "as_of_accepted": [form for form in as_ofs if form != as_of],
                "stock_or_flow": kind,
                "attributed_to": "outlet",
            },
        )
    two = {"is_figure": "yes", "lower": 2, "upper": 2, "lower_closed": "yes", "upper_closed": "yes"}
    yield (
        "F07",
        {**two, "approximate": "no", "vague": "no", "counted": "tasks", "unit": "tasks", "as_of": issue},
    )


def _limits(figure: Any) -> dict[str, Any]:
    answer = {True: "yes", False: "no"}
    flags = {name: answer[getattr(figure, name)] for name in ("lower_closed", "upper_closed", "approximate")}
    return {**flags, "vague": "no", "lower": figure.lower, "upper": figure.upper, "hedge": figure.hedge}


def uncounted() -> Iterable[tuple[str, dict[str, Any]]]:
    """Numerals that count nothing."""
    for id in ("F08", "F09"):
        note = "It numbers off a task. It counts nothing."
        yield id, {"is_figure": "no", "why_not": "list marker", "note": note}
