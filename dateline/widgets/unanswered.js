// Changes that Python has not answered in time stay with the page until they are answered: the kernel may have
// died, or the page been loaded anew. When the cell is run again, its widget sends them once more.
function unansweredChanges(model) {
  const place = `dateline ${model.get("home")}`;
  const all = () => {
    try {
      return JSON.parse(sessionStorage.getItem(place)) ?? [];
    } catch {
      return []; // a browser that keeps nothing has nothing to send again
    }
  };
  const keep = (changes) => {
    try {
      sessionStorage.setItem(place, JSON.stringify(changes));
    } catch {
      // no room there: the page still says that nothing is saved yet
    }
  };
  const put = (re, change) => {
    if (!model.get("home") || change.do === "undo") return; // what an undo takes back died with the kernel
    keep([...all().filter((each) => each.re !== re), { re, change }]);
  };
  const drop = (re) => {
    const changes = all();
    const left = changes.filter((each) => each.re !== re);
    if (left.length < changes.length) keep(left);
  };
  const empty = () => {
    const changes = all();
    if (changes.length) keep([]);
    return changes;
  };
  return { put, drop, empty };
}
