// What both charts share: the frame round a drawing, what is asked of Python, and small pieces of SVG.

const SVG = "http://www.w3.org/2000/svg";

function shape(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== "") made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// A small drawing that stands at `at` percent of its track, wherever that is: an arrow head, a diamond.
function glyph(at, points, look) {
  const holder = shape("svg", { x: `${at}%`, y: 0, width: 1, height: 1, overflow: "visible" });
  holder.append(shape("path", { d: points, class: look }));
  return holder;
}

// Where a number of [low, high] stands on a track, in percent, with a margin on either side.
function place(value, [low, high], margin = 3) {
  return margin + ((value - low) / (high - low || 1)) * (100 - 2 * margin);
}

// Asks Python for something and shows what became of it; a late answer is still accepted.
function asker(model, status) {
  let count = 0;
  const waiting = new Map();
  const tell = (text, state = "") => {
    status.textContent = text;
    status.dataset.state = state;
  };
  const receive = (message) => {
    if (!waiting.has(message?.re)) return;
    clearTimeout(waiting.get(message.re));
    waiting.delete(message.re);
    if (waiting.size === 0 || !message.ok) tell(message.told, message.ok ? "" : "refused");
  };
  model.on("msg:custom", receive);
  return {
    tell,
    ask(request, meanwhile) {
      const re = `${Date.now()}-${++count}`;
      tell(meanwhile);
      waiting.set(re, setTimeout(() => tell(say(model, "chart-late"), "late"), PATIENCE));
      model.send({ ...request, re });
    },
    close() {
      waiting.forEach(clearTimeout);
      model.off("msg:custom", receive);
    },
  };
}

// A list of reports by which the rows can be narrowed; there is none where all rows are of one.
function sourceFilter(model, act) {
  let chosen = "";
  const list = choice([], "", (value) => {
    chosen = value;
    act();
  });
  const node = labelled(say(model, "chart-source"), list);
  const show = () => {
    const names = [...new Set(model.get("rows").map((row) => row.source))];
    if (!names.includes(chosen)) chosen = "";
    const options = [["", say(model, "chart-all-sources")], ...names.filter((name) => name).map((name) => [name, name])];
    list.replaceChildren(...options.map(([value, text]) => element("option", { value, textContent: text })));
    list.value = chosen;
    node.hidden = names.length < 2;
  };
  return { node, show, rows: () => model.get("rows").filter((row) => !chosen || row.source === chosen) };
}

function table(model, columns, rows) {
  const head = element("tr", {}, ...columns.map((key) => element("th", { scope: "col", textContent: say(model, key) })));
  const body = rows.map(([first, ...rest]) =>
    element("tr", {}, element("th", { scope: "row", textContent: first }), ...rest.map((text) => element("td", { textContent: text }))),
  );
  return element("table", {}, element("thead", {}, head), element("tbody", {}, ...body));
}

// The legend: each sign with what it means.
function legend(model, signs) {
  const items = signs.map(([key, sign]) => element("li", {}, sign, element("span", { textContent: say(model, key) })));
  const box = element("details", { className: "dl-chart-key", open: true });
  box.append(element("summary", { textContent: say(model, "chart-key") }), element("ul", {}, ...items));
  return box;
}

function sign(...shapes) {
  return shape("svg", { class: "dl-track", width: 44, height: 24, "aria-hidden": "true" }, ...shapes);
}

// The frame: title, tools, drawing, sentence, table, what is left out. `draw` fills the drawing.
function chartFrame(model, name, tools, draw) {
  const status = statusLine();
  const post = asker(model, status);
  const refresh = button(say(model, "chart-refresh"), say(model, "chart-refresh-label"), () =>
    post.ask({ do: "refresh" }, say(model, "chart-reading")),
  );
  const title = heading(model, model.get("title"));
  const empty = element("p", { className: "dl-chart-empty" });
  const body = element("div", { className: "dl-chart-body" });
  const faults = element("ul");
  const left = element("div", { className: "dl-chart-faults" }, element("p", { textContent: say(model, "chart-left-out") }), faults);
  const bar = element("div", { className: "dl-tools" }, refresh, ...tools);
  const root = element("div", { className: `dl-desk dl-chart ${name}` }, title, bar, empty, body, left, status);
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", model.get("title"));
  keepKeys(root);
  const show = () => {
    const rows = model.get("rows");
    empty.textContent = model.get("empty");
    empty.hidden = rows.length > 0;
    body.hidden = rows.length === 0;
    tools.forEach((each) => (each.inert = rows.length === 0));
    bar.classList.toggle("dl-chart-bare", rows.length === 0);
    const told = model.get("faults");
    faults.replaceChildren(...told.map((text) => element("li", { textContent: text })));
    left.hidden = told.length === 0;
    if (model.get("notice")) post.tell(model.get("notice"), "refused");
    if (rows.length) draw();
  };
  return { root, body, post, show };
}

// A table below a drawing that opens when it is asked for; it scrolls sideways by itself.
function tableBox(model) {
  const scroller = element("div", { className: "dl-scroller", tabIndex: 0, role: "region", ariaLabel: say(model, "chart-table") });
  const node = element("details", { className: "dl-chart-table" }, element("summary", { textContent: say(model, "chart-table") }), scroller);
  return { node, fill: (made) => scroller.replaceChildren(made) };
}

// Redraws whenever one of these traits changes, once a frame, and when the width changes.
function follow(model, traits, root, act) {
  let asked = 0;
  const soon = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      act();
    });
  };
  const events = traits.map((trait) => `change:${trait}`);
  events.forEach((event) => model.on(event, soon));
  let width = 0;
  const watcher = new ResizeObserver(([entry]) => {
    const wide = Math.round(entry.contentRect.width);
    if (wide !== width) soon();
    width = wide;
  });
  watcher.observe(root);
  return () => {
    watcher.disconnect();
    cancelAnimationFrame(asked);
    events.forEach((event) => model.off(event, soon));
  };
}
