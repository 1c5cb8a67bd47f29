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
// the page holds more than it has sent, nothing is called saved. What was left unanswered is sent once more.
// Each change has its turn: a kernel may be handed them in another order.
function courier(model, status, onSettled = () => {}, hasUnsent = () => false) {
  const view = Math.random().toString(36).slice(2);
  let turn = 0;
  let count = 0; // of all changes, also those that no kernel was there for
  let before = []; // what was told before something was typed
  const waiting = new Map();
  const late = new Set();
  const inUse = new Set(); // fields that hold more than was sent
  const unanswered = unansweredChanges(model);
  const tell = (text = "", state = "") => {
    status.textContent = text;
    status.dataset.state = state;
  };
  const tellTyping = () => tell(say(model, "typing"), "typing");
  const tellLate = () => tell(say(model, "late"), "late");
  const tellSaved = (kept) => {
    before = [say(model, kept ? "saved" : "noted"), "saved"];
    if (inUse.size) tellTyping();
    else tell(...before);
  };
  const receive = (message) => {
    if (!waiting.has(message?.re)) return;
    const { timer, answered } = waiting.get(message.re);
    clearTimeout(timer);
    waiting.delete(message.re);
    late.delete(message.re);
    unanswered.drop(message.re);
    answered(message);
    if (!message.ok) {
      tell(message.why, "refused");
    } else if (message.told) {
      tell(message.told, "told"); // nothing was saved, and nothing had to be
    } else if (waiting.size === 0 && !hasUnsent()) {
      tellSaved(message.kept);
    }
    if (!message.ok || waiting.size === 0) onSettled();
  };
  model.on("msg:custom", receive);
  if (model.get("notice")) tell(model.get("notice"), "refused");
  const post = (message) => {
    try {
      model.send(message);
      return true;
    } catch (fault) {
      console.warn(fault); // the kernel is gone: what the page says when no answer comes is true
      return false;
    }
  };
  const send = (change, answered = () => {}, re = `${view}-${++count}`) => {
    tell(say(model, "saving"), "saving");
    if (late.size) unanswered.put(re, change);
    const beLate = () => {
      late.add(re);
      unanswered.put(re, change);
      tellLate();
      answered(null);
    };
    waiting.set(re, { timer: setTimeout(beLate, PATIENCE), change, answered });
    turn += 1;
    if (!post({ ...change, re, view, turn })) turn -= 1;
  };
  const sendingAgain = setTimeout(() => unanswered.empty().forEach(({ re, change }) => send(change, undefined, re))); // once drawn
  const leaving = whenLeft(() => {
    for (const [re, { change }] of waiting) unanswered.put(re, change); // the answer may find nobody
  });
  return {
    tell,
    tellLate,
    isWaiting: () => waiting.size > 0,
    isLate: () => late.size > 0,
    send,
    // What is typed and not sent yet is sent by `flush` before the page is left.
    flushes: leaving.before,
    // Another notebook may have saved something since this desk was looked at; what is typed here stays.
    look: () => waiting.size === 0 && inUse.size === 0 && !hasUnsent() && post({ do: "look" }),
    typing(field) {
      if (inUse.size === 0) before = [status.textContent, status.dataset.state];
      inUse.add(field);
      if (status.dataset.state !== "typing") tellTyping();
    },
    typed(field) {
      inUse.delete(field);
      if (inUse.size === 0 && status.dataset.state === "typing") tell(...before);
    },
    close() {
      clearTimeout(sendingAgain);
      leaving.close();
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
  made.addEventListener("click", (event) => made.isOff || act(event));
  return made;
}

// A button that can do nothing now is grey but stays: one that is disabled loses the focus, and the next key would
// go to the notebook.
function able(made, isAble) {
  made.isOff = !isAble;
  made.setAttribute("aria-disabled", String(!isAble));
}

// Asks for what was saved elsewhere whenever one comes back to the desk: by key, by mouse, or from another window.
function looksAgain(root, post) {
  const look = () => document.visibilityState === "visible" && root.isConnected && post.look();
  root.addEventListener("pointerenter", look);
  root.addEventListener("focusin", (event) => root.contains(event.relatedTarget) || look());
  document.addEventListener("visibilitychange", look);
  return () => document.removeEventListener("visibilitychange", look);
}

// Takes back the last change; grey while there is none, and then it says so.
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
