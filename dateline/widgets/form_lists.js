// The fields of a form that hold several things: boxes to tick, an order, rows.
// Each returns {node, fill}; `page.send` tells Python, which alone decides what the form holds.

// Boxes to tick, in the order of the form.
function tickBoxes(page, form, path, label) {
  const boxes = form.choices.map(([value, text]) => {
    const box = element("input", { type: "checkbox", value: String(value) });
    box.addEventListener("change", () => {
      const ticked = boxes.filter(({ box: each }) => each.checked).map(({ box: each }) => each.value);
      page.send({ do: "set", path, value: ticked }, node);
    });
    return { box, node: element("label", { className: "dl-tick" }, box, element("span", { textContent: text })) };
  });
  const node = fieldGroup(label, "dl-ticks", ...boxes.map((each) => each.node));
  const fill = (held) => {
    if (!page.mayFill(node)) return; // boxes ticked since are not told yet
    boxes.forEach(({ box }) => (box.checked = (held ?? []).map(String).includes(box.value)));
  };
  return { node, fill };
}

// What the order holds, always as groups: ["g", ["c", "i"]] is [["g"], ["c", "i"]].
function groupsOf(held) {
  return (held ?? []).map((each) => (Array.isArray(each) ? each : [each]));
}

// The groups after one item is moved up (-1) or down (+1): past its neighbour, out of what it stood beside.
function moved(groups, item, by) {
  const at = groups.findIndex((each) => each.includes(item));
  const rest = groups[at].filter((each) => each !== item);
  const others = groups.map((each, number) => (number === at ? rest : each));
  const target = rest.length ? (by < 0 ? at : at + 1) : at + by;
  const without = rest.length ? others : others.filter((_, number) => number !== at);
  return [...without.slice(0, target), [item], ...without.slice(target)];
}

function without(groups, item) {
  return groups.map((each) => each.filter((one) => one !== item)).filter((each) => each.length);
}

// The groups after an item is put beside the one above it, or apart from it again.
function tied(groups, item) {
  const at = groups.findIndex((each) => each.includes(item));
  const inside = groups[at].indexOf(item);
  if (inside > 0) {
    return [...groups.slice(0, at), groups[at].slice(0, inside), groups[at].slice(inside), ...groups.slice(at + 1)];
  }
  return [...groups.slice(0, at - 1), [...groups[at - 1], ...groups[at]], ...groups.slice(at + 1)];
}

// A button of an order, known by what it does and to which thing, so that the focus finds it again.
function orderButton(page, act, shown, key, item, change) {
  const made = button(shown, say(page.model, key, { item }), change);
  made.dataset.act = act;
  return made;
}

// One thing that is placed, with what can be done to it; `put` takes the groups as they are to be.
function orderItem(page, groups, value, text, put) {
  const flat = groups.flat();
  const beside = groups.some((each) => each.indexOf(value) > 0);
  const tool = (name, shown, key, change) =>
    orderButton(page, `${name} ${value}`, shown, key, text, () => put(change()));
  const up = tool("up", "↑", "form-up", () => moved(groups, value, -1));
  const down = tool("down", "↓", "form-down", () => moved(groups, value, 1));
  const tie = tool("tie", "=", "form-tie-of", () => tied(groups, value));
  const out = tool("out", "✕", "form-out", () => without(groups, value));
  tie.setAttribute("aria-pressed", String(beside));
  tie.title = say(page.model, "form-tie");
  up.disabled = tie.disabled = value === flat[0];
  down.disabled = value === flat.at(-1);
  const rank = groups.findIndex((each) => each.includes(value)) + 1;
  const words = element("span", { textContent: beside ? `= ${text}` : text });
  return element("li", { value: rank }, words, element("span", { className: "dl-tools" }, up, down, tie, out));
}

// Things to put into an order: press them one by one, then move them up or down.
function orderList(page, form, path, label) {
  const { model } = page;
  const placed = element("ol", { className: "dl-placed" });
  const signs = element("p", { textContent: say(model, "form-signs") });
  const nothing = element("p", { textContent: say(model, "form-nothing-placed") });
  const hint = element("p", { textContent: say(model, "form-not-placed") });
  const left = element("div", { className: "dl-tools" });
  const node = fieldGroup(label, "dl-order", placed, signs, nothing, hint, left);
  const words = new Map(form.choices);
  // Drawn at once, so that the next press goes on from here and not from what Python knew before.
  const put = (groups) => {
    draw(groups);
    page.send({ do: "set", path, value: groups }, node);
  };
  const draw = (groups) => {
    const focused = node.contains(document.activeElement) ? document.activeElement.dataset.act : null;
    const flat = groups.flat();
    const rest = form.choices.filter(([value]) => !flat.includes(value));
    placed.replaceChildren(
      ...flat.map((value) => orderItem(page, groups, value, words.get(value) ?? String(value), put)),
    );
    left.replaceChildren(
      ...rest.map(([value, text]) =>
        orderButton(page, `put ${value}`, text, "form-place", text, () => put([...groups, [value]])),
      ),
    );
    nothing.hidden = flat.length > 0;
    signs.hidden = flat.length < 2;
    hint.hidden = rest.length === 0;
    if (focused) refocus(node, focused);
  };
  const fill = (held) => page.mayFill(node) && draw(groupsOf(held));
  return { node, fill };
}

// Buttons are drawn anew: put the focus back on the same one, or on the nearest that can be pressed.
function refocus(node, act) {
  const [name, ...rest] = act.split(" ");
  const same = node.querySelector(`[data-act="${CSS.escape(act)}"]:not(:disabled)`);
  const other = { up: "down", down: "up" }[name];
  const near = other && node.querySelector(`[data-act="${CSS.escape(`${other} ${rest.join(" ")}`)}"]:not(:disabled)`);
  (same ?? near ?? node.querySelector('[data-act^="put "]') ?? node.querySelector("button:not(:disabled)"))?.focus();
}

// Rows of like fields; the last one goes when there are fewer, and the others are filled again.
function rowList(page, form, path, label) {
  const { model } = page;
  const rows = [];
  const body = element("div", { className: "dl-rows" });
  const [inner] = form.fields;
  const named = (key, blanks = {}) => say(model, label.text ? `${key}-to`.replace("remove-to", "remove-from") : key, blanks);
  const add = button(say(model, "form-add"), named("form-add", { part: label.text }), () => {
    page.send({ do: "add", path }, null, () => rows.at(-1)?.node);
  });
  add.hidden = form.size > 0;
  const made = (number) => {
    const part = say(model, "form-row", { row: number + 1 });
    const text = label.text ? `${label.text}, ${part}` : part;
    const title = { text, shown: part, small: true, inRow: text };
    const field = fieldOf(page, inner, [...path, number], title);
    if (form.size) return field;
    const blanks = { row: number + 1, part: label.text };
    const remove = button(say(model, "remove"), named("form-remove", blanks), () => {
      page.send({ do: "remove", path, row: number }, null, () => (rows[number] ?? rows.at(-1))?.node ?? add);
    });
    return { node: element("div", { className: "dl-row" }, field.node, remove), fill: field.fill };
  };
  const fill = (held) => {
    while (rows.length < held.length) {
      rows.push(made(rows.length));
      body.append(rows.at(-1).node);
    }
    while (rows.length > held.length) rows.pop().node.remove();
    held.forEach((each, number) => rows[number].fill(each));
  };
  const content = [body, element("div", { className: "dl-tools" }, add)];
  const node = label.text ? fieldGroup(label, "dl-list", ...content) : element("div", { className: "dl-list" }, ...content);
  return { node, fill };
}
