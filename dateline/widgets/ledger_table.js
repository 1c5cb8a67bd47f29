// The table of the ledger: headings that sort, rows that keep their place in the page, keys as in a spreadsheet.

function sortHeading(table, column) {
  const { model } = table;
  const name = say(model, `column-${column}`);
  const arrow = element("span", { ariaHidden: "true" });
  const press = button(name, say(model, "sort-by", { column: name }), () => {
    const { column: by, down } = model.get("sorted_by");
    table.post.send({ do: "sort", column, down: by === column && !down });
  });
  press.append(arrow);
  const th = element("th", { scope: "col", role: "columnheader" }, press);
  const show = () => {
    const { column: by, down } = model.get("sorted_by");
    th.setAttribute("aria-sort", by !== column ? "none" : down ? "descending" : "ascending");
    arrow.textContent = by !== column ? "" : down ? " ▼" : " ▲";
  };
  return { th, show };
}

// Puts rows into an order; the row in use stays where it is in the page, so that it keeps focus and caret.
function putInOrder(body, rows) {
  if (rows.every((tr, at) => body.rows[at] === tr) && body.rows.length === rows.length) return;
  const inUse = rows.findIndex((tr) => tr.contains(document.activeElement));
  [...body.rows].filter((tr) => !rows.includes(tr)).forEach((tr) => tr.remove());
  rows.slice(0, Math.max(inUse, 0)).forEach((tr) => body.insertBefore(tr, rows[inUse]));
  rows.slice(inUse + 1).forEach((tr) => body.append(tr));
}

