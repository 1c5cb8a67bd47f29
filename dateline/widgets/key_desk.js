// The text on one side, one row of the key on the other; driven by keys as well as by mouse.

const CHOSEN = 90; // characters of the words chosen that are said again
const ADDABLE = ["figures", "dates", "claims", "voices", "names"];

// The reports: the words of the row shown are marked, those of other rows beside it too; words chosen here
// become a new row, or the words on which the row shown stands.
function keyReading(model, add, take) {
  const chosen = element("p", { className: "dl-chosen", role: "status", ariaLive: "polite" });
  let place = null;
  const text = reportText(model, (found) => {
    place = found;
    const words = found ? text.wordsAt(found) : "";
    const short = words.length > CHOSEN ? `${words.slice(0, CHOSEN)}…` : words;
    chosen.textContent = found ? say(model, "selected", { ...found, text: short }) : "";
  });
  const withPlace = (act) => () => {
    if (place) act(place);
    else chosen.textContent = say(model, "nothing-selected");
  };
  const where = choice(ADDABLE.map((name) => [name, say(model, `key-table-${name}`)]), "figures", () => {});
  const adds = button(say(model, "key-add"), say(model, "key-add-label"), withPlace((found) => add(where.value, found)));
  const takes = button(say(model, "key-take"), say(model, "key-take-label"), withPlace(take));
  const help = element("p", { className: "dl-help", textContent: say(model, "report-beside") });
  const tools = element("div", { className: "dl-tools" }, text.picker, labelled(say(model, "key-add-to"), where), adds, takes);
  const scrollTo = (source) => {
    const report = text.box.querySelector(`.dl-report[data-report="${CSS.escape(source)}"]`);
    if (report) text.box.scrollTop += report.getBoundingClientRect().top - text.box.getBoundingClientRect().top;
  };
  return {
    box: element("div", { className: "dl-reading" }, help, tools, chosen, text.box),
    add: adds,
    offer(table) {
      if (ADDABLE.includes(table)) where.value = table;
    },
    goTo: (row) => row?.places.length && text.goTo(text.placeOf(row.places[0]), false),
    // `beside` are the rows whose words are marked too
    show(row, beside, moves) {
      const places = (each) => each.places.map(text.placeOf).filter(Boolean);
      text.paint("dl-known", row ? beside.filter(({ id }) => id !== row.id).flatMap(places) : [], 1);
      text.paint("dl-now", row ? places(row) : [], 2);
      if (!row || !moves) return;
      if (row.places.length) text.bringIntoView(places(row)[0]);
      else if (row.cells.source) scrollTo(row.cells.source);
    },
    stop: text.stop,
  };
}

// What is confirmed, how long it took, and what the whole case still lacks.
function keyStanding(model, filter, ask) {
  const pace = element("p", { className: "dl-pace" });
  const full = element("ul", { className: "dl-full" });
  full.setAttribute("aria-live", "polite");
  const told = element("p", { className: "dl-stands" });
  const lines = element("ul", { className: "dl-lines" });
  const asks = button(say(model, "key-ask"), "", ask);
  const box = element("div", { className: "dl-standing" }, full, element("div", { className: "dl-tools" }, asks), told, lines);
  let before = null;
  const show = () => {
    const seconds = model.get("spent");
    const count = model.get("confirmed");
    const left = filter.leftOf("");
    const minutes = (each) => String(Math.max(1, Math.round(each / 60)));
    const blanks = { count, minutes: minutes(seconds), each: Math.round(seconds / count), rest: minutes((left * seconds) / count) };
    pace.textContent = count <= 0 ? "" : say(model, left ? "key-pace" : "key-pace-done", blanks);
    const done = filter.tables.filter((name) => filter.countOf(name) && !filter.leftOf(name));
    const words = done.map((name) => say(model, "key-all", { count: filter.countOf(name), table: say(model, `key-table-${name}`) }));
    if (words.join() !== [...full.children].map((each) => each.textContent).join()) {
      full.replaceChildren(...words.map((textContent) => element("li", { textContent })));
    }
    if (before && done.some((name) => !before.includes(name))) ask();
    before = done;
    const standing = model.get("standing");
    told.textContent = standing.told ?? "";
    lines.replaceChildren(...(standing.lines ?? []).map((textContent) => element("li", { textContent })));
  };
  return { pace, box, show };
}

