// Text that is typed counts as not saved until it is sent: when one goes on, or when one rests.

const RESTING = 900; // ms without a key

// Calls `send` when the field is left and when no key was pressed for a while; returns what ends the waiting.
function whenTyped(input, post, send) {
  let timer = null;
  const go = () => {
    clearTimeout(timer);
    post.typed(input);
    send();
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(go, RESTING);
    post.typing(input);
  });
  input.addEventListener("change", go);
  return () => clearTimeout(timer);
}
