// A plain table of inputs; every change is sent at once and cells in use are never overwritten.

const WIDTHS = { paragraph: 2, lower: 5, upper: 5, hedge: 8, counted: 11, scope: 12, as_of: 8 };

function ledgerRow(model, post, number) {
  const cells = model.get("columns").map((name) => {
    const input = element("input", { type: "text", size: WIDTHS[name] ?? 9, dataset: { column: name } });
    input.setAttribute("aria-label", say(model, "cell", { column: say(model, `column-${name}`), row: number + 1 }));
    input.addEventListener("change", () => {
      const row = [...input.closest("tbody").rows].indexOf(input.closest("tr"));
      post.send({ do: "edit", row, column: name, value: input.value });
    });
    return element("td", {}, input);
  });
  const remove = button(say(model, "remove"), say(model, "remove-row", { row: number + 1 }), () => {
    const row = [...remove.closest("tbody").rows].indexOf(remove.closest("tr"));
    post.send({ do: "remove", row });
  });
  return element("tr", {}, ...cells, element("td", {}, remove));
}

function fill(tr, row, number, doubts) {
  tr.querySelectorAll("input").forEach((input) => {
    const name = input.dataset.column;
    const value = row[name] === null || row[name] === undefined ? "" : String(row[name]);
    if (input !== document.activeElement && input.value !== value) input.value = value;
    const doubted = doubts.some((doubt) => doubt.row === number && doubt.column === name);
    input.setAttribute("aria-invalid", String(doubted));
  });
}

function render({ model, el }) {
  const root = element("div", { className: "dl-desk dl-ledger" });
  const status = statusLine();
  const body = element("tbody");
  const doubts = element("ul", { className: "dl-doubts" });
  const post = courier(model, status);
  const add = button(say(model, "add-row"), "", () => {
    post.send({ do: "add" });
    root.wantsNewRow = true;
  });
  const names = model.get("columns").map((name) => say(model, `column-${name}`));
  const titles = [...names, say(model, "remove")].map((text) => element("th", { scope: "col", textContent: text }));
  const table = element("table", {}, element("thead", {}, element("tr", {}, ...titles)), body);
  table.setAttribute("aria-label", say(model, "ledger"));
  const count = heading(model, "");
  const scroller = element("div", { className: "dl-scroller", tabIndex: 0, role: "region" }, table);
  scroller.setAttribute("aria-label", say(model, "ledger-scrolls"));
  root.append(count, scroller, element("div", { className: "dl-tools" }, add), status, doubts);
  keepKeys(root);

  const show = () => {
    const rows = model.get("rows");
    const doubted = model.get("doubts");
    while (body.rows.length < rows.length) body.append(ledgerRow(model, post, body.rows.length));
    while (body.rows.length > rows.length) body.lastElementChild.remove();
    rows.forEach((row, number) => fill(body.rows[number], row, number, doubted));
    count.textContent = say(model, "figures-recorded", { count: rows.length });
    const told = doubted.map(({ row, why }) => say(model, "row-doubt", { row: row + 1, why }));
    doubts.replaceChildren(...told.map((text) => element("li", { textContent: text })));
    if (root.wantsNewRow && rows.length) {
      root.wantsNewRow = false;
      body.lastElementChild.querySelector("input").focus();
    }
  };
  model.on("change:rows", show);
  model.on("change:doubts", show);
  el.append(root);
  show();
  return () => {
    model.off("change:rows", show);
    model.off("change:doubts", show);
    post.close();
  };
}

export default { render };
