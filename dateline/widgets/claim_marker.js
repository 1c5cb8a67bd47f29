// Numbered paragraphs with a native caret; a selection becomes a recorded claim.

const CANCELLED = ["beforeinput", "paste", "cut", "drop", "dragstart"];

function paragraphBox(model, report, paragraph) {
  const text = element("p", {
    className: "dl-text",
    textContent: paragraph.text,
    contentEditable: "true",
    inputMode: "none",
    spellcheck: false,
    dataset: { source: report.id, paragraph: paragraph.number },
  });
  const attributes = { role: "textbox", "aria-readonly": "true", "aria-multiline": "true" };
  Object.entries(attributes).forEach(([name, value]) => text.setAttribute(name, value));
  text.setAttribute("aria-label", say(model, "paragraph", { source: report.id, paragraph: paragraph.number }));
  CANCELLED.forEach((kind) => text.addEventListener(kind, (event) => event.preventDefault()));
  const number = element("span", { className: "dl-number", ariaHidden: "true", textContent: `¶${paragraph.number}` });
  return element("div", { className: "dl-paragraph" }, number, text);
}

function reportBox(model, report) {
  const origin = element("p", { className: "dl-origin", textContent: report.head });
  const boxes = report.paragraphs.map((paragraph) => paragraphBox(model, report, paragraph));
  const box = element("section", { className: "dl-report" }, heading(model, report.id), origin, ...boxes);
  box.setAttribute("aria-label", say(model, "report", { source: report.id }));
  return box;
}

// The part of the document's selection that lies in the paragraph where it begins.
function selected(root) {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const box = [...root.querySelectorAll(".dl-text")].find((each) => range.intersectsNode(each));
  const node = box?.firstChild;
  if (!node) return null;
  const start = node === range.startContainer ? range.startOffset : 0;
  const end = node === range.endContainer ? range.endOffset : node.length;
  if (start >= end) return null;
  return { ...placeOf(box), start, end, text: node.data.slice(start, end) };
}

function placeOf(box) {
  return { source: box.dataset.source, paragraph: Number(box.dataset.paragraph) };
}

function sentencePicker(model, root, choose) {
  const picker = element("select", {}, element("option", { value: "", textContent: say(model, "choose-sentence") }));
  picker.setAttribute("aria-label", say(model, "choose-sentence-label"));
  const places = [];
  for (const report of model.get("reports")) {
    for (const { number, text, sentences } of report.paragraphs) {
      for (const [start, end] of sentences) {
        const words = text.slice(start, end);
        const short = words.length > 70 ? `${words.slice(0, 70)}…` : words;
        picker.append(element("option", { value: places.length, textContent: `${report.id} ¶${number}: ${short}` }));
        places.push({ source: report.id, paragraph: number, start, end, text: words });
      }
    }
  }
  picker.addEventListener("change", () => picker.value !== "" && choose(places[Number(picker.value)]));
  return picker;
}

// Highlights without touching the text: one Range a claim, so offsets stay true.
function paint(root, name, rows) {
  if (!CSS.highlights) return;
  const ranges = rows.flatMap((row) => {
    const box = [...root.querySelectorAll(".dl-text")].find(
      (each) => each.dataset.source === row.source && Number(each.dataset.paragraph) === row.paragraph,
    );
    const node = box?.firstChild;
    if (!node) return [];
    const units = (count) => Array.from(node.data).slice(0, count).join("").length;
    const range = new Range();
    range.setStart(node, Math.min(units(row.start), node.length));
    range.setEnd(node, Math.min(units(row.end), node.length));
    return [range];
  });
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  (root.painted ?? []).forEach((range) => highlight.delete(range));
  ranges.forEach((range) => highlight.add(range));
  root.painted = ranges;
  CSS.highlights.set(name, highlight);
}

function render({ model, el }) {
  const root = element("div", { className: "dl-desk dl-claims" });
  const status = statusLine();
  const post = courier(model, status);
  let chosen = null;

  const record = button(say(model, "record"), "", () => {
    if (chosen) post.send({ do: "add", ...chosen });
    else post.tell(say(model, "nothing-selected"), "hint");
  });
  const undo = undoButton(model, post);
  const choose = (place) => {
    chosen = place;
    post.tell(say(model, "selected", place), "chosen");
  };
  const tools = element("div", { className: "dl-tools" }, record, undo, sentencePicker(model, root, choose));
  const list = element("ol", { className: "dl-recorded" });
  const count = heading(model, "");
  const texts = element("div", { className: "dl-reports" }, ...model.get("reports").map((each) => reportBox(model, each)));
  root.append(tools, status, texts, count, list);
  keepKeys(root);
  texts.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    record.click();
  });

  const show = () => {
    const rows = model.get("rows");
    count.textContent = say(model, "claims-recorded", { count: rows.length });
    list.replaceChildren(...rows.map((row) => claimItem(model, row, post)));
    paint(root, "dl-claim", rows);
  };
  const follow = () => {
    const place = selected(root);
    if (place) choose(place);
  };
  document.addEventListener("selectionchange", follow);
  model.on("change:rows", show);
  el.append(root);
  show();
  return () => {
    document.removeEventListener("selectionchange", follow);
    model.off("change:rows", show);
    paint(root, "dl-claim", []);
    post.close();
  };
}

function claimItem(model, row, post) {
  const place = { ...row, text: row.exact };
  const remove = button(say(model, "remove"), say(model, "remove-claim", place), () => post.send({ do: "remove", ...row }));
  return element("li", {}, element("span", { textContent: `${say(model, "claim", place)} ` }), remove);
}

export default { render };
