// Bars: the last column of numbers over years or over the first column, stacked by a column of kinds. Drawn with Chart.js.
import { colour, isNumbers, save, series, words } from "./rows.js";

const MOST_BARS = 40, MOST_KINDS = 8;

/** Draws the rows of a table; false where it has no numbers to draw. */
export async function draw(figure, table) {
  const data = dataOf(table, figure.dataset.other);
  if (!data) return false;
  await import("./lib/chart.umd.min.js");
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${data.name}: ${data.labels[0]} – ${data.labels[data.labels.length - 1]}`);
  figure.querySelector(".canvas").append(canvas);
  const text = { color: colour("--ink") }, lines = { color: colour("--line") };
  const axis = extra => ({ stacked: true, ticks: text, grid: lines, ...extra });
  new globalThis.Chart(canvas, {
    type: "bar", data: { labels: data.labels, datasets: data.datasets },
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, indexAxis: data.isLying ? "y" : "x",
      scales: { x: axis({}), y: axis(data.isLying ? { ticks: { ...text, autoSkip: false } } : {}) },
      plugins: { legend: { display: data.datasets.length > 1, labels: text } },
    },
  });
  figure.querySelector('[data-do="save"]')?.addEventListener("click", () => canvas.toBlob(blob => save(blob, "chart.png")));
  return true;
}

function dataOf(table, other) {
  const columns = table.names.map((name, i) => i);
  const number = columns.filter(i => isNumbers(table, i) && table.names[i] !== "year").pop();
  if (number === undefined) return null;
  const year = table.names.indexOf("year");
  const x = year >= 0 ? year : columns.find(i => table.names[i] === "title") ?? 0;
  const kind = year >= 0 ? columns.find(i => i !== x && i !== number) : undefined;
  const rows = year >= 0 ? table.rows
    : table.rows.length <= MOST_BARS ? table.rows : [...table.rows].sort((a, b) => words(b[number]) - words(a[number])).slice(0, MOST_BARS);
  const labels = [...new Set(rows.map(row => words(row[x])))];
  const kinds = kind === undefined ? [table.headings[number]] : kindsOf(rows, kind, number, other);
  const colours = series();
  const datasets = kinds.map((label, i) => ({ label, backgroundColor: colours[i % 8], data: labels.map(() => 0) }));
  for (const row of rows) {
    const set = kind === undefined ? 0 : kinds.indexOf(kinds.includes(words(row[kind])) ? words(row[kind]) : other);
    datasets[set].data[labels.indexOf(words(row[x]))] += Number(words(row[number]));
  }
  return { name: table.headings[number], labels: labels.map(label => short(label)), datasets, isLying: year < 0 };
}

/** The kinds with the largest sums; the rest share the last colour. */
function kindsOf(rows, kind, number, other) {
  const sums = new Map();
  for (const row of rows) sums.set(words(row[kind]), (sums.get(words(row[kind])) ?? 0) + Number(words(row[number])));
  const kinds = [...sums].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return kinds.length <= MOST_KINDS ? kinds : [...kinds.slice(0, MOST_KINDS - 1), other];
}

function short(label) {
  return label.length > 34 ? `${label.slice(0, 33)}…` : label;
}
