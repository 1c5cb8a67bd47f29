// What is to be done before a page is left: closed, loaded anew, hidden behind another, or taken out of the notebook.

const LEAVING = [
  [window, "blur"],
  [window, "beforeunload"],
  [window, "pagehide"],
  [document, "visibilitychange"],
];

// Each act given to `before` is called, then `last`; `close` does so once more and listens no longer.
function whenLeft(last) {
  const acts = [];
  const leave = () => {
    acts.forEach((act) => act());
    last();
  };
  LEAVING.forEach(([place, event]) => place.addEventListener(event, leave));
  return {
    before: (act) => acts.push(act),
    close() {
      LEAVING.forEach(([place, event]) => place.removeEventListener(event, leave));
      leave();
    },
  };
}
