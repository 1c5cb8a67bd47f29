// Reports in numbered paragraphs with a native caret. A place is {source, paragraph, start, end} in UTF-16 units.

const CANCELLED = ["beforeinput", "paste", "cut", "drop", "dragstart"];
const SHORT = 70; // characters that tell which sentence or selection is meant

const shortened = (words) => (words.length > SHORT ? `${Array.from(words).slice(0, SHORT).join("")}…` : words);

function paragraphBox(model, report, paragraph) {
  const text = element("p", {
    className: "dl-text",
    dir: "auto",
    textContent: paragraph.text,
    contentEditable: "true",
    inputMode: "none",
    spellcheck: false,
    tabIndex: -1,
    dataset: { source: report.id, paragraph: paragraph.number },
  });
  const attributes = { role: "textbox", "aria-readonly": "true", "aria-multiline": "true" };
  Object.entries(attributes).forEach(([name, value]) => text.setAttribute(name, value));
  text.setAttribute("aria-label", say(model, "paragraph", { source: report.id, paragraph: paragraph.number }));
  CANCELLED.forEach((kind) => text.addEventListener(kind, (event) => event.preventDefault()));
  const number = element("span", { className: "dl-number", ariaHidden: "true", textContent: `¶${paragraph.number}` });
  return element("div", { className: "dl-paragraph" }, number, text);
}

// Publisher, date and dateline, with "not stated" where the report is silent.
function originBox(model, report) {
  const lines = [...report.origin, ["date", report.dated]];
  const terms = lines.map(([name, value]) =>
    element("div", {}, element("dt", { textContent: say(model, `origin-${name}`) }), element("dd", { textContent: value })),
  );
  return element("dl", { className: "dl-origin" }, ...terms);
}

function reportBox(model, report) {
  const notice = element("details", { className: "dl-retold", hidden: !report.retold });
  notice.append(element("summary", { textContent: say(model, "retold") }), element("p", { textContent: report.retold }));
  const part = element("p", {
    hidden: report.paragraphs.length === report.length,
    textContent: say(model, "report-part", { count: report.paragraphs.length, length: report.length }),
  });
  const boxes = report.paragraphs.map((paragraph) => paragraphBox(model, report, paragraph));
  const title = heading(model, say(model, "report", { source: report.id }));
  const box = element("section", { className: "dl-report", dataset: { report: report.id } });
  box.append(title, originBox(model, report), notice, part, ...boxes);
  box.setAttribute("aria-label", title.textContent);
  return box;
}

// A list of all sentences, for those who cannot or would not select words.
function sentencePicker(model, choose) {
  const picker = element("select", {}, element("option", { value: "", textContent: say(model, "choose-sentence") }));
  picker.setAttribute("aria-label", say(model, "choose-sentence-label"));
  const places = [];
  for (const report of model.get("reports")) {
    const group = element("optgroup", { label: say(model, "report", { source: report.id }), dataset: { report: report.id } });
    for (const { number, text, sentences } of report.paragraphs) {
      for (const [start, end] of sentences) {
        const words = shortened(text.slice(start, end));
        group.append(element("option", { value: places.length, textContent: `${report.id} ¶${number}: ${words}` }));
        places.push({ source: report.id, paragraph: number, start, end });
      }
    }
    picker.append(group);
  }
  picker.addEventListener("change", () => picker.value !== "" && choose(places[Number(picker.value)]));
  return picker;
}

