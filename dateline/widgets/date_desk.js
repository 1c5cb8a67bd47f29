// One time expression at a time: its sentence, a calendar, and the date as the desk writes it.

const SHAPES = ["day", "set", "span", "month", "season", "year", "none"];
const SEASONS = ["21", "22", "23", "24"]; // EDTF: spring, summer, autumn, winter
const two = (number) => String(number).padStart(2, "0");
const iso = (day) => `${day.getUTCFullYear()}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`;
const dayOf = (text) => new Date(`${text}T00:00:00Z`);
const moved = (text, count) => iso(new Date(dayOf(text).getTime() + count * 86400000));
// Weekday, day, month and year with blanks between, whatever marks a browser would put there.
const inFull = (day) => `${named(day, { weekday: "long" })} ${Number(day.slice(8))} ${named(day, { month: "long" })} ${day.slice(0, 4)}`;
const named = (text, options) => dayOf(text).toLocaleDateString("en-GB", { timeZone: "UTC", ...options });

// The days of a month in weeks from Monday, with blanks before the first.
function weeksOf(month) {
  const first = `${month}-01`;
  const blanks = (dayOf(first).getUTCDay() + 6) % 7;
  const cells = Array(blanks).fill(null);
  for (let day = first; day.startsWith(month); day = moved(day, 1)) cells.push(day);
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(7 * week, 7 * week + 7));
}

function nextMonth(month, step) {
  const [year, number] = month.split("-").map(Number);
  return iso(new Date(Date.UTC(year, number - 1 + step, 1))).slice(0, 7);
}

// A month of buttons; arrow keys move by day and week, Page Up and Page Down by month.
function calendar(model, choose) {
  const state = { month: "", focus: "", picked: new Set() };
  const title = element("p", { className: "dl-month" });
  title.setAttribute("aria-live", "polite");
  const body = element("tbody");
  const heads = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    element("th", { scope: "col", textContent: named(`2018-01-0${day}`, { weekday: "short" }) }),
  );
  const table = element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body);
  const turn = (step) => show(nextMonth(state.month, step), state.picked);
  const back = button("‹", say(model, "month-before"), () => turn(-1));
  const on = button("›", say(model, "month-after"), () => turn(1));
  const box = element("div", { className: "dl-calendar" }, element("div", { className: "dl-tools" }, back, title, on), table);

  const cell = (day) => {
    if (day === null) return element("td");
    const made = button(String(Number(day.slice(8))), inFull(day), () => choose(day));
    made.dataset.day = day;
    made.setAttribute("aria-pressed", String(state.picked.has(day)));
    made.tabIndex = day === state.focus ? 0 : -1;
    return element("td", {}, made);
  };
  function show(month, picked) {
    state.month = month;
    state.picked = picked;
    if (!state.focus.startsWith(month)) state.focus = `${month}-01`;
    title.textContent = named(`${month}-01`, { month: "long", year: "numeric" });
    table.setAttribute("aria-label", title.textContent);
    body.replaceChildren(...weeksOf(month).map((week) => element("tr", {}, ...week.map(cell))));
  }
  const goTo = (day) => {
    state.focus = day;
    show(day.slice(0, 7), state.picked);
    body.querySelector(`[data-day="${day}"]`)?.focus();
  };
  body.addEventListener("keydown", (event) => {
    const here = event.target.dataset?.day;
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
    if (!here) return;
    if (event.key in steps) goTo(moved(here, steps[event.key]));
    else if (event.key === "PageUp") goTo(`${nextMonth(state.month, -1)}-01`);
    else if (event.key === "PageDown") goTo(`${nextMonth(state.month, 1)}-01`);
    else return;
    event.preventDefault();
  });
  const mark = (picked) => {
    state.picked = picked;
    body.querySelectorAll("button").forEach((each) => each.setAttribute("aria-pressed", String(picked.has(each.dataset.day))));
  };
  return { box, show, mark, month: () => state.month };
}

// How the date is meant: the shape decides what a click on a day does and which buttons there are.
function shapePicker(model, change) {
  const list = choice(SHAPES.map((each) => [each, say(model, `shape-${each}`)]), "day", change);
  return { list, node: labelled(say(model, "shape"), list) };
}

function expressionBox(model) {
  const place = element("p", { className: "dl-origin" });
  const sentence = element("p", { className: "dl-expression" });
  const event = element("p", {});
  const show = (item) => {
    place.textContent = say(model, "date-place", item);
    sentence.replaceChildren(item.before, element("mark", { textContent: item.phrase }), item.after);
    event.textContent = say(model, "date-of-what", { event: item.event });
  };
  return { nodes: [place, sentence, event], show };
}

