"""Is each widget free of faults that axe-core finds, spoken by name, walked by key and whole if narrow?"""

from __future__ import annotations

from collections import Counter

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.lab import THEMES, Lab, end_kernels, write_notebook
from tests.browser.openings import OPENINGS, opened, unopened

INTERACTIVE = {
    "button", "checkbox", "combobox", "DisclosureTriangle", "link", "listbox", "radio", "searchbox", "slider",
    "spinbutton", "switch", "tab", "textbox",
}  # fmt: skip
FOCUSABLE = "a[href], button, input, select, textarea, summary, [contenteditable=true], [tabindex]"
TABBED = f"""(root) => [...root.querySelectorAll('{FOCUSABLE}')].filter(
  (e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({{ visibilityProperty: true }}))"""
# Brings each control into view as the focus would, and tells which cannot be seen from edge to edge.
CLIPPED = f"""(root) => {{
  const controls = [...root.querySelectorAll('{FOCUSABLE}')].filter((e) => e.checkVisibility());
  return controls.filter((e) => {{
    e.scrollIntoView({{ block: 'center', inline: 'nearest' }});
    const view = (e.closest('.dl-scroller') ?? root).getBoundingClientRect();
    const box = e.getBoundingClientRect();
    return box.left < view.left - 1 || box.right > Math.min(view.right, innerWidth) + 1;
  }}).map((e) => e.outerHTML.slice(0, 160));
}}"""


def test_every_widget_is_opened_here():
    assert unopened() == set(), "add an entry to tests/browser/openings.py"


@pytest.fixture(scope="module", params=OPENINGS)
def widget(request, chromium, server):
    """A widget in a page of its own, the same for all questions asked of it."""
    address, kit = server
    for file in (kit / "exercises").glob("answers/*.json"):
        file.unlink()
    # So high that nothing has to be scrolled to: axe judges no colour of what is out of sight.
    context = chromium.new_context(viewport={"width": 1280, "height": 6000})
    page = context.new_page()
    page.set_default_timeout(60_000)
    lab = Lab(page, address, kit)
    root = opened(lab, lambda *cells: write_notebook(kit, *cells), request.param)
    root.evaluate("(root) => root.setAttribute('data-asked', '')")
    yield lab, root
    context.close()
    end_kernels(address)


def faults(lab):
    """Return what axe-core finds in the widget: rule → the first places; "unjudged" are colours of text."""
    # JupyterLab's body is 0 px high, and axe takes all in it for hidden and judges no colour.
    lab.page.add_style_tag(content="body { height: 100vh !important; }")
    found = Axe().run(lab.page, {"include": [["[data-asked]"]]}, {}).response
    assert "color-contrast" in {each["id"] for each in found["passes"]}, "axe has looked at colours"
    places = {
        each["id"]: [(n["html"], n["failureSummary"]) for n in each["nodes"]] for each in found["violations"]
    }
    for each in found["incomplete"]:
        if each["id"] == "color-contrast":
            unjudged = [(n["html"], n["failureSummary"]) for n in each["nodes"]]
            places["unjudged"] = [(html, why) for html, why in unjudged if "only non-text" not in why]
    return {rule: where[:3] for rule, where in places.items() if where}


def test_axe_finds_no_fault_in_any_theme(widget):
    lab, _ = widget
    for theme in THEMES:
        lab.theme(theme)
        assert faults(lab) == {}, theme
    lab.theme(THEMES[0])


def test_axe_would_find_a_fault(widget):
    lab, root = widget
    root.evaluate("""(root) => {
      const bad = document.createElement('div');
      bad.className = 'bad';
      bad.innerHTML = '<button></button><p style="color: #ccc; background: #fff">pale</p>';
      root.prepend(bad);
    }""")
    try:
        found = set(faults(lab))
    finally:
        root.evaluate("(root) => root.querySelector('.bad').remove()")
    assert {"button-name", "color-contrast"} <= found


