// Time and number axes: ticks that stay readable at any width. Days are counted from 1 January of the year 1.

const DAY = 86400000; // ms
const EDGE = 4; // percent of a track beside which an arrow stands
const EPOCH = 719163; // the number of 1 January 1970
const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 3, 6];
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

function asDate(number) {
  return new Date((number - EPOCH) * DAY);
}

function dayNumber(year, month, day = 1) {
  const made = new Date(0);
  made.setUTCFullYear(year, month, day);
  return Math.round(made.getTime() / DAY) + EPOCH;
}

function isoDay(number) {
  const day = asDate(number);
  const parts = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  return parts.map((part, n) => String(part).padStart(n ? 2 : 4, "0")).join("-");
}

// Ticks of a span of days: [number, words], as fine as so many pixels allow, in the form of EDTF.
function timeTicks([low, high], width) {
  const days = high - low;
  const step = DAY_STEPS.find((each) => days / each <= roomFor(width, 96));
  if (step) {
    const first = Math.ceil(low / step) * step;
    return range(first, high, (at) => at + step).map((at) => [at, isoDay(at)]);
  }
  const months = MONTH_STEPS.find((each) => days / 30.4 / each <= roomFor(width, 72));
  const years = YEAR_STEPS.find((each) => days / 365.25 / each <= roomFor(width, 36)) ?? YEAR_STEPS.at(-1);
  const stride = months ?? years * 12;
  const start = asDate(low);
  const month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / stride) * stride;
  const found = [];
  for (let at = month; dayNumber(Math.floor(at / 12), at % 12) <= high; at += stride) {
    const number = dayNumber(Math.floor(at / 12), at % 12);
    if (number >= low && at >= 12) found.push([number, months ? isoDay(number).slice(0, 7) : isoDay(number).slice(0, 4)]);
  }
  return found;
}

function range(first, high, next) {
  const found = [];
  for (let at = first; at <= high; at = next(at)) found.push(at);
  return found;
}

// Ticks of numbers: steps of 1, 2 or 5.
function numberTicks([low, high], room) {
  const rough = (high - low) / Math.max(room, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough * 0.999);
  const count = Math.floor(high / step + 1e-9) - Math.ceil(low / step - 1e-9);
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, n) => (first + n) * step).map((at) => [at, written(at)]);
}

function written(number) {
  const large = Math.abs(number) >= 1e6;
  const form = { maximumSignificantDigits: 6, ...(large ? { notation: "compact" } : {}) };
  return new Intl.NumberFormat("en-GB", form).format(number);
}

// An axis below its tracks. The style sheet writes what a tick says, from `data-text`: to a reader by ear, a row
// of bare numbers would say nothing that the table does not say better.
function axis(ticks, span, margin = 3) {
  const box = element("span", { className: "dl-axis", ariaHidden: "true" });
  for (const [at, text] of ticks) {
    const x = place(at, span, margin);
    const tick = element("span", { className: "dl-tick" });
    tick.style.left = `${x}%`;
    const name = element("span", { className: "dl-tick-name", dataset: { text } });
    const half = `${text.length * 0.3}em`; // at either end a name stays whole, and moves no further than it must
    name.style.left = `clamp(${half}, ${x}%, calc(100% - ${half}))`;
    box.append(tick, name);
  }
  return box;
}

function gridLines(ticks, span, height, margin = 3) {
  return ticks.map(([at]) => {
    const x = `${place(at, span, margin)}%`;
    return shape("line", { x1: x, x2: x, y1: 0, y2: height, class: "dl-grid" });
  });
}

// How many ticks of so many pixels fit into a track.
function roomFor(width, pixels) {
  return Math.max(1, Math.floor(width / pixels));
}

// A bar over a stretch of a track; ends that lie outside, or are open, are arrows.
// `ends` are numbers or null; `y` is the middle of the bar.
function stretch(ends, span, y, thick, look, margin = 3) {
  const [low, high] = span;
  const [first, last] = ends;
  const from = first === null || first < low ? null : first;
  const to = last === null || last > high ? null : last;
  const left = from === null ? EDGE : place(from, span, margin);
  const right = to === null ? 100 - EDGE : place(to, span, margin);
  const wide = Math.max(right - left, thick < 8 ? 2.5 : 1); // a thin bar needs some length to be seen
  const half = thick / 2;
  const bar = shape("rect", { x: `${left}%`, width: `${wide}%`, y: y - half, height: thick, class: look });
  const arrows = [];
  if (from === null) arrows.push(arrowHead(left, -1, y, look));
  if (to === null) arrows.push(arrowHead(right, 1, y, look));
  return [bar, ...arrows];
}

// A mark that lies wholly outside what is shown: an arrow at the edge towards it.
function beyond(isEarlier, y, look) {
  return arrowHead(isEarlier ? EDGE : 100 - EDGE, isEarlier ? -1 : 1, y, `dl-beyond ${look}`);
}

// An arrow head whose base stands at `at` percent; it points on from there, `way` 1 to the right.
function arrowHead(at, way, y, look) {
  return glyph(at, `M 0 ${y - 9} L ${way * 12} ${y} L 0 ${y + 9} Z`, `dl-arrow ${look}`);
}
