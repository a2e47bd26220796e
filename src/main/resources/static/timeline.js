// A timeline: one lane a kind of thing, days as marks, spans as bars. Zoom, pan, lanes on and off, one tab stop.
import { address, dateOf, dayOf, here, isDates, isThings, saveSvg, svg, words } from "./rows.js";

const ROW = 18, DOT = 11, AXIS = 26, LABEL = 6.4, LEAST_SPAN = 20, MOST_LABELLED = 45, MOST_ROWS = 12, MOST_OVERLAP = 0.1, MOST_STRETCH = 2;
const NOT_DRAWN = ["source", "lane", "aspect", "kind", "relation", "property"];
const NOT_DATED = ["source", "place", "grievance", "person", "mechanism", "actor"];

/** Draws the rows of a table; false where nothing in them has a date. */
export function draw(figure, table) {
  const { items, links } = itemsOf(table);
  if (!items.length) return false;
  new Timeline(figure, items, links).start();
  return true;
}

/** One item a dated thing of a row; rows with several dated things link them. */
function itemsOf(table) {
  const dated = datedColumns(table);
  const lane = table.names.findIndex(name => name === "lane" || name === "aspect");
  const items = new Map(), links = [];
  for (const row of table.rows) {
    const inRow = dated.map(column => item(table, row, column, lane)).filter(found => found)
      .map(found => items.get(found.key) ?? (items.set(found.key, found), found));
    for (let i = 1; i < inRow.length; i++) links.push([inRow[i - 1], inRow[i]]);
  }
  return { items: [...items.values()], links };
}

function item(table, row, { thing, start, end }, lane) {
  const from = dayOf(words(row[start]));
  if (Number.isNaN(from)) return null;
  const until = end < 0 ? NaN : dayOf(words(row[end]));
  const name = lane >= 0 ? words(row[lane]) : table.headings[thing];
  const open = end >= 0 && Number.isNaN(until);
  return {
    lane: name, label: words(row[thing]), href: address(row[thing]), start: from,
    end: open ? Math.max(from, Date.now() / 864e5) : Number.isNaN(until) ? from : until, isRange: end >= 0 && until !== from, open,
    key: [name, address(row[thing]) || words(row[thing]), from].join("|"),
  };
}

/** Which column of dates belongs to which column of things: the nearest before it, else the nearest after. */
function datedColumns(table) {
  const columns = table.names.map((name, i) => i);
  const things = columns.filter(i => isThings(table, i) && !NOT_DRAWN.includes(table.names[i]));
  const dates = columns.filter(i => isDates(table, i));
  const found = [], taken = new Set();
  for (let i = 0; i < dates.length; i++) {
    const start = dates[i];
    const isPair = table.names[dates[i + 1]] === "until" || isSpan(table, start, dates[i + 1]);
    const free = things.filter(thing => !taken.has(thing));
    const best = free.filter(thing => !NOT_DATED.includes(table.names[thing]));
    const thing = nearest(best.length ? best : free, start);
    if (thing !== undefined) {
      taken.add(thing);
      found.push({ thing, start, end: isPair ? dates[i + 1] : -1 });
    }
    if (isPair) i++;
  }
  return found;
}

/** Whether two columns side by side hold first days and last days. */
function isSpan(table, start, end) {
  return end === start + 1 && table.rows.every(row => !words(row[end]) || dayOf(words(row[end])) >= dayOf(words(row[start])));
}

function nearest(things, date) {
  const before = things.filter(thing => thing < date);
  return before.length ? before[before.length - 1] : things[0];
}

/** Whether in a lane one follows another, as the holders of an office do. */
function isSuccession(items) {
  if (items.length < 3 || !items.every(one => one.isRange)) return false;
  const sum = items.reduce((days, one) => days + one.end - one.start, 0);
  let overlap = 0, end = -Infinity;
  for (const one of items) {
    overlap += Math.max(0, Math.min(end, one.end) - one.start);
    end = Math.max(end, one.end);
  }
  return overlap < sum * MOST_OVERLAP;
}