// The reports, and what a widget does with the words in them. `onChosen` is told the place of each selection,
// and null when the one before is given up.
function reportText(model, onChosen) {
  const box = element("div", { className: "dl-reports" }, ...model.get("reports").map((each) => reportBox(model, each)));
  const paragraphs = [...box.querySelectorAll(".dl-text")];
  const keyOf = ({ source, paragraph }) => `${source} ${paragraph}`;
  const byPlace = new Map(paragraphs.map((each) => [keyOf(each.dataset), each]));
  const boxOf = (place) => byPlace.get(keyOf(place));
  const isShown = (each) => !each.closest(".dl-report").hidden;
  const wordsAt = (place) => boxOf(place).firstChild.data.slice(place.start, place.end);
  const placeIn = (each, start, end) => ({ source: each.dataset.source, paragraph: Number(each.dataset.paragraph), start, end });
  let held = null; // the paragraph of the last selection
  let seen = ""; // the last selection: browsers tell of one again when only the focus has moved

  // One paragraph is reached by Tab; Page Up and Page Down go from one to the next.
  const makeCurrent = (each) => paragraphs.forEach((other) => (other.tabIndex = other === each ? 0 : -1));
  const put = (each, start, end) => {
    makeCurrent(each);
    each.focus({ preventScroll: true });
    document.getSelection().setBaseAndExtent(each.firstChild, start, each.firstChild, end);
  };

  // The part of the document's selection that lies in the paragraph where it begins.
  const current = () => {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    if (!box.contains(range.startContainer) && !box.contains(range.endContainer)) return null;
    const each = paragraphs.find((one) => isShown(one) && range.intersectsNode(one));
    const node = each?.firstChild;
    if (!node) return null;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    return start <= end ? placeIn(each, start, end) : null;
  };
  const follow = () => {
    const place = current();
    if (!place || seen === JSON.stringify(place)) return;
    seen = JSON.stringify(place);
    if (place.start < place.end) {
      held = boxOf(place);
      onChosen(trimmed(place));
    } else if (held === boxOf(place)) {
      held = null;
      onChosen(null);
    }
  };
  // Spaces at either end do not belong to the words.
  const trimmed = (place) => {
    const words = wordsAt(place);
    if (!words.trim()) return place;
    return { ...place, start: place.end - words.trimStart().length, end: place.start + words.trimEnd().length };
  };
  const rangeOf = (place) => {
    const node = boxOf(place)?.firstChild;
    if (!node) return null;
    const range = new Range();
    range.setStart(node, Math.min(place.start, node.length));
    range.setEnd(node, Math.min(place.end, node.length));
    return range;
  };
  // Offsets that Python counts in code points, as a place on the page; null when they are not known.
  const placeOf = (row) => {
    const data = boxOf(row)?.firstChild?.data;
    if (data === undefined || !Number.isInteger(row.start) || !Number.isInteger(row.end)) return null;
    const points = Array.from(data);
    const units = (count) => points.slice(0, count).join("").length;
    return placeIn(boxOf(row), units(row.start), units(row.end));
  };

  // Highlights without touching the text, so that offsets stay true; other views keep theirs.
  const painted = new Map();
  const paint = (name, places, priority = 0) => {
    if (!CSS.highlights) return;
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    (painted.get(name) ?? []).forEach((range) => highlight.delete(range));
    const ranges = places.map(rangeOf).filter(Boolean);
    ranges.forEach((range) => highlight.add(range));
    highlight.priority = priority;
    painted.set(name, ranges);
    CSS.highlights.set(name, highlight);
  };
  const bringIntoView = (place) => {
    const { top, bottom } = rangeOf(place).getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (top < frame.top || bottom > frame.bottom) box.scrollTop += top - frame.top - frame.height / 3;
    boxOf(place).scrollIntoView({ block: "nearest" });
  };
  // Goes to a place with the keyboard: its words are selected, or the caret is put before them.
  const goTo = (place, isSelected = true) => {
    put(boxOf(place), place.start, isSelected ? place.end : place.start);
    if (isSelected) {
      seen = JSON.stringify(current());
      choose(place);
    } else bringIntoView(place);
  };
  const step = (each, by) => {
    const shown = paragraphs.filter(isShown);
    const next = shown[shown.indexOf(each) + by];
    if (next) put(next, 0, 0);
    next?.scrollIntoView({ block: "nearest" });
    return Boolean(next);
  };
  const onKey = (event) => {
    const each = event.target.closest?.(".dl-text");
    if (!each || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const { isCollapsed, focusOffset } = document.getSelection();
    const atStart = isCollapsed && focusOffset === 0;
    const atEnd = isCollapsed && focusOffset === each.firstChild.length;
    const back = event.key === "PageUp" || (event.key === "ArrowUp" && atStart);
    const on = event.key === "PageDown" || (event.key === "ArrowDown" && atEnd);
    if ((back || on) && step(each, on ? 1 : -1)) event.preventDefault();
  };
  const onFocus = (event) => event.target.matches?.(".dl-text") && makeCurrent(event.target);
  const choose = (place) => {
    held = boxOf(place);
    bringIntoView(place);
    onChosen(place);
  };
  const picker = sentencePicker(model, choose);

  // Shows only some of the reports, in the text and in the list.
  const showOnly = (ids) => {
    const hide = (each) => (each.hidden = !ids.has(each.dataset.report));
    box.querySelectorAll(".dl-report").forEach(hide);
    picker.querySelectorAll("optgroup").forEach((each) => (each.disabled = hide(each)));
    makeCurrent(paragraphs.find((each) => each.tabIndex === 0 && isShown(each)) ?? paragraphs.find(isShown));
  };
  box.addEventListener("keydown", onKey);
  box.addEventListener("focusin", onFocus);
  document.addEventListener("selectionchange", follow);
  makeCurrent(paragraphs[0]);
  return {
    box,
    picker,
    current,
    goTo,
    paint,
    placeOf,
    bringIntoView,
    showOnly,
    wordsAt,
    shownParagraphs: () => paragraphs.filter(isShown).map((each) => [placeIn(each, 0, 0), each.firstChild.data]),
    stop() {
      document.removeEventListener("selectionchange", follow);
      [...painted.keys()].forEach((name) => paint(name, []));
    },
  };
}
