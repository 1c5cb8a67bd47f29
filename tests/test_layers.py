"""Does every module stand on lower floors only, and is there no circle of imports?"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "dateline"

# The one fact: from the ground up. A module may import its own floor and those below it, at any place in it.
FLOORS = [
    {
        "errors",
        "kit",
        "lexicon",
        "messages",
        "marks",
        "sources",
        "findings",
        "yaml12",
        "answers",
        "build",
        "outputs",
    },
    {"quantities", "dates"},
    {"cases"},
    {"brief", "plots", "practice"},
    {"kinds", "widgets"},
    {"exercises", "desks"},
    {"grading", "drafting"},
    {"release"},
    {"cli", "commands", "__main__"},
]
# The floors inside `dateline/brief`, from the ground up: each room may import itself and those before it.
BRIEF = [
    "language",
    "ground",
    "people",
    "layout",
    "amounts",
    "timing",
    "deeds",
    "sentences",
    "showing",
]
# The door: its `__getattr__` opens rooms on any floor, but only when a user asks for them.
DOOR = "__init__"


def modules() -> dict[str, Path]:
    """Return every module of the package by its name without `dateline.`: {"build.files": …}."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return {".".join(path.relative_to(PACKAGE).with_suffix("").parts): path for path in paths}


def room(module: str) -> str:
    """Return the first part of a module's name, which has a floor: `build` of `build.files`."""
    return module.split(".")[0]


def room_of_brief(module: str) -> str:
    """Return the room of a module of the brief checker, "" for the door: `people` of `brief.people.said`."""
    return ".".join(module.split(".")[1:-1])


def floor_of(name: str) -> int:
    """Return the number of the floor that a room stands on."""
    return next(number for number, floor in enumerate(FLOORS) if name in floor)


def imports(module: str, path: Path, known: set[str], types: bool = True) -> set[str]:
    """Return the modules of the package that a module imports anywhere, also inside functions.

    Without `types`, imports for type checkers alone are left out: they do not happen when it runs.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING") and not types:
            node.body = []
    here = ["dateline", *module.split(".")][:-1]  # the package that holds the module
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {module_named(alias.name, known) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            # `from package import module` needs the module; `from module import name` the module before it
            found |= {
                module_named(f"{origin}.{a.name}", known) or module_named(origin, known) for a in node.names
            }
    return found - {module, ""}


def module_named(name: str, known: set[str]) -> str:
    """Return the package's module of a full name, "" if it is none: dateline.build → build.__init__."""
    if name != "dateline" and not name.startswith("dateline."):
        return ""
    inside = name.removeprefix("dateline").removeprefix(".")
    return next((one for one in (inside, f"{inside}.__init__".removeprefix(".")) if one in known), "")


MODULES = modules()
IMPORTS = {name: imports(name, path, set(MODULES)) for name, path in MODULES.items()}
RUN = {name: imports(name, path, set(MODULES), types=False) for name, path in MODULES.items()}


def test_there_are_modules_and_imports_to_judge():
    assert "cli" in MODULES
    assert "build.files" in IMPORTS["build.__init__"]
    assert "errors" in IMPORTS["cli"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import dateline.errors", {"errors"}),
        ("from dateline.build import build", {"build.__init__"}),  # a function that the package offers
        ("from dateline.build import files", {"build.files"}),  # a module in it
        ("from dateline import errors", {"errors"}),
        ("from dateline import check", {"__init__"}),  # through the door
        ("from .files import build", {"build.files"}),
        ("from .. import errors", {"errors"}),
        ("def late():\n    import dateline.build.files", {"build.files"}),
        ("import dateline_extra, json", set()),
    ],
)
def test_imports_are_read(tmp_path, line, found):
    path = tmp_path / "parts.py"
    path.write_text(line)
    assert imports("build.parts", path, {"__init__", "errors", "build.__init__", "build.files"}) == found


def test_an_import_for_types_alone_makes_no_circle(tmp_path):
    path = tmp_path / "parts.py"
    path.write_text("if TYPE_CHECKING:\n    import dateline.errors\nelse:\n    import dateline.kit")
    known = {"errors", "kit"}
    assert imports("parts", path, known) == {"errors", "kit"}
    assert imports("parts", path, known, types=False) == {"kit"}


def test_no_room_stands_on_two_floors():
    assert sum(len(floor) for floor in FLOORS) == len(set().union(*FLOORS))


@pytest.mark.parametrize("name", sorted({room(module) for module in MODULES} - {DOOR}))
def test_every_room_has_a_floor(name):
    assert any(name in floor for floor in FLOORS), f"put {name} on its floor in FLOORS"


@pytest.mark.parametrize("module", MODULES)
def test_no_arrow_points_up(module):
    if module == DOOR:
        assert not IMPORTS[module], "the package itself imports a room only when it is asked for"
        return
    own = floor_of(room(module))
    up = {name for name in IMPORTS[module] - {DOOR} if floor_of(room(name)) > own}
    assert not up, f"{module} (floor {own}) imports from above: {sorted(up)}"


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("brief.")])
def test_no_arrow_points_up_inside_the_brief_checker(module):
    own = room_of_brief(module)
    others = {name for name in IMPORTS[module] if name.startswith("brief.")}
    up = {name for name in others if own and BRIEF.index(own) < BRIEF.index(room_of_brief(name) or BRIEF[-1])}
    assert not up, f"{module} imports from above: {sorted(up)}"


def test_every_room_of_the_brief_checker_has_a_floor():
    assert {room_of_brief(module) for module in MODULES if module.startswith("brief.")} == {"", *BRIEF}


@pytest.mark.parametrize("module", sorted(set(MODULES) - {DOOR}))
def test_rooms_do_not_go_through_the_door(module):
    """`from dateline import check` inside the package would be an arrow up in disguise."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    froms = [
        node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "dateline"
    ]
    taken = {alias.name for node in froms for alias in node.names}
    rooms = {room(name) for name in MODULES} | {"__version__"}
    assert taken <= rooms, f"{module} takes {sorted(taken - rooms)} from the package: name the module"


def circle(graph: dict[str, set[str]]) -> list[str]:
    """Return the first circle of a graph of names, as a walk back to its start; [] if there is none."""
    done: set[str] = set()

    def walk(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        for other in sorted(graph.get(name, ())):
            found = walk(other, [*path, name])
            if found:
                return found
        done.add(name)
        return []

    return next((found for start in sorted(graph) if (found := walk(start, []))), [])


@pytest.mark.parametrize(
    ("graph", "found"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, []),
        ({"a": {"b"}, "b": {"c"}, "c": {"b"}}, ["b", "c", "b"]),
        ({"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}, []),  # two ways to one place are no circle
    ],
)
def test_a_circle_is_seen(graph, found):
    assert circle(graph) == found


def test_no_module_imports_itself_by_a_detour():
    assert " → ".join(circle(RUN)) == ""


def test_no_room_imports_itself_by_a_detour():
    rooms: dict[str, set[str]] = {}
    for module, others in IMPORTS.items():
        rooms.setdefault(room(module), set()).update({room(other) for other in others} - {room(module), DOOR})
    assert " → ".join(circle(rooms)) == ""
