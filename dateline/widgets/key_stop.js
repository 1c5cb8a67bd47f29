// All rows that are to confirm at one place of the text, so that it is read once: each in a line, to be gone to,
// and those that the draft is sure of to be confirmed together.

function keyStop(model, filter, current, goTo, confirmAll) {
  const title = element("p", { className: "dl-stop-title" });
  const lines = element("ul", { className: "dl-stop-rows" });
  const all = button("", "", () => confirmAll());
  const box = element("section", { className: "dl-stop" }, title, lines, element("div", { className: "dl-tools" }, all));
  box.setAttribute("aria-label", say(model, "key-stop-label"));
  const { isUnsure } = filter;
  const rows = () => filter.list().filter((row) => row.open && row.stop === current()?.stop);
  const line = (row) => {
    const { id, table, sentence, gist } = row;
    const phrase = sentence[1] ?? nameOf(row.cells);
    const isFact = id.includes(".") || table === "case"; // its id says less to a reader than what it is
    const lead = table === "case" ? say(model, `key-${id}`) : isFact ? say(model, `key-table-${table}`) : id;
    const parts = [`${lead} `, element("mark", { textContent: shortened(phrase) }), ` ${gist}`];
    if (isUnsure(row)) parts.push(" ", element("strong", { textContent: `(${say(model, "key-unsure-short")})` }));
    const made = button("", "", () => goTo(id));
    made.replaceChildren(...parts);
    made.dataset.id = id;
    if (id === current()?.id) made.setAttribute("aria-current", "true");
    return element("li", {}, made);
  };
  const show = () => {
    const row = current();
    const here = rows();
    box.hidden = !row || here.length === 0;
    if (box.hidden) return;
    const [source, paragraph] = row.stop.split(" ");
    const spot = paragraph ? say(model, "key-spot", { source, paragraph }) : say(model, source === "case" ? "key-stop-case" : "key-stop-head", { source });
    title.textContent = say(model, "key-stop", { spot, left: here.length, unsure: here.filter(isUnsure).length });
    const focused = lines.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    lines.replaceChildren(...here.map(line));
    if (focused) (lines.querySelector(`[data-id="${CSS.escape(focused)}"]`) ?? lines.querySelector("button"))?.focus({ preventScroll: true });
    const sure = here.filter((each) => !isUnsure(each)).length;
    all.textContent = sure ? say(model, "key-stop-all", { count: sure }) : say(model, "key-stop-none");
    all.setAttribute("aria-disabled", String(!sure));
  };
  return { box, show, sure: () => rows().filter((row) => !isUnsure(row)) };
}