/** Spans in which nobody in the lanes of successions changes: who stood together, such as the leaders of three states. */
function bandsOf(lanes, items) {
  const successions = lanes.map(lane => items.filter(one => one.lane === lane)).filter(isSuccession);
  if (successions.length < 2) return [];
  const edges = [...new Set(successions.flat().flatMap(one => [one.start, one.end]))].sort((a, b) => a - b);
  const bands = [];
  for (let i = 1; i < edges.length; i++) {
    const [start, end] = [edges[i - 1], edges[i]], middle = (start + end) / 2;
    const holders = successions.map(lane => lane.filter(one => one.start <= middle && one.end >= middle).pop());
    if (end - start < 2 || holders.includes(undefined)) continue;
    const last = bands[bands.length - 1], label = holders.map(one => one.label).join(" · ");
    if (last?.label === label) last.end = end;
    else bands.push({ start, end, label, href: `/as-of/${dateOf(start + (end - start > 2 ? 1 : 0))}`, isRange: true, open: false });
  }
  return bands;
}

class Timeline {
  constructor(figure, items, links) {
    this.figure = figure;
    this.canvas = figure.querySelector(".canvas");
    this.told = figure.querySelector(".told");
    this.lanes = [...new Set(items.map(one => one.lane))];
    this.items = items.sort((a, b) => a.start - b.start || a.label.localeCompare(b.label));
    this.links = links;
    this.hidden = new Set();
    this.first = Math.min(...items.map(one => one.start));
    this.last = Math.max(...items.map(one => one.end));
    this.bands = bandsOf(this.lanes, this.items);
    this.all();
    if (this.bands.length) this.from = this.bands[0].start - (this.to - this.bands[0].start) * 0.01;
  }

  start() {
    this.drawing = svg("svg", { role: "group", "aria-label": this.figure.getAttribute("aria-label") });
    this.canvas.append(this.drawing);
    this.legend();
    this.listen();
    this.render();
    new ResizeObserver(() => {
      if (Math.max(280, this.canvas.clientWidth) !== this.width) requestAnimationFrame(() => this.render());
    }).observe(this.canvas);
  }

  all() {
    const edge = Math.max(LEAST_SPAN / 4, (this.last - this.first) * 0.02);
    this.from = this.first - edge;
    this.to = this.last + edge;
  }

  legend() {
    if (this.lanes.length < 2) return;
    const box = this.figure.querySelector(".lanes");
    this.lanes.forEach((lane, i) => {
      const tick = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
      tick.addEventListener("change", () => {
        tick.checked ? this.hidden.delete(lane) : this.hidden.add(lane);
        this.render();
      });
      const label = document.createElement("label");
      const sign = document.createElement("span");
      sign.className = `sign series-${i % 8 + 1}`;
      label.append(tick, sign, lane);
      box.append(label);
    });
  }

