// The report, what is suggested from it, and the table: every change is sent at once, in the order made.

const CHOSEN = 90; // characters of the words chosen that are said again

// The report beside the ledger: words are chosen in it, and figures looked for in them.
function ledgerReport(model, look) {
  const chosen = element("p", { className: "dl-chosen", role: "status", ariaLive: "polite" });
  let place = null;
  const text = reportText(model, (found) => {
    if (!found && !place) return; // what is told of a row stays
    place = found;
    const words = found ? text.wordsAt(found) : "";
    const short = words.length > CHOSEN ? `${words.slice(0, CHOSEN)}…` : words;
    chosen.textContent = found ? say(model, "selected", { ...found, text: short }) : "";
  });
  const read = button(say(model, "look-for-figures"), "", () => {
    if (!place) return (chosen.textContent = say(model, "nothing-selected"));
    text.paint("dl-figures", [place]);
    look(place);
  });
  let goBack = null; // where Escape leads from the text: to the row one came from
  text.box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") read.click();
    else if (event.key === "Escape" && goBack) goBack();
    else return;
    event.preventDefault();
  });
  // Goes to the paragraph of a row; where a row does not say of which report it is, all that have one are marked.
  const goTo = (row, paragraph, source, back) => {
    const paragraphs = text.shownParagraphs().map(([each, data]) => ({ ...each, end: data.length }));
    const found = paragraphs.filter((each) => each.paragraph === paragraph && (!source || each.source === source));
    const places = found.map((each) => say(model, "place", each)).join("; ");
    place = null;
    text.paint("dl-figures", found);
    if (found.length) text.goTo(found[0], false);
    goBack = back;
    chosen.textContent = say(model, places ? "ledger-went-to" : "ledger-no-place", { places, row });
  };
  const title = element("p", { className: "dl-help", textContent: say(model, "report-beside") });
  const tools = element("div", { className: "dl-tools" }, text.picker, read);
  const box = element("div", { className: "dl-reading" }, title, tools, chosen, text.box);
  return { box, goTo, stop: text.stop };
}

function render({ model, el }) {
  const root = element("div", { className: "dl-desk dl-ledger" });
  const status = statusLine();
  const count = heading(model, "");
  const postman = courier(model, status, () => {}, () => table.hasUnsent());
  const post = ledgerPost(postman, (message, change) => {
    if (!message.ok && change.do === "add" && !message.again) table.forget(change.id);
    table.show();
  });
  const offer = (change) => post.send(change, () => offers.focus());
  const paste = (text, column) => offer({ do: "paste", text, column });
  const table = ledgerTable(model, post, paste, (line) => goToPlace(line));
  const offers = offerPanel(model, table);
  const report = ledgerReport(model, (place) => offer({ do: "read", ...place }));
  const goToPlace = (line) => {
    const paragraph = Number(/\d+/.exec(line.cells.get("paragraph").input.value)?.[0]);
    const { source } = model.get("rows").find(({ id }) => id === line.id) ?? {};
    report.goTo(line.at + 1, paragraph, source, line.focusPlace);
  };
  const pasting = pasteBox(model, paste);
  const copying = copyButton(model, table, postman.tell);
  const tools = element("div", { className: "dl-tools" }, table.adds, undoButton(model, post), copying.open, pasting.open);
  const help = element("p", { className: "dl-help", textContent: say(model, "ledger-keys") });
  const recording = element("div", { className: "dl-recording" });
  recording.append(offers.box, table.box, tools, status, table.doubts, pasting.box, copying.box, help);
  root.append(count, element("div", { className: "dl-beside" }, report.box, recording));
  keepKeys(root);
  postman.flushes(table.flush);
  const lookNoMore = looksAgain(root, postman);

  const show = () => {
    table.show();
    count.textContent = say(model, "figures-recorded", { count: model.get("rows").length });
  };
  const watched = { rows: show, cells: show, doubts: show, sorted_by: show, offered: offers.show };
  Object.entries(watched).forEach(([name, act]) => model.on(`change:${name}`, act));
  el.append(root);
  show();
  offers.show();
  return () => {
    Object.entries(watched).forEach(([name, act]) => model.off(`change:${name}`, act));
    [lookNoMore, postman.close, report.stop, table.close].forEach((end) => end()); // what is typed is sent first
  };
}

export default { render };
