// The source reader: choose words of the reports, record them as claims, and say what each claim is.

// Claims that are sent and not yet saved stay in sight until they are.
function outbox(model, post, onChange) {
  let entries = [];
  const keep = (next) => {
    entries = next;
    onChange();
  };
  const drop = (entry) => keep(entries.filter((each) => each !== entry));
  const send = (entry) => {
    entry.state = "saving";
    if (!entries.includes(entry)) entries.push(entry);
    post.send({ do: "add", ...entry.place, about: entry.about }, (answer) => {
      if (answer && (answer.ok || !answer.again)) return drop(entry);
      entry.state = answer ? "refused" : "late";
      onChange();
    });
    onChange();
  };
  const isSaved = (entry, places) => places.some((place) => samePlace(place, entry.place));
  return { send, drop, waiting: (places) => entries.filter((entry) => !isSaved(entry, places)) };
}

const samePlace = (one, other) => ["source", "paragraph", "start", "end"].every((name) => one[name] === other[name]);

function render({ model, el }) {
  const root = element("div", { className: "dl-desk dl-claims" });
  const status = statusLine();
  const post = courier(model, status, () => show(), () => form.hasUnsent());
  const texts = reportText(model, (place) => choose(place));
  const marks = claimMarks(model, texts);
  const form = claimForm(model, texts, post.send, () => recordIt());
  const sent = outbox(model, post, () => show());
  const view = reportChooser(model, (ids) => showReports(ids));
  const find = finder(model, texts);
  let goBack = null; // where Escape leads from the text: to the row one came from
  let pointed = null; // the row whose place was gone to

  const act = {
    open(row) {
      open(row);
      form.focus();
    },
    go(row) {
      view.reveal(row.source);
      pointed = row;
      show();
      texts.goTo(texts.placeOf(row), false);
      goBack = () => list.focusRow(row);
      post.tell(say(model, "went-to"), "hint");
    },
    remove: (row) => post.send({ do: "remove", ...row }),
    again: (entry) => sent.send(entry),
    discard: (entry) => sent.drop(entry),
  };
  const list = claimList(model, act, marks.lookOf, texts.placeOf);
  const places = () => model.get("rows").map(texts.placeOf);
  const rowAt = (test) => {
    const rows = model.get("rows");
    const hits = places().flatMap((place, at) => (place && test(place) ? [[place, rows[at]]] : []));
    return hits.sort(([a], [b]) => a.end - a.start - (b.end - b.start))[0]?.[1];
  };
  const rowAround = ({ source, paragraph, start, end }) =>
    rowAt((place) => place.source === source && place.paragraph === paragraph && place.start <= start && end <= place.end);

  function choose(place) {
    const isOther = Boolean(form.open() || pointed);
    if (place) goBack = pointed = null;
    form.choose(place);
    if (place) post.tell(say(model, "selected", { ...place, text: shortened(texts.wordsAt(place)) }), "chosen");
    if (isOther) show();
    else refine(); // while the mouse is drawn over words there is no time for more
  }
  function open(row) {
    pointed = null;
    form.change(row);
    show();
    post.tell(say(model, "claim-opened", { text: shortened(row.exact) }), "chosen");
  }
  function close() {
    form.close();
    show();
  }
  const recordIt = () => {
    const place = form.chosen();
    if (!place) return post.tell(say(model, "nothing-selected"), "hint");
    const recorded = rowAt((each) => samePlace(each, place));
    if (recorded) return act.open(recorded);
    const entry = { place, words: texts.wordsAt(place), about: form.about() };
    form.taken();
    texts.picker.value = "";
    sent.send(entry);
  };
  const record = button(say(model, "record"), "", recordIt);
  const undo = undoButton(model, post);
  const remove = button(say(model, "remove-this"), "", () => act.remove(form.open()));
  const toRow = button(say(model, "go-to-row"), "", () => list.focusRow(form.open()));
  const toText = button(say(model, "go-to-text"), "", () => act.go(form.open()));
  const done = button(say(model, "form-done"), "", () => {
    list.focusRow(form.open());
    close();
  });
  const tools = element("div", { className: "dl-tools" }, record, remove, toText, toRow, done, undo);
  form.box.append(tools, labelled(say(model, "sentence"), texts.picker));

  function refine() {
    const row = form.open();
    const here = document.activeElement;
    texts.paint("dl-chosen", form.chosen() ? [form.chosen()] : [], 5);
    record.hidden = Boolean(row);
    [remove, toText, toRow, done].forEach((each) => (each.hidden = !row));
    able(toText, Boolean(row && texts.placeOf(row)));
    if (form.box.contains(here) && here.closest("[hidden]")) (row ? done : record).focus(); // keys stay in the desk
  }
  function showReports(ids) {
    texts.showOnly(ids);
    find.search();
    if (form.chosen() && !ids.has(form.chosen().source)) choose(null);
    else show();
  }
  function show() {
    const all = model.get("rows");
    const saved = all.map(texts.placeOf);
    const known = view.known();
    const reports = new Set(model.get("reports").map(({ id }) => id));
    const rows = all.filter(({ source }) => known.has(source) || !reports.has(source));
    const opened = form.open() && all.find((row) => identity(row) === identity(form.open()));
    if (opened && !rows.includes(opened)) form.close();
    else if (form.open()) form.follow(opened);
    const waiting = sent.waiting(saved.filter(Boolean));
    const row = form.open() ?? pointed;
    list.show(rows, waiting, row && identity(row));
    marks.show(rows, waiting.map(({ place }) => place), row && texts.placeOf(row));
    refine();
  }
  const onKey = (event) => {
    if (event.isComposing) return;
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (isUndo) undo.click();
    else if (event.key === "Escape" && goBack) goBack();
    else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.altKey) enter();
    else return;
    event.preventDefault();
  };
  // Enter records what is selected, or opens the claim in which the caret or the selection stands.
  function enter() {
    const caret = texts.current();
    const row = caret && !form.chosen() ? rowAround(caret) : null;
    if (row) act.open(row);
    else recordIt();
  }
  const onClick = () => {
    const caret = texts.current();
    const row = caret && caret.start === caret.end ? rowAround(caret) : null;
    if (row) open(row);
  };
  texts.box.addEventListener("keydown", onKey);
  texts.box.addEventListener("click", onClick);
  form.box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && form.open()) done.click();
  });
  const follow = () => view.show(); // the words of the date control count the claims
  const help = element("p", { className: "dl-help", textContent: say(model, "reader-help") });
  root.append(
    element("div", { className: "dl-tools" }, ...view.nodes),
    view.told,
    element("div", { className: "dl-tools" }, ...find.nodes),
    help,
    texts.box,
    marks.legend,
    form.box,
    status,
    ...list.nodes,
  );
  keepKeys(root);
  post.flushes(form.settle);
  const lookNoMore = looksAgain(root, post);
  model.on("change:rows", follow);
  el.append(root);
  follow();
  return () => {
    lookNoMore();
    post.close(); // sends what is typed
    form.settle();
    texts.stop();
    view.stop();
    model.off("change:rows", follow);
  };
}

export default { render };