// Two figures to choose, which become a comparison; the figure that is shown is the first of them.
function keyPair(model, current, compare) {
  const left = choice([], "", () => {});
  const right = choice([], "", () => {});
  const adds = button(say(model, "key-compare-add"), "", () => compare(left.value, right.value));
  const fields = [labelled(say(model, "key-compare-first"), left), labelled(say(model, "key-compare-second"), right)];
  const tools = element("div", { className: "dl-tools dl-jump" }, ...fields, adds);
  const box = element("details", { className: "dl-more" }, element("summary", { textContent: say(model, "key-compare") }), tools);
  const show = () => {
    const figures = model.get("rows").filter(({ table, cells }) => table === "figures" && cells.is_figure === "yes");
    const named = figures.map((row) => [row.id, shortened(`${row.id} ${row.cells.anchor} ${row.cells.counted} (${spotOf(model, row)})`)]);
    [left, right].forEach((list) => {
      const { value } = list;
      list.replaceChildren(...named.map(([value, textContent]) => element("option", { value, textContent })));
      list.value = named.some(([id]) => id === value) ? value : (named[0]?.[0] ?? "");
    });
  };
  const begin = () => {
    show();
    if (current()?.table === "figures" && current().cells.is_figure === "yes") left.value = current().id;
  };
  box.addEventListener("toggle", () => box.open && begin());
  return {
    box,
    show: () => box.open && show(),
    open() {
      box.open = true;
      begin(); // the event of opening comes later
      left.focus();
    },
  };
}

