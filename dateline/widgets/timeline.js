// The timeline: a row an event, its mark joined by a line to the mark of the report that tells of it.

const HIGH = 40; // pixels of a row's track
const HAPPENED = 13; // the height of the two marks in it
const REPORTED = 29;

function lookOf(row) {
  return ["dl-mark", row.planned ? "dl-plan" : "", row.approximate ? "dl-about" : ""].join(" ");
}

// The first and last day known of a row, its report among them.
function daysOf(row) {
  return [row.first, row.last, row.report_first, row.report_last, ...row.days].filter((day) => day !== null);
}

function wholeSpan(rows) {
  const days = rows.flatMap(daysOf);
  return widened(Math.min(...days), Math.max(...days));
}

function widened(first, last) {
  const margin = Math.max((last - first) * 0.04, 2);
  return [first - margin, last + margin];
}

function liesIn(row, [low, high]) {
  return (row.first ?? -Infinity) <= high && (row.last ?? Infinity) >= low;
}

function happenedMark(row, span) {
  const look = lookOf(row);
  const [low, high] = span;
  if (row.last !== null && row.last < low) return [beyond(true, HAPPENED, look)];
  if (row.first !== null && row.first > high) return [beyond(false, HAPPENED, look)];
  if (row.shape === "day") return [shape("circle", { cx: `${place(row.first, span)}%`, cy: HAPPENED, r: 7, class: look })];
  if (row.shape !== "set") return stretch([row.first, row.last], span, HAPPENED, 12, look);
  const shown = row.days.filter((day) => day >= low && day <= high);
  const ends = [Math.max(row.first, low), Math.min(row.last, high)].map((day) => `${place(day, span)}%`);
  const join = shape("line", { x1: ends[0], x2: ends[1], y1: HAPPENED, y2: HAPPENED, class: "dl-join dl-dotted" });
  const dots = shown.map((day) => shape("circle", { cx: `${place(day, span)}%`, cy: HAPPENED, r: 5.5, class: `${look} dl-one-of` }));
  return [join, ...dots];
}

function reportMark(row, span) {
  if (row.report_first === null && row.report_last === null) return [];
  const [low, high] = span;
  if (row.report_last !== null && row.report_last < low) return [beyond(true, REPORTED, "dl-report")];
  if (row.report_first !== null && row.report_first > high) return [beyond(false, REPORTED, "dl-report")];
  if (row.report_first !== row.report_last) return stretch([row.report_first, row.report_last], span, REPORTED, 8, "dl-report");
  const at = place(row.report_first, span);
  return [glyph(at, `M 0 ${REPORTED - 7} L 7 ${REPORTED} L 0 ${REPORTED + 7} L -7 ${REPORTED} Z`, "dl-report")];
}

// From the middle of the one mark to the middle of the other, as far as both are known.
function joinLine(row, span) {
  const middle = (first, last) => (first === null ? last : last === null ? first : (first + last) / 2);
  const from = middle(row.first, row.last);
  const to = middle(row.report_first, row.report_last);
  if (from === null || to === null) return [];
  const at = (day) => `${place(Math.min(Math.max(day, span[0]), span[1]), span)}%`;
  return [shape("line", { x1: at(from), x2: at(to), y1: HAPPENED, y2: REPORTED, class: "dl-join" })];
}

// Above the rows of one report: which it is, and when it came out.
function reportName(model, row) {
  if (!row.reported) return row.source;
  const key = row.source ? "chart-reported" : "chart-reported-alone";
  return say(model, key, { source: row.source, told: row.reported_told });
}

function eventLabel(model, row) {
  const plan = row.planned ? say(model, "chart-plan") : "";
  const small = [row.told, plan].filter((text) => text).join(" · ");
  return element(
    "div",
    { className: "dl-chart-label" },
    element("strong", { textContent: row.label }),
    element("span", { textContent: small }),
  );
}

function eventRow(model, row, span, ticks) {
  const marks = [...gridLines(ticks, span, HIGH), ...joinLine(row, span), ...reportMark(row, span), ...happenedMark(row, span)];
  const track = shape("svg", { class: "dl-track", width: "100%", height: HIGH, "aria-hidden": "true" }, ...marks);
  const made = element("div", { className: "dl-chart-row", dataset: { shape: row.shape, id: row.id } });
  made.append(eventLabel(model, row), track);
  return made;
}

