// A field of the date desk, which shows one expression at a time.

const RESTING = 900; // ms without a key before words are sent, though one is still in their field

// A field of the expression shown. What is typed stays until it is saved, whatever is answered meanwhile, and
// stays to be mended where it was refused. Words are sent as one pauses, a date when it is whole.
function expressionField(model, post, current, { act, words, size, valueOf, pauses }) {
  const input = element("input", { type: "text", size });
  const unsaved = new Map(); // by expression, as are the others
  const underWay = new Map();
  const refused = new Set();
  let resting = 0;
  const send = () => {
    clearTimeout(resting);
    post.typed(input);
    const { id } = current();
    const value = unsaved.get(id);
    if (value === undefined || underWay.get(id) === value) return;
    underWay.set(id, value);
    post.send({ do: act, id, value }, (message) => {
      if (!message || underWay.get(id) !== value) return;
      underWay.delete(id);
      refused[message.ok ? "delete" : "add"](id);
      if (message.ok && unsaved.get(id) === value) unsaved.delete(id);
      show();
    });
  };
  input.addEventListener("input", () => {
    unsaved.set(current().id, input.value);
    post.typing(input);
    clearTimeout(resting);
    if (pauses) resting = setTimeout(send, RESTING);
  });
  input.addEventListener("change", send);
  input.addEventListener("focusout", send);
  post.flushes(() => refused.has(current().id) || send());
  function show() {
    const { id } = current();
    const value = unsaved.get(id) ?? valueOf(current());
    if (input !== document.activeElement && input.value !== value) input.value = value;
    input.setAttribute("aria-invalid", String(refused.has(id)));
  }
  const forget = () => {
    unsaved.delete(current().id);
    refused.delete(current().id);
  };
  return { node: labelled(words, input), show, forget, rest: () => clearTimeout(resting) };
}