  listen() {
    const deeds = {
      "zoom-in": () => this.zoom(0.5), "zoom-out": () => this.zoom(2), all: () => { this.all(); this.render(); },
      earlier: () => this.pan(-0.3), later: () => this.pan(0.3), save: () => saveSvg(this.drawing, "timeline.svg"),
    };
    for (const button of this.figure.querySelectorAll("[data-do]")) {
      if (deeds[button.dataset.do]) button.addEventListener("click", deeds[button.dataset.do]);
    }
    this.drawing.addEventListener("keydown", event => this.key(event, deeds));
    this.drawing.addEventListener("wheel", event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.zoom(event.deltaY > 0 ? 1.25 : 0.8, event.offsetX / this.width);
    }, { passive: false });
    for (const kind of ["pointerover", "focusin"]) this.drawing.addEventListener(kind, event => this.tell(event.target));
    this.drag();
  }

  drag() {
    let grip = null, moved = false;
    this.drawing.addEventListener("pointerdown", event => { grip = event.clientX; moved = false; });
    window.addEventListener("pointerup", () => { grip = null; });
    window.addEventListener("pointermove", event => {
      if (grip === null || Math.abs(event.clientX - grip) < 4 || event.pointerType === "touch") return;
      moved = true;
      this.pan((grip - event.clientX) / this.width);
      grip = event.clientX;
    });
    this.drawing.addEventListener("click", event => { if (moved) event.preventDefault(); }, true);
    this.drawing.addEventListener("dragstart", event => event.preventDefault());
  }

  key(event, deeds) {
    const marks = [...this.drawing.querySelectorAll("a")];
    const at = marks.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const deed = { "+": "zoom-in", "=": "zoom-in", "-": "zoom-out", 0: "all", PageUp: "earlier", PageDown: "later" }[event.key];
    if (step && at >= 0) {
      const next = marks[(at + step + marks.length) % marks.length];
      marks[at].setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    } else if (deed) {
      deeds[deed]();
      this.drawing.querySelector("a")?.focus();
    } else return;
    event.preventDefault();
  }

  tell(target) {
    const mark = target.closest?.("a");
    if (mark) this.told.textContent = mark.getAttribute("aria-label");
  }

  zoom(factor, at = 0.5) {
    const span = Math.min((this.last - this.first) * 1.2 + LEAST_SPAN, Math.max(LEAST_SPAN, (this.to - this.from) * factor));
    const centre = this.from + (this.to - this.from) * at;
    this.from = centre - span * at;
    this.to = this.from + span;
    this.render();
  }

  pan(part) {
    const step = (this.to - this.from) * part;
    this.from += step;
    this.to += step;
    this.render();
  }

  x(day) {
    return (day - this.from) / (this.to - this.from) * this.width;
  }

  render() {
    this.width = Math.max(280, this.canvas.clientWidth);
    const shown = this.items.filter(one => !this.hidden.has(one.lane) && one.end >= this.from && one.start <= this.to);
    const labelled = shown.length <= MOST_LABELLED * this.width / 1000;
    const marks = svg("g"), backs = svg("g");
    let y = this.band(backs, marks);
    const stretch = this.stretch(shown, labelled, y);
    for (const lane of this.lanes.filter(one => !this.hidden.has(one))) {
      const number = this.lanes.indexOf(lane) % 8 + 1;
      const inLane = shown.filter(one => one.lane === lane);
      const rows = this.pack(inLane, labelled);
      const step = inLane.some(one => one.isRange) ? ROW : (labelled ? ROW : DOT) * stretch;
      const height = Math.max(1, rows) * step + 22;
      backs.append(svg("rect", { class: "lane", x: 0, y, width: this.width, height: height - 4 }),
        svg("text", { class: "lane-name", x: 6, y: y + 13 }, lane));
      for (const one of inLane) {
        one.y = y + 18 + one.row * step - (step < ROW ? 2 : 0);
        marks.append(this.mark(one, number, labelled));
      }
      y += height;
    }
    for (const shade of backs.querySelectorAll(".band")) shade.setAttribute("height", y - AXIS);
    this.drawing.setAttribute("viewBox", `0 0 ${this.width} ${y}`);
    this.drawing.setAttribute("width", this.width);
    this.drawing.setAttribute("height", y);
    const focused = this.drawing.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : "";
    if (backs.querySelector(".band")) backs.append(backs.querySelector(".band").parentNode);
    this.drawing.replaceChildren(backs, this.axis(y), this.threads(shown), marks);
    const entry = [...marks.children].find(mark => mark.getAttribute("aria-label") === focused) ?? marks.firstElementChild;
    entry?.setAttribute("tabindex", "0");
    if (focused) entry?.focus();
  }

  /** How much further apart days may stand, so that few of them fill the room that is kept. */
  stretch(shown, labelled, top) {
    let fixed = top, free = 0;
    for (const lane of this.lanes.filter(one => !this.hidden.has(one))) {
      const inLane = shown.filter(one => one.lane === lane);
      const rows = Math.max(1, this.pack(inLane, labelled));
      if (inLane.some(one => one.isRange)) fixed += rows * ROW + 22;
      else [fixed, free] = [fixed + 22, free + rows * (labelled ? ROW : DOT)];
    }
    return free ? Math.min(MOST_STRETCH, Math.max(1, (this.canvas.clientHeight - fixed - 4) / free)) : 1;
  }

  /** The bands: a row of their own, and every other one a shade behind all lanes. Says where the lanes begin. */
  band(backs, marks) {
    const shown = this.bands.filter(one => one.end >= this.from && one.start <= this.to);
    if (!shown.length) return AXIS;
    const shades = svg("g");
    backs.append(svg("text", { class: "lane-name", x: 6, y: AXIS + 13 }, this.figure.dataset.bands), shades);
    for (const one of shown) {
      one.y = AXIS + 18;
      marks.append(this.mark(one, "band", true));
      if (this.bands.indexOf(one) % 2) continue;
      const left = Math.max(0, this.x(one.start));
      shades.append(svg("rect", { class: "band", x: left, y: AXIS, width: Math.max(0, Math.min(this.width, this.x(one.end)) - left) }));
    }
    return AXIS + ROW + 22;
  }

  /**
   * Gives each item the first row of its lane that is free where it stands; says how many rows it took. Where all are taken, a
   * day stands without its name in the row that is free soonest.
   */
  pack(items, labelled) {
    const ends = [];
    for (const one of items) {
      const left = this.x(one.start);
      const right = one.isRange ? Math.max(this.x(one.end), left + 6) : left + 13;
      const reach = labelled && !one.isRange ? right + Math.min(broad(one.label), 40 * LABEL) + 8 : right;
      let row = ends.findIndex(end => end <= left + (one.isRange ? 2 : -6));
      one.isCrowded = row < 0 && !one.isRange && ends.length >= MOST_ROWS;
      if (row < 0) row = one.isCrowded ? ends.indexOf(Math.min(...ends)) : ends.length;
      ends[row] = Math.max(one.isCrowded ? right : reach, ends[row] ?? 0);
      one.row = row;
    }
    return ends.length;
  }

  mark(one, number, labelled) {
    const left = Math.max(-4, this.x(one.start));
    const right = Math.min(this.width + 4, this.x(one.end));
    const dates = one.isRange ? `${dateOf(one.start)} – ${one.open ? "" : dateOf(one.end)}` : dateOf(one.start);
    const link = svg("a", { href: here(one.href) || "#answer", tabindex: "-1", "aria-label": `${one.label}, ${dates}` },
      svg("title", {}, `${one.label}\n${dates}`));
    if (one.isRange) {
      const width = number === "band" ? Math.max(1, right - left - 1) : Math.max(6, right - left);
      link.append(svg("rect", { class: `series-${number}`, x: left, y: one.y, width, height: ROW - 4, rx: 3 }));
      const inside = cut(one.label, width - 8);
      if (inside.length > 3 || inside === one.label) link.append(svg("text", { class: "inside", x: left + 5, y: one.y + 11 }, inside));
    } else {
      link.append(svg("circle", { class: `series-${number}`, cx: left, cy: one.y + 7, r: 5 }));
      if (labelled && !one.isCrowded) link.append(svg("text", { x: left + 9, y: one.y + 11 }, cut(one.label, 40 * LABEL)));
    }
    return link;
  }

  threads(shown) {
    const group = svg("g", { class: "threads" });
    if (this.links.length > 600) return group;
    for (const [a, b] of this.links) {
      if (!shown.includes(a) || !shown.includes(b)) continue;
      const [x, y, u, v] = [this.x(a.start), a.y + 7, this.x(b.start), b.y + 7];
      group.append(svg("path", { d: `M${x} ${y}C${x} ${(y + v) / 2} ${u} ${(y + v) / 2} ${u} ${v}` }));
    }
    return group;
  }

  axis(height) {
    const group = svg("g", { class: "axis" });
    for (const { day, text } of this.ticks()) {
      const x = this.x(day);
      group.append(svg("line", { x1: x, x2: x, y1: 18, y2: height }), svg("text", { x: x + 3, y: 14 }, text));
    }
    return group;
  }

  ticks() {
    const many = Math.max(2, Math.floor(this.width / 80));
    const months = (this.to - this.from) / 30.44;
    const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find(size => months / size <= many) ?? 600;
    const first = new Date(this.from * 864e5);
    let month = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
    const ticks = [];
    for (;; month += step) {
      const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 864e5;
      if (day > this.to) return ticks;
      if (day >= this.from) ticks.push({ day, text: dateOf(day).slice(0, step < 12 ? 7 : 4) });
    }
  }
}

/** About how broad a text is drawn: letters of East Asian scripts take a square. */
function broad(text) {
  return [...text].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 11 : LABEL), 0);
}

/** A text, or as much of it as fits. */
function cut(text, most) {
  if (broad(text) <= most) return text;
  let fits = "";
  for (const letter of text) {
    if (broad(fits + letter) > most - LABEL) break;
    fits += letter;
  }
  return fits ? `${fits.trimEnd()}…` : "";
}
