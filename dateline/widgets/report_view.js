// What is shown of the reports: those known on a day, one or all of them, and where words are found in them.

const inWords = (day) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });

// A report is known on a day when it was surely out by then; one dated "2018-12" is so from the 31st.
function knownOn(report, day) {
  if (!day) return "always";
  if (report.known_from && report.known_from <= day) return "shown";
  if (report.maybe_from && report.maybe_from > day) return "later";
  return report.known_from ? "unsure" : "undated";
}

// `onChange` is told the ids of the reports to show.
function reportChooser(model, onChange) {
  const reports = model.get("reports");
  const day = element("input", { type: "date", value: model.get("as_known") });
  let asKnown = day.value; // while a year is being typed, the day before it holds
  const told = element("ul", { className: "dl-known" });
  told.setAttribute("aria-live", "polite");
  const names = reports.map(({ id }) => [id, say(model, "report-alone", { source: id })]);
  const which = choice([["", say(model, "reports-all")], ...names], "", () => show());
  const all = button(say(model, "known-any"), "", () => {
    day.value = "";
    follow();
    day.focus();
  });
  const isKnown = (report) => ["always", "shown"].includes(knownOn(report, asKnown));
  const known = () => new Set(reports.filter(isKnown).map(({ id }) => id));
  const show = () => {
    const out = known();
    able(all, Boolean(asKnown));
    const ids = [...out].filter((id) => !which.value || id === which.value);
    const lines = asKnown ? reports.map(line) : [];
    const lost = model.get("rows").filter((row) => reports.some(({ id }) => id === row.source) && !out.has(row.source));
    if (lost.length) lines.push(say(model, "known-claims", { count: lost.length }));
    if (ids.length === 0) lines.push(say(model, "known-nothing"));
    if (lines.join() !== [...told.children].map((each) => each.textContent).join()) {
      told.replaceChildren(...lines.map((text) => element("li", { textContent: text })));
    }
    onChange(new Set(ids));
  };
  const line = (report) =>
    say(model, `known-${knownOn(report, asKnown)}`, {
      source: report.id,
      dated: report.dated,
      day: inWords(asKnown),
      from: report.known_from && inWords(report.known_from),
    });
  const follow = () => {
    if (day.value && day.value < "1000") return; // 0002 is on its way to 2018
    asKnown = day.value;
    model.set("as_known", asKnown);
    model.save_changes();
    show();
  };
  day.addEventListener("change", follow);
  const fromPython = () => {
    if (model.get("as_known") === asKnown) return;
    asKnown = day.value = model.get("as_known");
    show();
  };
  model.on("change:as_known", fromPython);
  const chooser = labelled(say(model, "reports-shown"), which);
  chooser.hidden = reports.length < 2;
  return {
    nodes: [chooser, labelled(say(model, "known-on"), day), all],
    told,
    show,
    stop: () => model.off("change:as_known", fromPython),
    known,
    reveal(id) {
      if (which.value && which.value !== id) which.value = "";
      show();
    },
  };
}

// A pattern that finds words whatever their case, their kind of quotation marks or hyphens, and their spaces.
function patternOf(words) {
  const plain = words.trim().replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const loose = plain.replace(/['‘’]/g, "['‘’]").replace(/["“”]/g, '["“”]').replace(/[-‐‑–]/g, "[-‐‑–]").replace(/\s+/g, "\\s+");
  return new RegExp(loose, "giu");
}

function finder(model, texts) {
  const input = element("input", { type: "search", size: 18, autocomplete: "off" });
  const count = element("output", { className: "dl-count" });
  let found = [];
  let at = 0;
  const show = () => {
    const words = input.value.trim();
    const told = found.length ? say(model, "found", { at: at + 1, of: found.length }) : say(model, "found-nothing");
    count.textContent = words ? told : "";
    texts.paint("dl-found", found, 3);
    texts.paint("dl-found-now", found.slice(at, at + 1), 4);
    [before, next, take].forEach((each) => able(each, found.length > 0));
  };
  const search = () => {
    const words = input.value.trim();
    const pairs = words ? texts.shownParagraphs() : [];
    found = pairs.flatMap(([place, data]) =>
      [...data.matchAll(patternOf(words))].map((match) => ({ ...place, start: match.index, end: match.index + match[0].length })),
    );
    at = Math.min(at, Math.max(found.length - 1, 0));
    show();
  };
  const step = (by) => {
    if (!found.length) return;
    at = (at + by + found.length) % found.length;
    texts.bringIntoView(found[at]);
    show();
  };
  const before = button("↑", say(model, "found-before"), () => step(-1));
  const next = button("↓", say(model, "found-next"), () => step(1));
  const take = button(say(model, "found-take"), "", () => found.length && texts.goTo(found[at]));
  input.addEventListener("input", () => {
    at = 0;
    search();
    if (found.length) texts.bringIntoView(found[0]);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
  });
  show();
  return { nodes: [labelled(say(model, "find"), input), before, next, take, count], search };
}
