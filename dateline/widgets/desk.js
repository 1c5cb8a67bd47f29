// What all desks share. Each desk's own file follows this one and exports `render`.

const PATIENCE = 2500; // ms without an answer before the page says that nothing is saved yet

function element(tag, properties = {}, ...children) {
  const { dataset, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  Object.assign(made.dataset, dataset ?? {});
  made.append(...children);
  return made;
}

// A sentence of the kit by its key, its {blanks} filled in.
function say(model, key, blanks = {}) {
  return model.get("said")[`widget-${key}`].replace(/\{(\w+)\}/g, (_, name) => blanks[name] ?? "");
}

function heading(model, text) {
  return element(`h${model.get("heading_level")}`, { className: "dl-heading", textContent: text });
}

// JupyterLab acts on single letters (b, x, d d): keep them here, but let Save through.
function keepKeys(root) {
  root.addEventListener("keydown", (event) => {
    const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    if (!saves) event.stopPropagation();
  });
}

// Sends changes to Python and shows what became of them. A late answer is still accepted.
// `onSettled` is called when one is refused and when none is under way any more; while `hasUnsent` says that
// the page holds more than it has sent, nothing is called saved.
function courier(model, status, onSettled = () => {}, hasUnsent = () => false) {
  let count = 0;
  const waiting = new Map();
  const tell = (text, state) => {
    status.textContent = text;
    status.dataset.state = state;
  };
  const receive = (message) => {
    if (!waiting.has(message?.re)) return;
    const { timer, answered } = waiting.get(message.re);
    clearTimeout(timer);
    waiting.delete(message.re);
    answered(message);
    if (!message.ok) {
      tell(message.why, "refused");
    } else if (message.told) {
      tell(message.told, "told"); // nothing was saved, and nothing had to be
    } else if (waiting.size === 0 && !hasUnsent()) {
      tell(say(model, message.kept ? "saved" : "noted"), "saved");
    }
    if (!message.ok || waiting.size === 0) onSettled();
  };
  model.on("msg:custom", receive);
  if (model.get("notice")) tell(model.get("notice"), "refused");
  return {
    tell,
    isWaiting: () => waiting.size > 0,
    send(change, answered = () => {}) {
      const re = `${Date.now()}-${++count}`;
      tell(say(model, "saving"), "saving");
      const beLate = () => {
        tell(say(model, "late"), "late");
        answered(null);
      };
      waiting.set(re, { timer: setTimeout(beLate, PATIENCE), answered });
      try {
        model.send({ ...change, re });
      } catch (fault) {
        console.warn(fault); // the kernel is gone: what the page says when no answer comes is true
      }
    },
    close() {
      waiting.forEach(({ timer }) => clearTimeout(timer));
      model.off("msg:custom", receive);
    },
  };
}

function statusLine() {
  return element("p", { className: "dl-status", role: "status", ariaLive: "polite" });
}

function button(text, label, act) {
  const made = element("button", { type: "button", className: "dl-button", textContent: text });
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

// Takes back the last change; grey while there is none, but still there: a button that is disabled loses the
// focus, and the next key would go to the notebook.
function undoButton(model, post) {
  const made = button(say(model, "undo"), say(model, "undo-label"), () => post.send({ do: "undo" }));
  const follow = () => made.setAttribute("aria-disabled", String(model.get("undoable") === 0));
  model.on("change:undoable", follow);
  follow();
  return made;
}

// A control with its label in words above it.
function labelled(text, control) {
  return element("label", { className: "dl-labelled" }, element("span", { textContent: text }), control);
}

// A list to choose from: `options` are [value, words] pairs.
function choice(options, value, act) {
  const made = element("select", {}, ...options.map(([each, text]) => element("option", { value: each, textContent: text })));
  made.value = value ?? "";
  made.addEventListener("change", () => act(made.value));
  return made;
}
