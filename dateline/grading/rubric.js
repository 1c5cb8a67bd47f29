const held = JSON.parse(document.getElementById("data").textContent);
const names = Object.keys(held.questions);
const field = (id) => document.getElementById(id);
let at = 0;
let asked = 0;

const place = (brief) => `dateline remark ${held.book} ${brief.key} ${brief.exercise}`;
for (const brief of held.briefs) {
  try { Object.assign(brief, JSON.parse(localStorage.getItem(place(brief))) ?? {}); } catch { /* nothing kept */ }
}

function show() {
  const brief = held.briefs[at];
  field("who").textContent = `${brief.student} · ${brief.exercise} ${brief.title}`;
  field("brief").textContent = brief.brief;
  field("machine").textContent = `${brief.machine} of ${brief.of}`;
  field("wrong").textContent = "";
  field("points").value = brief.points ?? "";
  field("comment").value = brief.comment;
  for (const name of names) {
    for (const radio of document.getElementsByName(name)) radio.checked = brief.rubric[name] === radio.value;
  }
  const done = held.briefs.filter((each) => names.every((name) => each.rubric[name])).length;
  field("at").textContent = `Brief ${at + 1} of ${held.briefs.length}; all questions answered for ${done}.`;
}

function keep() {
  const brief = held.briefs[at];
  const typed = field("points").value.trim().replace(",", ".");
  const fits = typed === "" || (Number(typed) >= 0 && Number(typed) <= brief.of);
  field("wrong").textContent = fits ? "" : `Not kept: points go from 0 to ${brief.of}.`;
  if (!fits) return false;
  brief.points = typed === "" ? null : typed;
  brief.comment = field("comment").value;
  for (const name of names) {
    const chosen = document.querySelector(`input[name="${name}"]:checked`);
    if (chosen) brief.rubric[name] = chosen.value;
  }
  const { points, comment, rubric } = brief;
  try { localStorage.setItem(place(brief), JSON.stringify({ points, comment, rubric })); } catch { /* no room */ }
  return true;
}

function go(step) {
  if (!keep()) { field("points").focus(); return; }
  at = Math.min(Math.max(at + step, 0), held.briefs.length - 1);
  asked = 0;
  show();
  field("brief").focus();
}

function choose(number) {
  asked = number;
  field(`q-${names[asked]}`).querySelector("input").focus();
}

function answer(step) {
  document.querySelector(`input[name="${names[asked]}"][value="${step}"]`).checked = true;
  keep();
  show();
  if (asked < names.length - 1) choose(asked + 1);
}

function cell(value) {
  const text = String(value ?? "");
  const safe = /^\s*[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function save() {
  if (!keep()) { field("points").focus(); return; }
  const rows = [["key", "student", "exercise", "points", "comment", ...names]];
  for (const brief of held.briefs) {
    const steps = names.map((name) => brief.rubric[name] ?? "");
    if (brief.points !== null || brief.comment || steps.some(Boolean)) {
      rows.push([brief.key, brief.student, brief.exercise, brief.points, brief.comment, ...steps]);
    }
  }
  const lines = rows.map((row) => row.map(cell).join(","));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${lines.join("\n")}\n`], { type: "text/csv" }));
  link.download = "remarks.csv";
  link.click();
}

const KEYS = { n: () => go(1), v: () => go(-1), s: save, c: () => field("comment").focus(), m: () => field("points").focus(),
  p: () => answer("proficient"), e: () => answer("emergent"), b: () => answer("basic") };
document.addEventListener("keydown", (event) => {
  const writing = event.target.id === "comment" || event.target.id === "points";
  if (event.key === "Escape") { event.target.blur(); keep(); return; }
  if (writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const number = Number(event.key);
  if (number >= 1 && number <= names.length) { event.preventDefault(); choose(number - 1); return; }
  if (KEYS[event.key]) { event.preventDefault(); KEYS[event.key](); }
});
document.addEventListener("change", keep);
field("before").addEventListener("click", () => go(-1));
field("next").addEventListener("click", () => go(1));
field("save").addEventListener("click", save);
show();
