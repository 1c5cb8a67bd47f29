// A form drawn from its fields: every change is sent at once, and a field in use is never overwritten.

// Several fields under one name, which a screen reader speaks before each of them.
function fieldGroup(label, className, ...children) {
  const legend = element("legend", {}, ...labelParts(label));
  return element("fieldset", { className: `dl-group ${className}` }, legend, ...children);
}

function labelParts(label) {
  const name = element("span", { className: label.small ? "" : "dl-name", textContent: label.shown ?? label.text });
  const colon = label.text.length > 2 ? ":" : ""; // an id alone needs none
  const help = element("span", { className: "dl-help", textContent: `${colon} ${label.help}` });
  return label.help ? [name, help] : [name];
}

function control(model, form) {
  if (form.takes === "one") {
    const blank = ["", say(model, "form-blank")];
    return choice([blank, ...form.choices.map(([value, text]) => [String(value), text])], "", () => {});
  }
  if (form.takes === "long") return element("textarea", { rows: form.name === "brief" ? 18 : 2 });
  const size = { number: 7, date: 18 }[form.takes] ?? 24;
  return element("input", { type: "text", size, autocomplete: "off", spellcheck: form.takes === "text" });
}

// One value: chosen, or typed and sent when one goes on. Doubts stand beside it.
function leaf(page, form, path, label) {
  const input = control(page.model, form);
  const doubt = element("span", { className: "dl-doubt", id: `dl-doubt-${++page.count}-${page.id}` });
  const key = JSON.stringify(path);
  input.dataset.path = path.join("/");
  let last = "";
  const send = () => {
    if (input.value !== last) page.send({ do: "set", path, value: (last = input.value) }, input);
  };
  input.setAttribute("aria-describedby", doubt.id);
  if (label.inRow) input.setAttribute("aria-label", label.inRow);
  if (form.takes === "one") input.addEventListener("change", send);
  else page.closing.push(whenTyped(input, page.post, send));
  const named = element("label", { className: "dl-labelled" }, element("span", {}, ...labelParts(label)), input);
  const node = element("div", { className: `dl-field dl-takes-${form.takes}` }, named, doubt);
  const fill = (held) => {
    const value = held === null || held === undefined ? "" : String(held);
    if (form.takes === "one" && value && ![...input.options].some((each) => each.value === value)) {
      input.append(element("option", { value, textContent: value }));
    }
    if (page.mayFill(input)) {
      last = value;
      if (input.value !== value) input.value = value;
    }
    const why = page.doubts.get(key) ?? "";
    if (doubt.textContent !== why) doubt.textContent = why;
    input.setAttribute("aria-invalid", String(Boolean(why)));
  };
  return { node, fill };
}

function partsOf(page, form, path, label) {
  const fields = form.fields.map((each) => [each.name, fieldOf(page, each, [...path, each.name], labelOf(each, label))]);
  const nodes = fields.map(([, field]) => field.node);
  const flat = form.fields.every((each) => !["parts", "list", "order", "several"].includes(each.takes));
  const box = element("div", { className: flat ? "dl-fields" : "dl-groups" }, ...nodes);
  const node = label.text ? fieldGroup(label, "dl-parts", box) : box;
  return { node, fill: (held) => fields.forEach(([name, field]) => field.fill(held[name])) };
}

// The words of a field; in a row its name alone would be spoken alike for every row.
function labelOf(form, outer) {
  const label = { text: form.label, help: form.help };
  if (outer.text) label.inRow = `${form.label}, ${outer.text}`;
  return label;
}

function fieldOf(page, form, path, label) {
  const made = { parts: partsOf, list: rowList, order: orderList, several: tickBoxes }[form.takes] ?? leaf;
  return made(page, form, path, label);
}

// What the fields need of the page around them; `show` fills them all again.
function pageOf(model, post, show) {
  const unsettled = new Map();
  const id = Math.random().toString(36).slice(2);
  const page = { model, post, count: 0, id, doubts: new Map(), closing: [] };
  let underWay = 0;
  // What was changed stays until its own change is answered, and stays longer where it could not be saved.
  page.send = (change, input = null, focusIn = null) => {
    if (input) unsettled.set(input, (unsettled.get(input) ?? 0) + 1);
    underWay += 1;
    post.send(change, (message) => {
      if (!message) return; // late: it may still come
      underWay -= 1;
      const left = (unsettled.get(input) ?? 1) - 1;
      if (input) message.ok && left === 0 ? unsettled.delete(input) : unsettled.set(input, left);
      if (underWay === 0) show();
      if (message.ok) focusOn(focusIn?.());
    });
  };
  page.mayFill = (input) => !unsettled.has(input) && input !== document.activeElement;
  page.close = () => page.closing.forEach((stop) => stop());
  return page;
}

function focusOn(into) {
  (into?.matches("button") ? into : into?.querySelector("input, select, textarea"))?.focus();
}

function render({ model, el }) {
  const root = element("div", { className: "dl-desk dl-form" });
  const status = statusLine();
  const post = courier(model, status);
  const page = pageOf(model, post, () => show());
  const title = say(model, "form", { id: model.get("exercise"), title: model.get("title") });
  const form = model.get("form");
  const top = form.takes === "several" ? say(model, "form-tick") : form.label;
  const whole = fieldOf(page, form, [], { text: top });
  const filled = element("p", { className: "dl-filled" });
  const after = element("p", { textContent: say(model, "form-check") });
  const tools = element("div", { className: "dl-tools" }, undoButton(model, page));
  root.append(heading(model, title), whole.node, filled, tools, status, after);
  keepKeys(root);
  const lookNoMore = looksAgain(root, post);

  const show = () => {
    page.doubts = new Map(model.get("doubts").map(({ path, why }) => [JSON.stringify(path), why]));
    const [row] = model.get("rows");
    if (row) whole.fill(row.held);
    const [count, of] = model.get("filled");
    filled.textContent = say(model, "form-filled", { count, of });
  };
  const kinds = ["rows", "doubts", "filled"].map((name) => `change:${name}`);
  kinds.forEach((kind) => model.on(kind, show));
  el.append(root);
  show();
  return () => {
    kinds.forEach((kind) => model.off(kind, show));
    lookNoMore();
    post.close(); // sends what is typed
    page.close();
  };
}

export default { render };
