// Highlights of the claims: each kind has a colour and a line of its own, which the legend shows.

const SIGNS = 8; // kinds with a look of their own; after these they begin again

function claimMarks(model, texts) {
  const kinds = model.get("choices").kind;
  const lookOf = (kind) => (kinds.includes(kind) ? `dl-kind-${kinds.indexOf(kind) % SIGNS}` : "dl-kind-none");
  const entries = [["dl-kind-none", say(model, "kind-none")], ...kinds.map((kind) => [lookOf(kind), kind])];
  const samples = entries.map(([look, name]) =>
    element("li", {}, element("span", { className: `dl-sample ${look}`, textContent: name })),
  );
  const legend = element("ul", { className: "dl-legend" }, ...samples);
  legend.setAttribute("aria-label", say(model, "legend"));

  // `waiting` are places of claims that are not saved yet, `open` is that of the claim being changed.
  const show = (rows, waiting, open) => {
    for (const look of new Set(entries.map(([each]) => each))) {
      const alike = rows.filter((row) => lookOf(row.kind) === look);
      texts.paint(look, alike.map(texts.placeOf).filter(Boolean));
    }
    texts.paint("dl-waiting", waiting, 1);
    texts.paint("dl-open", open ? [open] : [], 2);
  };
  return { legend, lookOf, show };
}