def spoken(lab):
    """Return (names of the groups around it, role, name) of everything in the widget that one can act on."""
    cdp = lab.page.context.new_cdp_session(lab.page)
    found = cdp.send("Runtime.evaluate", {"expression": "document.querySelector('[data-asked]')"})
    root = {"objectId": found["result"]["objectId"]}
    nodes = {node["nodeId"]: node for node in cdp.send("Accessibility.queryAXTree", root)["nodes"]}

    def name(node):
        return node.get("name", {}).get("value", "").strip()

    def around(node):
        outer = nodes.get(node.get("parentId"))
        if outer is None:
            return ()
        inside = around(outer)
        grouping = outer["role"]["value"] in ("group", "region", "row", "radiogroup", "listitem")
        return (*inside, name(outer)) if grouping and name(outer) else inside

    acted_on = [n for n in nodes.values() if not n["ignored"] and n["role"]["value"] in INTERACTIVE]
    return [(around(node), node["role"]["value"], name(node)) for node in acted_on]


def test_everything_one_can_act_on_is_spoken_by_a_name_of_its_own(widget):
    lab, root = widget
    told = spoken(lab)
    assert len(told) >= root.locator("button:visible, input:visible, select:visible").count() > 0 or told
    assert [each for each in told if not each[2]] == []
    assert [each for each, times in Counter(told).items() if times > 1] == [], "these are spoken alike"


def test_the_tab_key_goes_through_it_and_out_again(widget):
    lab, root = widget
    tabbed = root.evaluate_handle(TABBED)
    count = tabbed.evaluate("(list) => list.length")
    root.evaluate("""(root) => {
      const gate = (id) => Object.assign(document.createElement('button'), { id, textContent: id });
      root.before(gate('gate-in'));
      root.after(gate('gate-out'));
    }""")
    try:
        for key, start, end in (("Tab", "gate-in", "gate-out"), ("Shift+Tab", "gate-out", "gate-in")):
            missed = walked(lab.page, tabbed, key, f"#{start}", f"#{end}", count + 5)
            assert missed == [], (key, "never reached")
    finally:
        root.evaluate("() => document.querySelectorAll('#gate-in, #gate-out').forEach((e) => e.remove())")


def walked(page, tabbed, key, start, end, most):
    """Press a key from one gate to the other; return what was never in focus, or not seen to be."""
    page.evaluate("(gate) => { window.dlSeen = new Set(); document.querySelector(gate).focus(); }", start)
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate(
            """(gate) => {
              const here = document.activeElement;
              const style = getComputedStyle(here);
              const isSeen = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
              if (isSeen) window.dlSeen.add(here);
              return here.matches(gate);
            }""",
            end,
        ):
            break
    else:
        pytest.fail(f"{key} does not lead out")
    return tabbed.evaluate(
        "(list) => list.filter((e) => !window.dlSeen.has(e)).map((e) => e.outerHTML.slice(0, 160))"
    )


@pytest.mark.parametrize(("width", "scale"), [("panel", 1), ("window", 2)], ids=["360px-panel", "200%-zoom"])
def test_nothing_is_clipped_when_there_is_little_room(widget, width, scale):
    lab, root = widget
    cdp = lab.page.context.new_cdp_session(lab.page)

    def resize(pixels, by):
        size = {"width": pixels, "height": 900 // by, "deviceScaleFactor": by, "mobile": False}
        cdp.send("Emulation.setDeviceMetricsOverride", size)
        lab.page.wait_for_function("(width) => innerWidth === width", arg=pixels)

    try:
        resize(640, scale)
        if width == "panel":
            lab.page.evaluate("jupyterapp.shell.collapseLeft()")
            panel = lab.page.locator(".jp-NotebookPanel").bounding_box()["width"]
            resize(640 - round(panel) + 360, scale)
            lab.page.wait_for_function(
                "() => Math.abs(document.querySelector('.jp-NotebookPanel').offsetWidth - 360) <= 1"
            )
        assert root.evaluate("(e) => e.scrollWidth - e.clientWidth") <= 1, "it would scroll sideways"
        assert root.evaluate(CLIPPED) == []
    finally:
        cdp.send("Emulation.clearDeviceMetricsOverride")
