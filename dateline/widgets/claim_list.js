// The recorded claims in the order of the text: open one, go to its place, remove it.

const identity = (row) => JSON.stringify(["source", "paragraph", "start", "end", "exact"].map((name) => row[name] ?? null));

function claimItem(model, row, act, look, isShown) {
  const place = { ...row, text: row.exact };
  const openIt = button(say(model, "claim", place), "", () => act.open(row));
  openIt.classList.add("dl-claim-open");
  const told = FIELDS.filter((name) => name !== "kind" && row[name]).map((name) => `${say(model, `field-${name}`)}: ${row[name]}`);
  const about = element("span", { className: "dl-about", textContent: told.join(" · ") });
  const sample = element("span", { className: `dl-sample ${look}`, textContent: row.kind ?? say(model, "kind-none") });
  const go = button(say(model, "go-to"), say(model, "go-to-claim", place), () => act.go(row));
  const remove = button(say(model, "remove"), say(model, "remove-claim", place), () => act.remove(row));
  able(go, isShown);
  const why = Number.isInteger(row.start) ? "claim-elsewhere" : "claim-not-found";
  const doubt = isShown ? [] : [element("strong", { textContent: say(model, why) })];
  const tools = element("div", { className: "dl-tools" }, sample, about, ...doubt, go, remove);
  return element("li", { dataset: { claim: identity(row) } }, openIt, tools);
}

// A claim that is not saved: on its way, late, or refused for a reason that may pass.
function waitingItem(model, entry, act) {
  const words = say(model, "claim", { ...entry.place, text: entry.words });
  const item = element("li", { className: "dl-waiting", dataset: { state: entry.state } });
  item.append(element("span", { textContent: `${words} ` }), element("strong", { textContent: say(model, `waiting-${entry.state}`) }));
  if (entry.state === "refused") {
    const again = button(say(model, "try-again"), say(model, "try-again-claim", { text: entry.words }), () => act.again(entry));
    const discard = button(say(model, "discard"), say(model, "discard-claim", { text: entry.words }), () => act.discard(entry));
    item.append(element("span", { className: "dl-tools" }, again, discard));
  }
  return item;
}

function claimList(model, act, lookOf, placeOf) {
  const list = element("ol", { className: "dl-recorded" });
  const count = heading(model, "");
  count.tabIndex = -1;
  let made = new Map(); // items by what they show, so that one that has not changed is not drawn anew

  const itemOf = (row) => {
    const shown = JSON.stringify(row);
    const item = made.get(shown) ?? claimItem(model, row, act, lookOf(row.kind), placeOf(row) !== null);
    return [shown, item];
  };
  // Keys pressed after a removal go to the row that took its place, never to the notebook.
  const withFocus = (change) => {
    const before = document.activeElement;
    if (!list.contains(before)) return change();
    const items = [...list.children];
    const at = items.findIndex((each) => each.contains(before));
    const nth = [...items[at].querySelectorAll("button")].indexOf(before);
    change();
    const same = list.contains(before) ? before : list.children[Math.min(at, list.children.length - 1)]?.querySelectorAll("button")[nth];
    (same ?? count).focus();
  };
  const show = (rows, waiting, open) => {
    const pairs = rows.map(itemOf);
    made = new Map(pairs);
    const drawn = [...pairs.map(([, item]) => item), ...waiting.map((entry) => waitingItem(model, entry, act))];
    withFocus(() => list.replaceChildren(...drawn));
    pairs.forEach(([, item]) => item.toggleAttribute("data-open", item.dataset.claim === open));
    count.textContent = say(model, "claims-recorded", { count: model.get("rows").length });
  };
  const focusRow = (row) => [...list.children].find((each) => each.dataset.claim === identity(row))?.querySelector("button").focus();
  return { nodes: [count, list], show, focusRow };
}
