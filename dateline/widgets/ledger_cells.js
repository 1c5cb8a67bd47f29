// The cells of the ledger: what is typed is sent as one pauses or goes on, and stays until it is answered.

const RESTING = 600; // ms without a key before a cell is sent, though one is still in it
const WIDTHS = { paragraph: 3, lower: 6, upper: 6, hedge: 9, counted: 14, scope: 14, as_of: 10 };

// What was sent and is not answered yet, and what could not be saved and is sent again once the disk takes it.
function ledgerPost(post, after) {
  const underWay = new Set();
  const refused = new Map();
  const keyOf = ({ do: act, id, column }) => (["add", "edit"].includes(act) ? `${act} ${id} ${column ?? ""}` : null);
  const send = (change, then = () => {}) => {
    underWay.add(change);
    post.send(change, (message) => message && receive(message, change, then));
  };
  const retry = () => {
    const again = [...refused.values()];
    refused.clear();
    again.forEach((change) => send(change));
  };
  const receive = (message, change, then) => {
    underWay.delete(change);
    const key = keyOf(change);
    const waitsForRow = refused.has(keyOf({ do: "add", id: change.id }));
    refused.delete(key);
    if (!message.ok && key && (message.again || waitsForRow)) refused.set(key, change);
    if (message.ok && !message.told) retry();
    after(message, change);
    if (message.ok) then();
  };
  const isUnsaved = (id, column) => refused.has(keyOf({ do: "edit", id, column }));
  const isUnderWay = (id, column) => [...underWay].some((change) => keyOf(change) === keyOf({ do: "edit", id, column }));
  return {
    send,
    isUnsaved,
    isOpen: (id, column) => isUnsaved(id, column) || isUnderWay(id, column),
    unsaved: () => [...refused.values()],
  };
}

// One cell. `last` is what Python was told or told the page: anything else is not sent yet.
function ledgerCell(table, id, column) {
  const input = element("input", { type: "text", size: WIDTHS[column] ?? 9, autocomplete: "off", dataset: { column } });
  let resting = 0;
  input.last = "";
  const commit = () => {
    clearTimeout(resting);
    if (input.value === input.last && !table.post.isUnsaved(id, column)) return;
    input.last = input.value;
    table.post.send({ do: "edit", id, column, value: input.value });
  };
  input.addEventListener("input", () => {
    clearTimeout(resting);
    resting = setTimeout(commit, RESTING);
  });
  input.addEventListener("focusout", () => {
    commit();
    table.show();
  });
  input.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain").replace(/\r?\n$/, "") ?? "";
    if (!/[\t\n]/.test(text)) return; // a few words: as in any field
    event.preventDefault();
    table.paste(text, column);
  });
  const fill = (value) => {
    if (value === undefined || input === document.activeElement || table.post.isOpen(id, column)) return;
    input.last = value;
    if (input.value !== value) input.value = value;
  };
  const rest = () => clearTimeout(resting);
  const hasUnsent = () => input.value !== input.last;
  return { input, commit, fill, rest, hasUnsent };
}

// One row: its number, its cells, and buttons to move and remove it.
function ledgerLine(table, id) {
  const { model, post } = table;
  const line = { id, at: 0 };
  line.cells = new Map(model.get("columns").map((column) => [column, ledgerCell(table, id, column)]));
  const number = element("th", { scope: "row", role: "rowheader" });
  const move = (by) => ({ currentTarget }) => {
    const other = currentTarget === up ? down : up;
    post.send({ do: "move", id, by }, () => (currentTarget.isOff ? other : currentTarget).focus());
  };
  const up = button("↑", "", move(-1));
  const down = button("↓", "", move(1));
  const place = button("¶", "", () => table.goToPlace(line));
  const remove = button("✕", "", () => post.send({ do: "remove", id }, () => table.focusNear(line.at)));
  const inputs = [...line.cells].map(([column, { input }]) =>
    element("td", { role: "cell", dataset: { name: say(model, `column-${column}`) } }, input),
  );
  const tools = element("div", {}, place, up, down, remove);
  line.focusPlace = () => place.focus();
  line.tr = element("tr", { role: "row" }, number, ...inputs, element("td", { className: "dl-row-tools", role: "cell" }, tools));
  line.name = (at, count) => {
    line.at = at;
    number.textContent = String(at + 1);
    line.cells.forEach(({ input }, column) => {
      input.setAttribute("aria-label", say(model, "cell", { column: say(model, `column-${column}`), row: at + 1 }));
    });
    Object.entries({ "show-row": place, "move-up": up, "move-down": down, "remove-row": remove }).forEach(([key, each]) => {
      each.setAttribute("aria-label", say(model, key, { row: at + 1 }));
      each.title = say(model, key, { row: at + 1 });
    });
    able(up, at > 0);
    able(down, at < count - 1);
  };
  return line;
}
