// One row of the key: where it stands, what the draft asks, its fields, and what is done with it.

const SPOTS = 3; // places of a row that are named

function keyCard(model, post, drafts, current) {
  const title = element("p", { className: "dl-row-title" });
  const why = element("p", { className: "dl-why" });
  const sentence = element("p", { className: "dl-sentence", dir: "auto" });
  const place = element("div");
  const unsure = element("ul", { className: "dl-unsure" });
  const doubts = element("ul", { className: "dl-doubts", ariaLive: "polite" });
  const box = element("section", { className: "dl-row", tabIndex: 0 }, title, unsure, why, sentence, place, doubts);
  const panels = new Map();
  const panel = () => {
    const { table } = current();
    if (!panels.has(table)) panels.set(table, keyFields(model, post, drafts, table, current));
    return panels.get(table);
  };
  const show = () => {
    const row = current();
    box.hidden = !row;
    if (!row) return;
    const { id, table, open } = row;
    const spot = spotOf(model, row);
    const shown = table === "case" ? say(model, `key-${id}`) : id;
    title.textContent = say(model, open ? "key-row-open" : "key-row-done", { id: shown, table: say(model, `key-table-${table}`), spot });
    box.setAttribute("aria-label", say(model, "key-row", { id }));
    why.textContent = row.why ? say(model, "key-why", { why: row.why }) : "";
    const guessed = (model.get("unsure")[id] ?? []).map((text) => say(model, "key-unsure", { why: text }));
    unsure.replaceChildren(...guessed.map((textContent) => element("li", { textContent })));
    const [before, phrase, behind] = row.sentence;
    sentence.replaceChildren(...(phrase ? [before, element("mark", { textContent: phrase }), behind] : []));
    sentence.hidden = !phrase;
    if (place.firstChild !== panel().box) place.replaceChildren(panel().box);
    panel().show();
    const doubted = (model.get("doubts")[id] ?? []).map((text) => say(model, "key-doubt", { why: text }));
    if (doubted.join() !== [...doubts.children].map((each) => each.textContent).join()) {
      doubts.replaceChildren(...doubted.map((textContent) => element("li", { textContent })));
    }
  };
  return {
    box,
    show,
    focus: () => box.focus({ preventScroll: true }),
    edit: () => panel().first().focus(),
    restore: (control) => panel().restore(control),
    close: () => panels.forEach((each) => each.rest()),
  };
}

// Where a row stands in words; a comparison stands where its rows do, and a report's origin nowhere in it.
function spotOf(model, { cells, places }) {
  const own = cells.source && !cells.paragraph ? [cells.source] : [];
  const spots = places.map(({ source, paragraph }) => say(model, "key-spot", { source, paragraph }));
  const all = [...new Set([...own, ...spots])];
  return all.length > SPOTS ? `${all.slice(0, SPOTS).join("; ")} …` : all.join("; ");
}

const ORDERS = {
  text: (one, other) => one.rank - other.rank,
  unsure: (one, other, isUnsure) => isUnsure(other) - isUnsure(one) || one.rank - other.rank,
  table: () => 0, // as they come
};

// The rows that are looked at, and in which order: those of one table, of one report, to confirm.
function keyFilter(model, onChange) {
  const tables = Object.keys(model.get("fields"));
  const order = choice(Object.keys(ORDERS).map((name) => [name, say(model, `key-order-${name}`)]), "text", onChange);
  const isUnsure = ({ id }) => Boolean(model.get("unsure")[id] ?? model.get("doubts")[id]);
  const all = () => [...model.get("rows")].sort((one, other) => ORDERS[order.value](one, other, isUnsure));
  const table = choice([], "", onChange);
  const sources = model.get("reports").map(({ id }) => [id, say(model, "report-alone", { source: id })]);
  const source = choice([["", say(model, "reports-all")], ...sources], "", onChange);
  const only = element("input", { type: "checkbox", checked: all().some(({ open }) => open) });
  only.addEventListener("change", onChange);
  const leftOf = (name) => all().filter((row) => row.open && (!name || row.table === name)).length;
  const countOf = (name) => all().filter((row) => row.table === name).length;
  const show = () => {
    const { value } = table;
    const names = ["", ...tables.filter(countOf)].map((name) => [name, say(model, `key-table-${name || "all"}`)]);
    const made = names.map(([name, words]) =>
      element("option", { value: name, textContent: say(model, "key-table-left", { table: words, left: leftOf(name) }) }),
    );
    table.replaceChildren(...made);
    table.value = value;
  };
  const passes = (row) =>
    (!table.value || row.table === table.value) &&
    (!source.value || row.sources.includes(source.value)) &&
    (!only.checked || row.open);
  return {
    nodes: [
      labelled(say(model, "key-table"), table),
      labelled(say(model, "reports-shown"), source),
      labelled(say(model, "key-order"), order),
      element("label", { className: "dl-only" }, only, ` ${say(model, "key-only-open")}`),
    ],
    show,
    passes,
    leftOf,
    countOf,
    tables,
    all,
    isUnsure,
    list: () => all().filter(passes),
    inOneTable: () => Boolean(table.value),
    // Shows rows again that a filter hides, so that one of them can be gone to.
    reveal(row) {
      if (table.value && row.table !== table.value) table.value = "";
      if (source.value && !row.sources.includes(source.value)) source.value = "";
    },
  };
}
