// Reports in which words are selected and recorded as claims.

function render({ model, el }) {
  const root = element("div", { className: "dl-desk dl-claims" });
  const status = statusLine();
  const post = courier(model, status);
  let chosen = null;

  const record = button(say(model, "record"), "", () => {
    if (chosen) post.send({ do: "add", ...chosen });
    else post.tell(say(model, "nothing-selected"), "hint");
  });
  const undo = undoButton(model, post);
  const texts = reportText(model, (place) => {
    chosen = place;
    texts.paint("dl-chosen", place ? [place] : [], 1);
    if (place) post.tell(say(model, "selected", { ...place, text: texts.wordsAt(place) }), "chosen");
  });
  const tools = element("div", { className: "dl-tools" }, record, undo, texts.picker);
  const list = element("ol", { className: "dl-recorded" });
  const count = heading(model, "");
  root.append(tools, status, texts.box, count, list);
  keepKeys(root);
  texts.box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    record.click();
  });

  const show = () => {
    const rows = model.get("rows");
    count.textContent = say(model, "claims-recorded", { count: rows.length });
    list.replaceChildren(...rows.map((row) => claimItem(model, row, post)));
    texts.paint("dl-claim", rows.map(texts.placeOf).filter(Boolean));
  };
  model.on("change:rows", show);
  el.append(root);
  show();
  return () => {
    texts.stop();
    model.off("change:rows", show);
    post.close();
  };
}

function claimItem(model, row, post) {
  const place = { ...row, text: row.exact };
  const remove = button(say(model, "remove"), say(model, "remove-claim", place), () => post.send({ do: "remove", ...row }));
  return element("li", {}, element("span", { textContent: `${say(model, "claim", place)} ` }), remove);
}

export default { render };