function render({ model, el }) {
  const root = element("div", { className: "dl-desk dl-dates" });
  const status = statusLine();
  const post = courier(model, status, () => show());
  const items = model.get("items");
  let at = 0;
  let picked = [];
  const current = () => model.get("rows")[at];
  const pick = (change) => {
    written.forget();
    post.send({ do: "pick", id: current().id, outside: label.checked, shape: shape.list.value, ...change });
  };

  const box = expressionBox(model);
  const words = say(model, "date-edtf");
  const written = expressionField(model, post, current, { act: "write", words, size: 30, valueOf: (row) => row.edtf });
  const told = element("p", { className: "dl-told", ariaLive: "polite" });
  const label = element("input", { type: "checkbox" });
  const days = calendar(model, (day) => {
    const kind = shape.list.value;
    if (kind === "month") return pick({ value: day.slice(0, 7) });
    if (kind === "year") return pick({ value: day.slice(0, 4) });
    if (kind === "day") return pick({ value: day });
    if (["season", "none"].includes(kind)) return post.tell(say(model, `no-day-${kind}`), "hint");
    if (kind === "span") picked = picked.length === 1 ? [...picked, day] : [day];
    else picked = picked.includes(day) ? picked.filter((each) => each !== day) : [...picked, day];
    days.mark(new Set(picked));
    if (kind === "set" && picked.length) pick({ days: picked });
    if (kind === "span") {
      const [first, last] = [...picked].sort();
      if (picked.length === 2) pick({ first, last });
      else post.tell(say(model, "span-begun", { day: named(day, { day: "numeric", month: "long", year: "numeric" }) }), "hint");
    }
  });
  const ends = [
    button(say(model, "open-end"), "", () => picked.length === 1 && pick({ first: picked[0], last: "" })),
    button(say(model, "open-start"), "", () => picked.length === 1 && pick({ first: "", last: picked[0] })),
  ];
  const whole = [
    ["month", () => pick({ value: days.month() })],
    ["year", () => pick({ value: days.month().slice(0, 4) })],
  ].map(([kind, act]) => Object.assign(button(say(model, `this-${kind}`), "", act), { kind }));
  const seasons = SEASONS.map((code) => button(say(model, `season-${code}`), "", () => pick({ value: `${days.month().slice(0, 4)}-${code}` })));
  const refine = () => {
    const kind = shape.list.value;
    ends.forEach((each) => (each.hidden = kind !== "span"));
    whole.forEach((each) => (each.hidden = kind !== each.kind));
    seasons.forEach((each) => (each.hidden = kind !== "season"));
  };
  const shape = shapePicker(model, (kind) => {
    picked = [];
    days.mark(new Set());
    refine();
    if (kind === "none") pick({});
  });
  label.addEventListener("change", () => post.send({ do: "label", id: current().id, outside: label.checked }));

  const list = choice(items.map((item, number) => [number, say(model, "date-choice", item)]), 0, (value) => goTo(Number(value)));
  const back = button(say(model, "date-before"), "", () => goTo(at - 1));
  const next = button(say(model, "date-next"), "", () => goTo(at + 1));
  const fields = model.get("asks").map((name) =>
    expressionField(model, post, current, { act: name, words: say(model, `date-${name}`), size: 32, valueOf: (row) => row[name] ?? "", pauses: true }),
  );
  function goTo(number) {
    at = Math.min(Math.max(number, 0), items.length - 1);
    list.value = at;
    picked = [];
    label.checked = false;
    const day = /\d{4}-\d{2}-\d{2}/.exec(current().edtf);
    shape.list.value = shapeOf(current().edtf);
    refine();
    days.show(day ? day[0].slice(0, 7) : items[at].month, new Set());
    show();
  }
  function show() {
    const row = current();
    box.show(items[at]);
    written.show();
    if (row.edtf && row.edtf !== "no date") label.checked = row.edtf.endsWith("(outside knowledge)");
    told.textContent = row.edtf ? say(model, "date-told", { edtf: row.edtf, told: model.get("told")[row.id] ?? "" }) : say(model, "date-none-yet");
    const chosen = row.edtf.startsWith("[") || shape.list.value !== "span" ? row.edtf.match(/\d{4}-\d{2}-\d{2}/g) ?? [] : picked;
    const isAhead = shape.list.value === "set" && post.isWaiting(); // days picked since are not told yet
    if (shape.list.value === "set" && !isAhead) picked = [...chosen];
    days.mark(new Set(chosen.length && !isAhead ? chosen : picked));
    able(back, at > 0);
    able(next, at < items.length - 1);
    count.textContent = say(model, "dates-recorded", { count: model.get("rows").filter((each) => each.edtf).length, of: items.length });
    fields.forEach((each) => each.show());
  }
  const count = heading(model, "");
  const outside = element("label", { className: "dl-only" }, label, ` ${say(model, "date-is-outside")}`);
  const several = items.length > 1 ? [element("div", { className: "dl-tools" }, labelled(say(model, "date-expression"), list), back, next)] : [];
  const picking = element("div", { className: "dl-picking" }, shape.node, days.box, element("div", { className: "dl-tools" }, ...ends, ...whole, ...seasons));
  const writing = element(
    "div",
    { className: "dl-writing" },
    ...box.nodes,
    told,
    written.node,
    outside,
    ...fields.map((each) => each.node),
    element("div", { className: "dl-tools" }, undoButton(model, post)),
  );
  root.append(count, ...several, element("div", { className: "dl-side-by-side" }, writing, picking), status);
  keepKeys(root);
  const lookNoMore = looksAgain(root, post);
  model.on("change:rows", show);
  model.on("change:told", show);
  el.append(root);
  goTo(0);
  return () => {
    model.off("change:rows", show);
    model.off("change:told", show);
    lookNoMore();
    post.close(); // sends what is typed
    fields.forEach((each) => each.rest());
  };
}

// Which shape a date has that was written before.
function shapeOf(edtf) {
  const plain = edtf.replace(/ \(outside knowledge\)$/, "");
  if (plain === "no date") return "none";
  if (plain.startsWith("[")) return "set";
  if (plain.includes("/")) return "span";
  if (/^\d{4}-2[1-4]$/.test(plain)) return "season";
  return { 4: "year", 7: "month" }[plain.length] ?? "day";
}

export default { render };