function timelineKey(model) {
  const y = 12;
  return legend(model, [
    ["timeline-key-day", sign(shape("circle", { cx: 22, cy: y, r: 7, class: "dl-mark" }))],
    ["timeline-key-set", sign(...[10, 22, 34].map((cx) => shape("circle", { cx, cy: y, r: 5, class: "dl-mark dl-one-of" })))],
    ["timeline-key-span", sign(shape("rect", { x: 4, y: y - 6, width: 36, height: 12, class: "dl-mark" }))],
    ["timeline-key-open", sign(shape("path", { d: `M 4 ${y - 6} H 28 V ${y - 9} L 41 ${y} L 28 ${y + 9} V ${y + 6} H 4 Z`, class: "dl-mark" }))],
    ["timeline-key-about", sign(shape("rect", { x: 4, y: y - 6, width: 36, height: 12, class: "dl-mark dl-about" }))],
    ["timeline-key-plan", sign(shape("rect", { x: 4, y: y - 6, width: 36, height: 12, class: "dl-mark dl-plan" }))],
    ["timeline-key-report", sign(shape("path", { d: `M 8 ${y - 7} L 15 ${y} L 8 ${y + 7} L 1 ${y} Z`, class: "dl-report" }), shape("rect", { x: 20, y: y - 4, width: 22, height: 8, class: "dl-report" }))],
  ]);
}

function render({ model, el }) {
  let span = null; // null: all of it
  const filter = sourceFilter(model, () => {
    span = null;
    show();
  });
  const current = () => span ?? wholeSpan(filter.rows());
  const spans = choice([], "all", (value) => showSpan(value === "all" ? null : value.split("/").map(Number)));
  const zoom = (factor, shift = 0) => () => {
    const [low, high] = current();
    const middle = (low + high) / 2 + (high - low) * shift;
    const half = Math.max(((high - low) * factor) / 2, 3);
    showSpan([middle - half, middle + half]);
  };
  const steps = [["in", 0.5], ["out", 2], ["earlier", 1, -0.4], ["later", 1, 0.4]];
  const buttons = steps.map(([name, ...by]) => button(say(model, `chart-${name}`), "", zoom(...by)));
  const frame = chartFrame(model, "dl-timeline", [filter.node, labelled(say(model, "chart-span"), spans), ...buttons], draw);
  const picture = element("div", { className: "dl-chart-picture", role: "img" });
  const sentence = element("p", { className: "dl-chart-sentence" });
  const inTable = tableBox(model);
  frame.body.append(picture, sentence, timelineKey(model), inTable.node);

  function showSpan(chosen) {
    span = chosen;
    show();
    const rows = filter.rows();
    const [first, last] = current().map((at) => isoDay(Math.round(at)));
    const count = rows.filter((row) => liesIn(row, current())).length;
    frame.post.tell(say(model, "chart-shown", { first, last, count, of: rows.length }));
  }
  function listSpans(rows) {
    const reports = new Map(rows.filter((row) => row.report_first !== null && row.report_last !== null).map((row) => [`${row.source} ${row.reported}`, row]));
    const around = [...reports.values()].map((row) => {
      const near = [row.report_first - 45, row.report_last + 45].join("/");
      return [near, say(model, "chart-around", { report: row.source || row.reported, told: row.reported_told })];
    });
    const own = span === null ? [] : [[span.join("/"), say(model, "chart-own-span")]];
    const known = around.some(([value]) => value === own[0]?.[0]);
    const options = [["all", say(model, "chart-everything")], ...around, ...(known ? [] : own)];
    spans.replaceChildren(...options.map(([value, text]) => element("option", { value, textContent: text })));
    spans.value = span === null ? "all" : span.join("/");
  }
  function draw() {
    filter.show();
    const rows = filter.rows();
    listSpans(rows);
    const shown = current();
    const groups = new Map();
    rows.forEach((row) => {
      const name = reportName(model, row);
      groups.set(name, [...(groups.get(name) ?? []), row]);
    });
    const wide = picture.clientWidth || 600;
    const track = wide > 560 ? wide * 0.6 : wide;
    const ticks = timeTicks(shown, track);
    const drawn = [...groups].flatMap(([name, group]) => [
      ...(name ? [element("div", { className: "dl-chart-group", textContent: name })] : []),
      ...group.map((row) => eventRow(model, row, shown, ticks)),
    ]);
    const foot = element("div", { className: "dl-chart-row dl-chart-axis" }, element("span"), axis(ticks, shown));
    picture.replaceChildren(...drawn, foot);
    picture.setAttribute("aria-label", `${model.get("title")}. ${model.get("summary")}`);
    sentence.textContent = model.get("summary");
    inTable.fill(eventTable(model, rows));
  }
  function show() {
    frame.show();
  }
  el.append(frame.root);
  show();
  const stop = follow(model, ["rows", "faults", "empty", "notice"], frame.root, show);
  return () => {
    stop();
    frame.post.close();
  };
}

function eventTable(model, rows) {
  const ordered = rows.some((row) => row.order);
  const columns = ["event", "happened", "edtf", "reported", ...(ordered ? ["order"] : [])].map((name) => `timeline-column-${name}`);
  const told = (row) => [row.reported && `${row.source} ${row.reported_told}`.trim(), row.place.split(", ")[1]].filter((text) => text).join(", ");
  return table(
    model,
    columns,
    rows.map((row) => {
      const when = row.planned ? `${row.told} (${say(model, "chart-plan")})` : row.told;
      return [row.label, when, row.edtf, told(row), ...(ordered ? [row.order] : [])];
    }),
  );
}

export default { render };
