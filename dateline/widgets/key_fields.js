// The cells of the row shown. What is typed stays until it is saved, also while other rows are looked at, and
// longer where it was refused; all of a row goes together, since bounds are only right as a pair.

function keyDrafts(post, after) {
  const drafts = new Map(); // by row: what its cells hold that is not saved yet
  const refused = new Map(); // by row: the columns that were not taken
  const of = (id) => drafts.get(id) ?? {};
  const keep = (id, column, value) => drafts.set(id, { ...of(id), [column]: value });
  const settle = (id, cells) => {
    const left = Object.entries(of(id)).filter(([name, value]) => cells[name] !== value);
    if (left.length) drafts.set(id, Object.fromEntries(left));
    else drafts.delete(id);
    refused.delete(id);
  };
  const send = (act, id, cells) =>
    post.send({ do: act, id, cells }, (message) => {
      if (!message) return; // late: it may still come
      if (message.ok) settle(id, cells);
      else if (!message.again) refused.set(id, message.columns ?? []);
      after(message, act, id);
    });
  return {
    of,
    keep,
    confirm: (id) => send("confirm", id, of(id)),
    edit: (id) => Object.keys(of(id)).length && send("edit", id, of(id)),
    forget(id, column) {
      settle(id, { [column]: of(id)[column] });
    },
    isRefused: (id, column) => (refused.get(id) ?? []).includes(column),
    hasUnsent: () => drafts.size > 0,
  };
}

// One field: a list to choose from, a few lines, or one line with words offered.
function keyField(model, post, drafts, table, { name, kind, options }, current) {
  const label = say(model, `key-${name}`);
  const control = kind === "choice" ? choice([], "", () => {}) : element(kind === "long" ? "textarea" : "input");
  if (kind === "long") control.rows = 2;
  if (kind === "text") Object.assign(control, { type: "text", autocomplete: "off" });
  control.dataset.column = name;
  const list = element("datalist", { id: `dl-offers-${Math.random().toString(36).slice(2)}` });
  const told = element("span", { className: "dl-told", id: `${list.id}-told` });
  const node = element("div", { className: "dl-field" }, labelled(label, control), told, list);
  control.setAttribute("aria-describedby", told.id);
  node.classList.toggle("dl-long", kind === "long");
  const send = () => {
    post.typed(control);
    drafts.edit(control.dataset.row);
  };
  const keep = () => drafts.keep(control.dataset.row, name, control.value);
  control.addEventListener("input", keep);
  let rest = () => {};
  if (kind === "long") rest = whenTyped(control, post, send);
  else {
    control.addEventListener("input", () => post.typing(control));
    control.addEventListener("change", send);
    post.flushes(() => drafts.of(control.dataset.row)[name] !== undefined && !drafts.isRefused(control.dataset.row, name) && send());
  }
  const offer = () => {
    const words = model.get("offers")[table]?.[name];
    if (kind !== "text" || !words) return;
    control.setAttribute("list", list.id);
    list.replaceChildren(...words.map((value) => element("option", { value })));
  };
  const fill = (value) => {
    if (kind === "choice") {
      const all = options.includes(value) ? options : [value, ...options];
      const made = all.map((each) => element("option", { value: each, textContent: each || say(model, "field-blank") }));
      control.replaceChildren(...made);
    }
    control.value = value;
  };
  const show = () => {
    const row = current();
    const isOther = control.dataset.row !== row.id;
    const value = drafts.of(row.id)[name] ?? row.cells[name] ?? "";
    control.dataset.row = row.id;
    if (isOther) post.typed(control); // what was typed for the row before is sent, or waits with it
    if (isOther || control !== document.activeElement) {
      if (isOther || control.value !== value) fill(value);
    }
    const isBad = drafts.isRefused(row.id, name);
    control.setAttribute("aria-invalid", String(isBad));
    told.textContent = row.told[name] && control.value === row.cells[name] ? say(model, "key-means", { told: row.told[name] }) : "";
    offer();
  };
  const restore = () => {
    post.typed(control);
    drafts.forget(control.dataset.row, name);
    fill(current().cells[name] ?? "");
    show();
  };
  return { name, control, node, show, restore, rest, isFilled: () => control.value !== "" };
}

// The fields of a table: those looked at first, and the others behind a heading that tells how many are filled.
function keyFields(model, post, drafts, table, current) {
  const made = model.get("fields")[table].map((field) => ({ ...field, ...keyField(model, post, drafts, table, field, current) }));
  const nodes = (isMain) => made.filter(({ main }) => main === isMain).map(({ node }) => node);
  const summary = element("summary");
  const more = element("details", { className: "dl-more" }, summary, element("div", { className: "dl-grid" }, ...nodes(false)));
  const box = element("div", { dataset: { table } }, element("div", { className: "dl-grid" }, ...nodes(true)), more);
  return {
    box,
    first: () => made[0].control,
    show() {
      made.forEach((field) => field.show());
      const others = made.filter(({ main }) => !main);
      summary.textContent = say(model, "key-more", { count: others.length, filled: others.filter((field) => field.isFilled()).length });
    },
    restore: (control) => made.find((field) => field.control === control)?.restore(),
    rest: () => made.forEach((field) => field.rest()),
  };
}