function render({ model, el }) {
  const root = element("div", { className: "dl-desk dl-key" });
  const status = statusLine();
  const count = heading(model, "");
  let at = ""; // the id of the row shown
  const rows = () => model.get("rows");
  const current = () => rows().find(({ id }) => id === at) ?? null;
  const post = courier(model, status, () => show(), () => drafts.hasUnsent());
  const drafts = keyDrafts(post, (message, act, id) => {
    if (!message.ok && act === "confirm") goTo(id);
    else show();
  });
  const filter = keyFilter(model, () => {
    if (!current() || !filter.passes(current())) at = filter.list()[0]?.id ?? "";
    show(true);
  });
  const spoken = element("p", { className: "dl-spoken", ariaLive: "polite" });

  // The row before or after the one shown that passes the filter; from the last one leads to the first.
  const near = (by) => {
    const all = filter.all();
    const here = all.findIndex(({ id }) => id === at);
    const order = by > 0 ? [...all.slice(here + 1), ...all.slice(0, Math.max(here, 0))] : [...all.slice(0, Math.max(here, 0)).reverse(), ...all.slice(here + 1).reverse()];
    return order.find(filter.passes)?.id ?? "";
  };
  function goTo(id) {
    at = id;
    const row = current();
    if (row) filter.reveal(row);
    spoken.textContent = row ? say(model, "key-spoken", { id, table: say(model, `key-table-${row.table}`), spot: spotOf(model, row), text: row.sentence[1] ?? "" }) : "";
    show(true);
  }
  const focus = () => (current() ? card : none).focus();
  const step = (by) => {
    const id = near(by);
    if (id) goTo(id);
    focus();
  };
  const confirm = () => {
    if (!current()) return;
    const [id, next] = [at, near(1)];
    drafts.confirm(id);
    if (next) goTo(next);
    focus();
  };
  // All rows of this place that the draft is sure of; what is typed and not saved yet is confirmed by itself.
  const confirmAll = () => {
    const ids = stop.sure().map(({ id }) => id).filter((id) => Object.keys(drafts.of(id)).length === 0);
    if (ids.length === 0) return;
    const place = current().stop;
    const left = filter.list().filter(({ id }) => !ids.includes(id));
    const rank = Math.max(...rows().filter((row) => row.stop === place).map((row) => row.rank));
    const next = left.find((row) => row.stop === place) ?? left.find((row) => row.rank > rank) ?? left[0];
    post.send({ do: "confirm-all", ids }, (message) => (message && !message.ok ? goTo(message.row) : show()));
    if (next) goTo(next.id);
    focus();
  };
  const strike = () => {
    if (!current()) return;
    const [id, next] = [at, near(1)];
    post.send({ do: "strike", id }, (message) => (message && !message.ok ? goTo(id) : show()));
    if (next) goTo(next);
    focus();
  };
  const backTo = (message) => message?.ok && rows().some(({ id }) => id === message.row) && goTo(message.row);
  const undo = { send: (change) => post.send(change, backTo) };
  const add = (table, place) =>
    post.send({ do: "add", table, ...place }, (message) => {
      if (!message?.ok) return;
      goTo(message.row);
      card.edit();
    });
  const take = (place) => current() && post.send({ do: "anchor", id: at, ...place });
  const compare = (left, right) => post.send({ do: "compare", left, right }, (message) => message?.ok && (goTo(message.row), focus()));
  const ask = () => post.send({ do: "validate" });

  const stop = keyStop(model, filter, current, (id) => (goTo(id), focus()), confirmAll);
  const card = keyCard(model, post, drafts, current);
  const pair = keyPair(model, current, compare);
  const reading = keyReading(model, add, take);
  const standing = keyStanding(model, filter, ask);
  const jump = choice([], "", (id) => goTo(id));
  const back = button(say(model, "date-before"), say(model, "key-before-label"), () => step(-1));
  const next = button(say(model, "date-next"), say(model, "key-next-label"), () => step(1));
  const confirms = button(say(model, "key-confirm"), "", confirm);
  const strikes = button(say(model, "key-strike"), say(model, "key-strike-label"), strike);
  const undoes = undoButton(model, undo);
  const none = element("p", { className: "dl-none", tabIndex: -1, textContent: say(model, "key-none") });
  const walking = element("div", { className: "dl-tools dl-jump" }, back, labelled(say(model, "key-jump"), jump), next);
  const acting = element("div", { className: "dl-tools" }, confirms, strikes, undoes);
  const help = element("p", { className: "dl-help", textContent: say(model, "key-keys") });
  const confirming = element("div", { className: "dl-confirming" }, walking, stop.box, none, card.box, acting, status, spoken, pair.box, help);
  const filters = element("div", { className: "dl-tools" }, ...filter.nodes);
  const beside = element("div", { className: "dl-beside" }, reading.box, confirming);
  root.append(count, standing.pace, filters, beside, standing.box);
  keepKeys(root);
  const lookNoMore = looksAgain(root, post);

  const letters = { c: confirm, a: confirmAll, s: strike, u: () => undoes.click(), n: () => step(1), p: () => step(-1), e: () => card.edit(), k: () => pair.open(), t: () => reading.goTo(current()) };
  const onKey = (event) => {
    const { target, key } = event;
    const isText = target.matches("input, textarea, select, .dl-text, summary");
    const act = letters[key.toLowerCase()];
    const isWhole = (event.ctrlKey || event.metaKey) && key === "Enter";
    const isHeld = event.repeat && (isWhole || (!isText && (act || key === "Enter")));
    if (isHeld) return event.preventDefault(); // a key held down would confirm rows that nobody has read
    if (isWhole) confirm();
    else if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    else if (key === "Enter" && target.matches(".dl-text")) reading.add.click();
    else if (key === "Enter" && target === card.box) confirm();
    else if (key === "Escape" && isText && target.closest(".dl-row, .dl-reading, .dl-more")) {
      if (target.dataset.row) card.restore(target);
      focus();
    } else if (act && !isText) act();
    else return;
    event.preventDefault();
  };
  root.addEventListener("keydown", onKey);

  const showJump = () => {
    const listed = filter.list();
    const row = current();
    const made = row && !listed.includes(row) ? [row, ...listed] : listed;
    jump.replaceChildren(...made.map(({ id, cells }) => element("option", { value: id, textContent: shortened(`${id} ${nameOf(cells)}`) })));
    jump.value = at;
  };
  function show(moves = false) {
    const row = current();
    filter.show();
    showJump();
    const unsure = rows().filter((each) => each.open && filter.isUnsure(each)).length;
    const told = { left: filter.leftOf(""), of: rows().length, unsure };
    count.textContent = say(model, unsure ? "key-heading-unsure" : "key-heading", told);
    const isInside = card.box.contains(document.activeElement);
    none.hidden = Boolean(row);
    stop.show();
    card.show();
    if (isInside && !row) none.focus();
    const beside = rows().filter(({ table, stop }) => (filter.inOneTable() ? table === row?.table : stop === row?.stop));
    reading.show(row, beside, moves);
    pair.show();
    if (row && moves) reading.offer(row.table);
    if (moves && card.box.contains(document.activeElement)) card.box.scrollIntoView({ block: "nearest" });
    // grey, but not disabled: a button that is loses the focus, and the next key would go to the notebook
    [back, next].forEach((each) => each.setAttribute("aria-disabled", String(!near(1))));
    [confirms, strikes].forEach((each) => each.setAttribute("aria-disabled", String(!row)));
    standing.show();
  }
  const onRows = () => {
    if (!current()) at = filter.list()[0]?.id ?? "";
    show();
  };
  const watched = { rows: onRows, offers: onRows, doubts: onRows, unsure: onRows, standing: standing.show, spent: standing.show };
  Object.entries(watched).forEach(([name, act]) => model.on(`change:${name}`, act));
  el.append(root);
  onRows();
  return () => {
    Object.entries(watched).forEach(([name, act]) => model.off(`change:${name}`, act));
    [lookNoMore, post.close, reading.stop, card.close].forEach((end) => end());
  };
}

// What tells a row from others in a list.
function nameOf(cells) {
  return cells.statement || cells.anchor || cells.value || cells.name || cells.label || cells.question || cells.event || `${cells.source} ${cells.field ?? ""}`;
}

export default { render };
