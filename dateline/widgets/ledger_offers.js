// What is offered and not yet part of the answer: figures read in the report, rows of a pasted table.

// An offer in words: its columns with what stands in them; a bound that is open says so.
function offerWords(model, { cells }) {
  const open = say(model, "offer-open");
  return model.get("columns").flatMap((column) => {
    const value = cells[column] || (["lower", "upper"].includes(column) ? open : "");
    if (!value) return [];
    return [element("span", { className: "dl-offered-cell" }, element("strong", { textContent: `${say(model, `column-${column}`)}: ` }), value)];
  });
}

function offerItem(model, offer, pasted, act) {
  const { id, surface, note, recorded } = offer;
  const name = pasted ? surface : `“${surface}”`;
  const confirm = button(say(model, "confirm"), say(model, "confirm-one", { surface: name }), () => act("confirm", [id]));
  const dismiss = button(say(model, "dismiss"), say(model, "dismiss-one", { surface: name }), () => act("dismiss", [id]));
  const said = [note, recorded ? say(model, "offer-recorded") : ""].filter(Boolean).join(" ");
  const words = element("p", {}, element("span", { className: "dl-offered-from", textContent: name }), ...offerWords(model, offer));
  const item = element("li", {}, words);
  if (said) item.append(element("p", { className: "dl-note", textContent: said }));
  item.append(element("div", { className: "dl-tools" }, confirm, dismiss));
  return item;
}

function offerPanel(model, table) {
  const box = element("section", { className: "dl-offers", tabIndex: -1 });
  box.setAttribute("aria-label", say(model, "offers"));
  const focus = () => !box.hidden && box.focus();
  const next = () => (box.hidden ? table.focusBlank() : box.querySelector("button").focus());
  const act = (kind, ids) => {
    const change = ids ? { do: kind, ids } : { do: kind };
    table.post.send(change, () => (box.hidden && kind === "dismiss" ? table.focusNear(table.count() - 1) : next()));
  };
  const all = (key, kind) => button(say(model, key), "", () => act(kind));
  const show = () => {
    const { rows = [], told = [], pasted = false, where, summary } = model.get("offered");
    box.hidden = where === undefined;
    const lines = [where, ...told, summary].filter(Boolean).map((text) => element("p", { textContent: text }));
    const items = element("ol", {}, ...rows.map((each) => offerItem(model, each, pasted, act)));
    const many = pasted ? [all("add-all", "confirm"), all("replace-all", "replace")] : [all("confirm-all", "confirm")];
    const tools = element("div", { className: "dl-tools" }, ...(rows.length ? many : []), all("dismiss-all", "dismiss"));
    box.replaceChildren(element("p", { className: "dl-offers-title", textContent: say(model, "offers") }), ...lines, items, tools);
  };
  return { box, show, focus };
}

// A field into which a table is pasted where the page cannot read the clipboard itself.
function pasteBox(model, paste) {
  const area = element("textarea", { rows: 5 });
  const box = element("div", { className: "dl-paste", hidden: true });
  const unfold = (isOpen) => {
    box.hidden = !isOpen;
    open.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) area.focus();
  };
  const open = button(say(model, "paste-table"), "", () => unfold(box.hidden));
  open.setAttribute("aria-expanded", "false");
  const read = button(say(model, "paste-read"), "", () => {
    open.focus(); // until what was read is there to be confirmed
    unfold(false);
    paste(area.value, model.get("columns")[0]);
  });
  box.append(labelled(say(model, "paste-here"), area), element("div", { className: "dl-tools" }, read));
  return { box, open };
}

// Copies the table as text with tabs; where the browser forbids it, shows the text to be copied by hand.
function copyButton(model, table, tell) {
  const shown = element("textarea", { rows: 5, readOnly: true });
  const box = element("div", { hidden: true }, labelled(say(model, "ledger"), shown));
  const quoted = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const open = button(say(model, "copy-table"), "", async () => {
    const heads = model.get("columns").map((column) => say(model, `column-${column}`));
    const text = [heads, ...table.values()].map((cells) => cells.map(quoted).join("\t")).join("\n");
    try {
      await navigator.clipboard.writeText(text);
      box.hidden = true;
      tell(say(model, "copied", { count: table.count() }), "told");
    } catch {
      shown.value = text;
      box.hidden = false;
      shown.select();
      tell(say(model, "not-copied"), "refused");
    }
  });
  return { open, box };
}
