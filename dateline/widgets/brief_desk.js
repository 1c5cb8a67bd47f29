// A text area, and beside it what the checker says of each sentence once the writer pauses.

const RETRY = 150; // ms
const PAUSE = 600; // ms without a key before the text is sent

function editor(model, status, post) {
  const area = element("textarea", { className: "dl-brief-text", rows: 22, spellcheck: true });
  area.value = model.get("rows")[0]?.text ?? "";
  let timer = null;
  let sent = area.value;
  const hasUnsent = () => area.value !== sent;
  let expected = false; // a text that the writer has asked for: a draft to go back to
  const write = (isNow = false) => {
    clearTimeout(timer);
    timer = null;
    if (area.value === sent) {
      if (!post.isWaiting()) post.tell(say(model, model.get("exercise") ? "saved" : "noted"), "saved");
      else if (post.isLate()) post.tellLate();
      return;
    }
    if (post.isWaiting() && !post.isLate() && !isNow) {
      timer = setTimeout(() => write(), RETRY); // one text at a time: the next goes when this one is saved
      return;
    }
    sent = area.value;
    post.send({ do: "write", text: sent }, (message) => {
      if (message?.ok === false) sent = null; // it is sent again when the text changes or is left
    });
  };
  // Does something with the text once it is saved.
  const whenSaved = (act) => {
    write();
    if (timer === null && !post.isWaiting()) act();
    else setTimeout(() => whenSaved(act), RETRY);
  };
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => write(), PAUSE);
    if (status.dataset.state !== "typing") post.tell(say(model, "typing"), "typing");
  });
  area.addEventListener("change", () => write());
  post.flushes(() => timer !== null && write(true));
  const follow = () => {
    const text = model.get("rows")[0]?.text ?? "";
    if (text === sent) return;
    if (!expected && (hasUnsent() || timer !== null || post.isWaiting())) return; // what is being typed is never overwritten
    expected = false;
    sent = text;
    area.value = text;
  };
  const insert = (words) => {
    area.setRangeText(words, area.selectionStart, area.selectionEnd, "end");
    area.focus();
    write();
  };
  const expect = () => (expected = true);
  return { area, write, follow, insert, expect, hasUnsent, whenSaved, stop: () => clearTimeout(timer) };
}

// Puts a citation where the caret stands.
function citationPicker(model, desk) {
  const options = model.get("paragraphs").map(({ citation, label }) => [citation, label]);
  const list = choice(options, options[0]?.[0], () => {});
  const insert = button(say(model, "insert-citation"), "", () => {
    const before = desk.area.value[desk.area.selectionStart - 1];
    desk.insert(`${before && !/\s/.test(before) ? " " : ""}${list.value}`);
  });
  return [labelled(say(model, "citation-of"), list), insert];
}

function marked(pieces) {
  return pieces.map(([text, isMarked]) => (isMarked ? element("mark", { textContent: text }) : text));
}

function sentenceItem(model, sentence, number, desk) {
  const lead = element("strong", { textContent: sentence.lead });
  const sign = element("span", { ariaHidden: "true", textContent: `${sentence.sign} ` });
  const words = element("p", { className: "dl-sentence" }, sign, lead, ` (${number}): ${sentence.text} `);
  const place = desk.area.value.indexOf(sentence.text);
  if (place >= 0) {
    words.append(
      button(say(model, "go-to"), say(model, "go-to-sentence", { number }), () => {
        desk.area.focus();
        desk.area.setSelectionRange(place, place + sentence.text.length);
      }),
    );
  }
  const item = element("li", { dataset: { verdict: sentence.verdict } }, words);
  for (const { verdict, found, where, rule } of sentence.findings) {
    const told = element("p", { className: "dl-finding" }, `${say(model, `finding-${verdict}`)}: ${found}`);
    if (where) told.append(element("br"), say(model, "where-to-look", { where }));
    if (rule) told.append(element("br"), say(model, "rule", { rule }));
    item.append(told);
  }
  if (sentence.evidence.length) {
    const title = say(model, sentence.verdict === "supported" ? "rests-on" : "paragraph-says");
    const rows = sentence.evidence.map(({ place, pieces }) =>
      element("p", {}, element("strong", { textContent: `${place}: ` }), ...marked(pieces)),
    );
    const summary = element("summary", { textContent: title });
    summary.setAttribute("aria-label", say(model, "of-sentence", { words: title, number }));
    item.append(element("details", {}, summary, ...rows));
  }
  return item;
}