// Enter and Shift+Enter, Escape, and the arrows up and down where the caret has no further to go in the cell.
function spreadsheetKeys(table, body) {
  const from = { column: "", row: null, value: "", byTab: false };
  body.addEventListener("focusin", ({ target }) => {
    const row = target.closest("tr");
    if (!from.byTab || row !== from.row) from.column = target.dataset.column ?? from.column;
    Object.assign(from, { row, value: target.value, byTab: false });
  });
  body.addEventListener("keydown", (event) => {
    const input = event.target.closest("input");
    from.byTab = event.key === "Tab";
    if (!input || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { selectionStart: start, selectionEnd: end, value } = input;
    const whole = start === 0 && end === value.length;
    if (event.key === "Enter") table.goTo(input, event.shiftKey ? -1 : 1, from.column, !event.shiftKey);
    else if (event.key === "ArrowDown" && !event.shiftKey && (whole || start === value.length)) table.goTo(input, 1);
    else if (event.key === "ArrowUp" && !event.shiftKey && (whole || end === 0)) table.goTo(input, -1);
    else if (event.key === "Escape" && input.value !== from.value) input.value = from.value;
    else return;
    event.preventDefault();
  });
}

// What is doubted and what is not saved, in words; a cell is told by which of them it is described.
function doubtList(model, post) {
  const list = element("ul", { className: "dl-doubts", ariaLive: "polite" });
  const prefix = `dl-doubt-${Math.random().toString(36).slice(2)}`;
  const all = (at) => {
    const where = ({ id, column }) => ({ row: at.get(id), column: say(model, `column-${column}`) });
    const unsaved = post.unsaved().map((each) => ({ ...each, words: () => say(model, "cell-unsaved", where(each)) }));
    const doubted = model.get("doubts").map((each) => ({ ...each, words: () => say(model, "row-doubt", { ...where(each), why: each.why }) }));
    return [...unsaved, ...doubted].filter(({ id, column }) => column && at.has(id)).map((each) => ({ ...each, words: each.words() }));
  };
  const show = (ids, lines) => {
    const told = all(new Map(ids.map((each, number) => [each, number + 1])));
    const before = new Map([...list.children].map((item) => [item.textContent, item])); // not spoken again
    const items = told.map(({ words }) => before.get(words) ?? element("li", { textContent: words }));
    items.forEach((item, number) => (item.id = `${prefix}-${number}`));
    list.replaceChildren(...items);
    lines.forEach(({ id, cells }) =>
      cells.forEach(({ input }, column) => {
        const own = items.filter((_, number) => told[number].id === id && told[number].column === column);
        input.setAttribute("aria-invalid", String(own.length > 0));
        input.setAttribute("aria-describedby", own.map((item) => item.id).join(" "));
      }),
    );
  };
  return { list, show };
}

// `goToPlace` shows the paragraph that a row names, and knows the way back.
function ledgerTable(model, post, paste, goToPlace) {
  const lines = new Map();
  const drawn = new Set(); // rows that the page has added and Python has not told of yet
  const body = element("tbody", { role: "rowgroup" });
  const doubts = doubtList(model, post);
  const id = Math.random().toString(36).slice(2);
  const table = { model, post, paste, goToPlace };
  const heads = model.get("columns").map((column) => sortHeading(table, column));
  const corner = element("th", { scope: "col", role: "columnheader" }, element("span", { className: "dl-spoken", textContent: say(model, "row-number") }));
  const last = element("th", { scope: "col", role: "columnheader" }, element("span", { className: "dl-spoken", textContent: say(model, "row-tools") }));
  const head = element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, corner, ...heads.map(({ th }) => th), last));
  const drawing = element("table", { role: "table" }, head, body); // it is one even where its rows are drawn as cards
  drawing.setAttribute("aria-label", say(model, "ledger"));
  const scroller = element("div", { className: "dl-scroller", tabIndex: 0, role: "region" }, drawing);
  scroller.setAttribute("aria-label", say(model, "ledger-scrolls"));
  const adds = button(say(model, "add-row"), "", () => table.add());
  const empty = element("p", { textContent: say(model, "ledger-empty") });

  const ids = () => {
    const told = model.get("rows").map((row) => row.id);
    told.forEach((each) => drawn.delete(each));
    return [...told, ...drawn];
  };
  const lineOf = (each) => {
    if (!lines.has(each)) lines.set(each, ledgerLine(table, each));
    return lines.get(each);
  };
  const inputAt = (at, column) => lines.get(ids()[at])?.cells.get(column)?.input;
  const enter = (input) => {
    input?.focus();
    input?.select();
  };

  table.add = (column = model.get("columns")[0]) => {
    const made = `${id}-${lines.size}-${Date.now()}`;
    drawn.add(made);
    post.send({ do: "add", id: made });
    table.show();
    enter(inputAt(ids().length - 1, column));
  };
  table.goTo = (input, by, column = input.dataset.column, mayAdd = false) => {
    const at = [...body.rows].indexOf(input.closest("tr"));
    lines.get(ids()[at])?.cells.get(input.dataset.column).commit();
    const isLast = at + by === body.rows.length;
    if (isLast && mayAdd && [...lines.get(ids()[at]).cells.values()].some((cell) => cell.input.value.trim())) table.add(column);
    else enter(inputAt(at + by, column));
  };
  table.focusNear = (at) => (inputAt(Math.min(at, ids().length - 1), model.get("columns")[0]) ?? adds).focus();
  table.focusBlank = () => {
    const blank = [...(lines.get(ids().at(-1))?.cells.values() ?? [])].find(({ input }) => !input.value);
    (blank?.input ?? adds).focus();
  };
  table.forget = (each) => drawn.delete(each);
  const unsent = () => [...lines.values()].flatMap(({ cells }) => [...cells.values()].filter((cell) => cell.hasUnsent()));
  table.hasUnsent = () => unsent().length > 0;
  table.flush = () => unsent().forEach((cell) => cell.commit());

  table.show = () => {
    const inOrder = ids();
    [...lines.keys()].filter((each) => !inOrder.includes(each)).forEach((each) => {
      lines.get(each).cells.forEach((cell) => cell.rest());
      lines.delete(each);
    });
    putInOrder(body, inOrder.map((each) => lineOf(each).tr));
    inOrder.forEach((each, at) => {
      const line = lineOf(each);
      line.name(at, inOrder.length);
      line.cells.forEach((cell, column) => cell.fill(model.get("cells")[each]?.[column]));
    });
    heads.forEach((each) => each.show());
    scroller.hidden = inOrder.length === 0;
    empty.hidden = inOrder.length > 0;
    doubts.show(inOrder, lines);
  };
  // The cells as they are seen, numbers without their commas, as spreadsheets of every country read them.
  table.values = () =>
    ids().map((each) => {
      const row = model.get("rows").find((one) => one.id === each) ?? {};
      return model.get("columns").map((column) => {
        const { value } = lines.get(each).cells.get(column).input;
        const isKept = value === model.get("cells")[each]?.[column];
        return isKept && typeof row[column] === "number" ? String(row[column]) : value;
      });
    });
  table.close = () => lines.forEach(({ cells }) => cells.forEach((cell) => cell.rest()));
  spreadsheetKeys(table, body);
  return Object.assign(table, { adds, doubts: doubts.list, box: element("div", {}, empty, scroller), count: () => ids().length });
}
