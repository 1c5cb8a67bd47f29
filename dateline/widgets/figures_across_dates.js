// Figures across dates: a row a figure, at the left when it held, at the right how many; two can be compared.

const HIGH = 34; // pixels of a row's tracks
const MIDDLE = 17;

function lookOf(row) {
  return ["dl-mark", row.planned ? "dl-plan" : "", row.approximate ? "dl-about" : ""].join(" ");
}

function timeSpan(rows) {
  const days = rows.flatMap((row) => [row.first, row.last]).filter((day) => day !== null);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const margin = Math.max((last - first) * 0.06, 2);
  return days.length ? [first - margin, last + margin] : null;
}

function numberSpan(rows) {
  const ends = rows.flatMap((row) => [row.low, row.high]).filter((end) => end !== null);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const open = rows.some((row) => row.high === null) ? 0.2 : 0.05;
  const below = low < 0 ? (high - low) * 0.1 : 0;
  return [low - below, high + (high - low || 1) * open];
}

function heldMark(row, span) {
  if (!row.as_of || !span) return [];
  if (row.first !== row.last) return stretch([row.first, row.last], span, MIDDLE, 5, "dl-held", 6);
  const at = place(row.first, span, 6);
  return [shape("circle", { cx: `${at}%`, cy: MIDDLE, r: 5, class: "dl-held" })];
}

function numberMark(row, span) {
  const look = lookOf(row);
  if (row.low !== row.high) {
    const marks = stretch([row.low, row.high], span, MIDDLE, 14, look);
    const end = row.low === null ? row.high : row.low;
    const known = row.low === null || row.high === null ? [stop(end, span)] : [];
    return [...marks, ...known];
  }
  return [shape("circle", { cx: `${place(row.low, span)}%`, cy: MIDDLE, r: 7, class: look })];
}

// The end of an open bar that is known.
function stop(end, span) {
  const x = `${place(end, span)}%`;
  return shape("line", { x1: x, x2: x, y1: MIDDLE - 10, y2: MIDDLE + 10, class: "dl-stop" });
}

function tracks(row, times, numbers) {
  const track = (name, marks) => shape("svg", { class: `dl-track ${name}`, width: "100%", height: HIGH, "aria-hidden": "true" }, ...marks);
  const held = [...(times.span ? gridLines(times.ticks, times.span, HIGH, 6) : []), ...heldMark(row, times.span)];
  return [track("dl-when", held), track("dl-many", [...gridLines(numbers.ticks, numbers.span, HIGH), ...numberMark(row, numbers.span)])];
}

function figureLabel(model, row) {
  const plan = row.planned ? say(model, "chart-plan") : "";
  const small = [row.label, plan, row.as_of_told, row.place].filter((text) => text).join(" · ");
  return element(
    "span",
    { className: "dl-chart-label" },
    element("strong", { textContent: row.told }),
    element("span", { textContent: small }),
  );
}

function figuresKey(model) {
  const y = 12;
  const bar = (look) => shape("rect", { x: 4, y: y - 7, width: 36, height: 14, class: look });
  return legend(model, [
    ["figures-key-point", sign(shape("circle", { cx: 22, cy: y, r: 7, class: "dl-mark" }))],
    ["figures-key-range", sign(bar("dl-mark"))],
    ["figures-key-open", sign(shape("path", { d: `M 4 ${y - 7} H 28 V ${y - 9} L 41 ${y} L 28 ${y + 9} V ${y + 7} H 4 Z`, class: "dl-mark" }), shape("line", { x1: 4, x2: 4, y1: 2, y2: 22, class: "dl-stop" }))],
    ["figures-key-about", sign(bar("dl-mark dl-about"))],
    ["figures-key-plan", sign(bar("dl-mark dl-plan"))],
    ["figures-key-when", sign(shape("rect", { x: 4, y: y - 2.5, width: 36, height: 5, class: "dl-held" }))],
  ]);
}

// The drawing as a list from which two rows are chosen: arrow keys move, space or Enter chooses.
function chooser(model, act) {
  const box = element("div", { className: "dl-chart-picture", role: "listbox" });
  box.setAttribute("aria-multiselectable", "true");
  box.setAttribute("aria-label", say(model, "figures-drawing"));
  const options = () => [...box.querySelectorAll("[role=option]")];
  let at = 0;
  const focus = (number) => {
    const all = options();
    at = Math.min(Math.max(number, 0), all.length - 1);
    all.forEach((each, n) => (each.tabIndex = n === at ? 0 : -1));
    all[at]?.focus();
  };
  box.addEventListener("keydown", (event) => {
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options().length - 1 };
    if (event.key in moves) focus(moves[event.key]);
    else if (event.key === " " || event.key === "Enter") act(options()[at].dataset.id);
    else return;
    event.preventDefault();
  });
  box.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    focus(options().indexOf(option));
    act(option.dataset.id);
  });
  const fill = (children) => {
    const hadFocus = box.contains(document.activeElement);
    box.replaceChildren(...children);
    at = Math.min(at, Math.max(options().length - 1, 0));
    options().forEach((each, n) => (each.tabIndex = n === at ? 0 : -1));
    if (hadFocus) options()[at]?.focus();
  };
  return { box, fill };
}

