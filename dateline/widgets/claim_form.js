// What is said of a claim: of the words just chosen, or of a claim recorded before, whose fields are saved as they change.

const TYPING = 500; // ms without a key before a field is saved
const FIELDS = ["kind", "speaker", "attribution", "status", "hedge"];
let lists = 0; // each form has a list of speakers of its own

// Where two spans share most, the shorter one first.
function nearest(hints, place) {
  const shared = ([start, end]) => Math.min(end, place.end) - Math.max(start, place.start);
  const near = hints.filter((hint) => shared(hint) > 0);
  return near.sort((a, b) => shared(b) - shared(a) || a[1] - a[0] - (b[1] - b[0]))[0];
}

// What the readers suggest for words of a report: the hedge of a figure, and who says so by the sentence.
function suggested(model, place) {
  const report = model.get("reports").find(({ id }) => id === place.source);
  const { hedges, voices } = report.paragraphs.find(({ number }) => number === place.paragraph).hints;
  const [, , hedge = ""] = nearest(hedges, place) ?? [];
  const [, , speaker = "", attribution = ""] = nearest(voices, place) ?? [];
  return { hedge, speaker, attribution };
}

function fieldControl(model, name, id) {
  const { speaker, ...closed } = model.get("choices");
  if (name in closed) return choice([["", say(model, "field-blank")], ...closed[name].map((each) => [each, each])], "", () => {});
  const input = element("input", { type: "text", size: 22, maxLength: 300, autocomplete: "off" });
  if (name !== "speaker") return input;
  const list = element("datalist", { id }, ...speaker.map((each) => element("option", { value: each })));
  input.setAttribute("list", id);
  input.list_ = list;
  return input;
}

// One field with its label and a note that says "suggested", "not saved yet" or nothing.
function claimField(model, name, onTyped) {
  const id = `dl-speakers-${++lists}`;
  const control = fieldControl(model, name, id);
  const note = element("small", { id: `${id}-note` });
  control.setAttribute("aria-describedby", note.id);
  const node = element("div", { className: "dl-field" }, labelled(say(model, `field-${name}`), control), note);
  if (control.list_) node.append(control.list_);
  let timer = null;
  const tell = (isNow) => {
    clearTimeout(timer);
    timer = isNow ? null : setTimeout(() => tell(true), TYPING);
    if (isNow) onTyped(name, control.value);
  };
  const isPending = () => timer !== null;
  control.addEventListener("input", () => {
    field.state = "typed";
    note.textContent = "";
    tell(control.tagName === "SELECT");
  });
  control.addEventListener("change", () => isPending() && tell(true));
  const field = {
    node,
    control,
    state: "", // "suggested", "typed" or "sent": what is still to be saved is not overwritten
    note: () => note.textContent,
    isPending,
    flush: () => isPending() && tell(true),
    drop() {
      clearTimeout(timer);
      timer = null;
    },
    put(value, state = "", words = "") {
      if (control.tagName === "SELECT" && value && ![...control.options].some((each) => each.value === value)) {
        control.append(element("option", { value, textContent: value })); // a word typed by hand is kept
      }
      if (control.value !== value) control.value = value;
      field.state = state;
      note.textContent = words;
    },
  };
  return field;
}

// `send` takes a change to Python; `onEnter` is called when a new claim is to be recorded.
function claimForm(model, texts, send, onEnter) {
  const title = element("legend");
  const quote = element("p", { className: "dl-quote" });
  const fields = Object.fromEntries(FIELDS.map((name) => [name, claimField(model, name, (...told) => typed(...told))]));
  const every = Object.values(fields);
  const row = element("div", { className: "dl-fields" }, ...every.map(({ node }) => node));
  const box = element("fieldset", { className: "dl-form" }, title, quote, row);
  let open = null; // the recorded claim that is being changed
  let chosen = null; // the place of the words that are to become one
  const unsaved = new Map(); // what was changed and is not known to be saved, also of claims closed since

  function typed(name, value) {
    if (!open) return;
    const key = `${name} ${identity(open)}`;
    unsaved.set(key, { value, note: "" });
    fields[name].state = "sent";
    send({ do: "edit", ...open, field: name, value }, (answer) => {
      if (unsaved.get(key)?.value !== value) return; // something newer is on its way
      if (answer?.ok) unsaved.delete(key);
      else unsaved.set(key, { value, note: say(model, "field-not-saved") });
      if (open && key === `${name} ${identity(open)}` && fields[name].control.value === value) put(name, value);
    });
  }
  // A field as it is saved, unless there is something newer that is not.
  const put = (name, saved) => {
    const newer = unsaved.get(`${name} ${identity(open)}`);
    if (newer) fields[name].put(newer.value, "sent", newer.note);
    else fields[name].put(saved ?? "");
  };
  const quoted = () => {
    if (open) return say(model, "claim", { ...open, text: open.exact });
    return chosen ? say(model, "claim", { ...chosen, text: texts.wordsAt(chosen) }) : say(model, "nothing-selected");
  };
  const describe = () => {
    title.textContent = say(model, open ? "form-change" : "form-new");
    quote.textContent = quoted();
    box.dataset.mode = open ? "change" : "new";
  };
  const settle = () => every.forEach((field) => (open ? field.flush() : field.drop()));
  const clear = () => every.forEach((field) => field.put(""));
  let draft = null; // a new claim that was begun and laid aside while another is changed
  const layAside = () => {
    draft = { chosen, told: every.map(({ control, state, note }) => [control.value, state, note()]) };
  };
  const takeUp = () => {
    chosen = draft?.chosen ?? null;
    every.forEach((field, at) => field.put(...(draft?.told[at] ?? [""])));
    draft = null;
  };

  // Suggestions fill only what nobody has written in.
  const choose = (place) => {
    if (open && place) close();
    chosen = open ? null : place;
    if (!open) {
      const hints = place ? suggested(model, place) : {};
      every.forEach((field, at) => {
        if (field.state === "typed") return;
        const value = hints[FIELDS[at]] ?? "";
        field.put(value, value && "suggested", value && say(model, "field-suggested"));
      });
    }
    describe();
  };
  const about = () => Object.fromEntries(FIELDS.map((name) => [name, fields[name].control.value]));
  const taken = () => {
    settle();
    chosen = null;
    clear();
    describe();
  };
  const change = (claim) => {
    settle();
    if (!open) layAside();
    open = claim;
    chosen = null;
    FIELDS.forEach((name) => put(name, claim[name]));
    describe();
  };
  function close() {
    settle();
    open = null;
    takeUp();
    describe();
  }
  // The claim as Python has it now, or undefined when it is gone; what is still being typed or sent stays.
  const follow = (claim) => {
    if (!claim) {
      every.forEach((field) => field.drop());
      return close();
    }
    open = claim;
    FIELDS.filter((name) => fields[name].state !== "typed").forEach((name) => put(name, claim[name]));
  };
  // Enter in a field says that it is whole: what is not saved is sent, and a new claim recorded.
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    if (!open) return onEnter();
    FIELDS.filter((name) => fields[name].state).forEach((name) => {
      fields[name].drop();
      typed(name, fields[name].control.value);
    });
  });
  describe();
  return {
    box,
    choose,
    taken,
    change,
    close,
    follow,
    about,
    open: () => open,
    chosen: () => chosen,
    focus: () => fields.kind.control.focus(),
    hasUnsent: () => Boolean(open) && every.some((field) => field.isPending()),
    settle,
  };
}