// The report; evidence that the writer has opened stays open when the report is drawn anew.
function reportBox(model, desk) {
  const summary = element("p", { className: "dl-summary" });
  const criteria = element("ul", { className: "dl-criteria" });
  const list = element("ol", { className: "dl-sentences" });
  const only = element("input", { type: "checkbox" });
  const page = element("details", {}, element("summary", { textContent: say(model, "page-rules") }), criteria);
  const filter = element("label", { className: "dl-only" }, only, ` ${say(model, "only-to-mend")}`);
  const box = element("section", { className: "dl-report", tabIndex: 0 }, summary, page, filter, list);
  box.setAttribute("aria-label", say(model, "brief-report"));
  const show = () => {
    const report = model.get("report");
    const open = new Set([...list.querySelectorAll("details[open]")].map((each) => each.dataset.sentence));
    summary.textContent = report.summary ?? say(model, "brief-empty-report");
    const rules = report.criteria ?? [];
    criteria.replaceChildren(
      ...rules.map(({ met, words }) => element("li", { textContent: say(model, met ? "met" : "to-mend", { words }) })),
    );
    const items = (report.sentences ?? []).map((each, at) => {
      const item = sentenceItem(model, each, at + 1, desk);
      const details = item.querySelector("details");
      if (details) {
        details.dataset.sentence = each.text;
        details.open = open.has(each.text);
      }
      item.hidden = only.checked && !["unsupported", "review"].includes(each.verdict);
      return item;
    });
    list.replaceChildren(...items);
  };
  only.addEventListener("change", show);
  return { box, show };
}

function draftTools(model, post, desk) {
  const list = choice([], "", () => {});
  const pick = labelled(say(model, "drafts"), list);
  const number = () => Number(list.value);
  const keep = button(say(model, "keep-draft"), "", () => {
    desk.whenSaved(() => post.send({ do: "keep" }));
  });
  const compare = button(say(model, "compare-draft"), "", () => {
    desk.whenSaved(() => post.send({ do: "compare", draft: number() }));
  });
  const reopen = button(say(model, "reopen-draft"), "", () => {
    desk.whenSaved(() => {
      desk.expect();
      post.send({ do: "reopen", draft: number() });
    });
  });
  const show = () => {
    const drafts = model.get("drafts");
    list.replaceChildren(
      ...drafts.map(({ when, text }, at) =>
        element("option", { value: at, textContent: say(model, "draft", { number: at + 1, when, words: text.split(/\s+/).length }) }),
      ),
    );
    list.value = drafts.length - 1;
    [pick, compare, reopen].forEach((each) => (each.hidden = drafts.length === 0));
  };
  show();
  return { nodes: [keep, pick, compare, reopen], show };
}

function comparison(model) {
  const box = element("section", { className: "dl-compared", hidden: true });
  box.setAttribute("aria-label", say(model, "compared"));
  const show = () => {
    const told = model.get("compared");
    box.hidden = !told.summary;
    if (box.hidden) return;
    const rows = told.changes
      .filter(({ kind }) => kind !== "same")
      .map(({ words, before, after }) =>
        element("tr", {}, element("th", { scope: "row", textContent: words }), element("td", { textContent: before ?? "–" }), element("td", { textContent: after ?? "–" })),
      );
    const heads = ["change", "before", "now"].map((key) => element("th", { scope: "col", textContent: say(model, key) }));
    const table = element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows));
    box.replaceChildren(element("p", { textContent: told.summary }), table);
  };
  show();
  return { box, show };
}

function render({ model, el }) {
  const root = element("div", { className: "dl-desk dl-brief" });
  const status = statusLine();
  const post = courier(model, status, undefined, () => desk.hasUnsent());
  const desk = editor(model, status, post);
  const report = reportBox(model, desk);
  const drafts = draftTools(model, post, desk);
  const both = comparison(model);
  const begin = button(say(model, "begin-with-draft"), "", () => {
    desk.expect();
    post.send({ do: "begin" });
  });
  const follow = () => {
    desk.follow();
    begin.hidden = !model.get("first_draft") || desk.area.value.trim() !== "";
  };
  const writing = element(
    "div",
    { className: "dl-writing" },
    labelled(say(model, "brief-text"), desk.area),
    element("div", { className: "dl-tools" }, ...citationPicker(model, desk), begin),
    element("div", { className: "dl-tools" }, ...drafts.nodes),
    status,
  );
  root.append(heading(model, say(model, "brief-desk")), element("div", { className: "dl-side-by-side" }, writing, report.box), both.box);
  keepKeys(root);
  const lookNoMore = looksAgain(root, post);
  const watched = { "change:rows": follow, "change:report": report.show, "change:drafts": drafts.show, "change:compared": both.show };
  Object.entries(watched).forEach(([event, act]) => model.on(event, act));
  el.append(root);
  follow();
  report.show();
  return () => {
    lookNoMore();
    post.close(); // sends what is typed
    desk.stop();
    Object.entries(watched).forEach(([event, act]) => model.off(event, act));
  };
}

export default { render };