function verdictBox(model) {
  const title = element(`h${Math.min(model.get("heading_level") + 1, 6)}`, { className: "dl-heading", textContent: say(model, "pair") });
  const outcome = element("p", { className: "dl-pair-told" });
  const why = element("ul", { className: "dl-pair-why" });
  const node = element("div", { className: "dl-pair" }, title, outcome, why);
  const show = (chosen) => {
    const verdict = model.get("verdict");
    const known = verdict.pair && verdict.pair.join() === chosen.join();
    outcome.textContent = known ? `${say(model, `pair-outcome-${verdict.outcome.replaceAll(" ", "-")}`)}. ${verdict.told}` : say(model, "pair-none");
    node.dataset.outcome = known ? verdict.outcome : "";
    why.hidden = !known;
    if (!known) return;
    const told = (each) => [element("strong", { textContent: each.question }), ` ${say(model, `pair-state-${each.state}`)}. ${each.why}`];
    why.replaceChildren(...verdict.checks.map((each) => element("li", { dataset: { state: each.state } }, ...told(each))));
  };
  return { node, show };
}

function render({ model, el }) {
  let chosen = [...model.get("chosen")]; // ids, in the order in which they were chosen
  const filter = sourceFilter(model, () => frame.show());
  const choose = (ids) => {
    chosen = ids.filter((id, n) => id && ids.indexOf(id) === n).slice(-2);
    frame.post.ask({ do: "compare", pair: chosen }, say(model, "pair-reading"));
    draw();
  };
  const toggle = (id) => choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const frame = chartFrame(model, "dl-figures", [filter.node], draw);
  const picture = chooser(model, toggle);
  const lists = ["first", "second"].map((name, n) => {
    const list = choice([], "", (value) => {
      const pair = [chosen[0] ?? "", chosen[1] ?? ""];
      pair[n] = value;
      choose(pair);
    });
    return { list, node: labelled(say(model, `figures-${name}`), list) };
  });
  const clear = button(say(model, "figures-clear"), "", () => choose([]));
  const sentence = element("p", { className: "dl-chart-sentence" });
  const verdict = verdictBox(model);
  const inTable = tableBox(model);
  const tools = element("div", { className: "dl-tools" }, ...lists.map((each) => each.node), clear);
  frame.body.append(picture.box, sentence, tools, verdict.node, figuresKey(model), inTable.node);

  function draw() {
    filter.show();
    const rows = filter.rows();
    const wide = picture.box.clientWidth || 600;
    const narrow = wide <= 560;
    const span = timeSpan(rows);
    const times = { span, ticks: span ? timeTicks(span, wide * (narrow ? 0.33 : 0.23)) : [] };
    const units = [...new Set(rows.map((row) => row.unit))];
    picture.fill(units.flatMap((unit) => section(rows.filter((row) => row.unit === unit), unit, times, wide, narrow)));
    sentence.textContent = model.get("summary");
    lists.forEach((each, n) => fillList(each.list, n));
    able(clear, chosen.length > 0);
    verdict.show(chosen);
    inTable.fill(figureTable(model, rows));
  }
  function section(rows, unit, times, wide, narrow) {
    const span = numberSpan(rows);
    const numbers = { span, ticks: numberTicks(span, roomFor(wide * (narrow ? 0.6 : 0.42), 64)) };
    const options = rows.map((row) => figureRow(row, times, numbers));
    const when = element("span", { className: "dl-axis-name", textContent: times.span ? say(model, "figures-when") : "" });
    const many = element("span", { className: "dl-axis-name", textContent: say(model, unit ? "figures-number-of" : "figures-number", { unit }) });
    const left = element("span", { className: "dl-when" }, times.span ? axis(times.ticks, times.span, 6) : "", when);
    const right = element("span", { className: "dl-many" }, axis(numbers.ticks, span), many);
    const foot = element("div", { className: "dl-chart-row dl-chart-axis", role: "presentation" }, element("span"), left, right);
    foot.setAttribute("aria-hidden", "true");
    return [...options, foot];
  }
  function figureRow(row, times, numbers) {
    const n = chosen.indexOf(row.id);
    const made = element("div", { className: "dl-chart-row", role: "option", dataset: { id: row.id } });
    made.setAttribute("aria-selected", String(n >= 0));
    const badge = element("span", { className: "dl-badge", textContent: n < 0 ? "" : say(model, `figures-badge-${n + 1}`), ariaHidden: "true" });
    const label = figureLabel(model, row);
    label.prepend(badge);
    made.append(label, ...tracks(row, times, numbers));
    return made;
  }
  function fillList(list, n) {
    const other = chosen[1 - n];
    const options = model.get("rows").filter((row) => row.id !== other).map((row) => [row.id, say(model, "figures-option", row)]);
    const all = [["", say(model, "figures-none")], ...options];
    if (list !== document.activeElement || list.options.length !== all.length) {
      list.replaceChildren(...all.map(([value, text]) => element("option", { value, textContent: text })));
    }
    list.value = chosen[n] ?? "";
  }
  el.append(frame.root);
  frame.show();
  const fromPython = () => {
    chosen = [...model.get("chosen")];
    frame.show();
  };
  const end = follow(model, ["rows", "faults", "empty", "notice", "verdict"], frame.root, frame.show);
  model.on("change:chosen", fromPython);
  return () => {
    end();
    model.off("change:chosen", fromPython);
    frame.post.close();
  };
}

function figureTable(model, rows) {
  const columns = ["figure", "bounds", "lower", "upper", "as_of", "edtf", "place"].map((name) => `figures-column-${name}`);
  const end = (value, unit) => (value === null ? say(model, "figures-open") : [written(value), unit].join(" ").trim());
  return table(
    model,
    columns,
    rows.map((row) => {
      const label = row.planned ? `${row.label} (${say(model, "chart-plan")})` : row.label;
      return [label, row.told, end(row.lower, row.unit), end(row.upper, row.unit), row.as_of_told, row.as_of, row.place];
    }),
  );
}

export default { render };
