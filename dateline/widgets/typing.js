// Text that is typed counts as not saved until it is sent: when one goes on, when one rests, or when one leaves.

const RESTING = 900; // ms without a key

// Calls `send` when the field or the page is left and when no key was pressed for a while; returns what ends
// the waiting.
function whenTyped(input, post, send) {
  let timer = null;
  const rest = () => {
    clearTimeout(timer);
    timer = null;
  };
  const go = () => {
    rest();
    post.typed(input);
    send();
  };
  input.addEventListener("input", () => {
    rest();
    timer = setTimeout(go, RESTING);
    post.typing(input);
  });
  input.addEventListener("change", go);
  post.flushes(() => timer !== null && go());
  return rest;
}
