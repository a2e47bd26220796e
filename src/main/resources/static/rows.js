// Rows of an answer as the pictures need them, and what pictures share: elements, dates, saving.

/** Where this service begins on its host: two folders above the modules. */
export const root = new URL("../../", import.meta.url).pathname;

/** An address of this service, wherever on its host it lives. */
export const here = href => href.startsWith("/") ? root + href.slice(1) : href;

/** Fetches { names, headings, rows }; a cell is a list of [words, address]. */
export async function rowsFrom(source) {
  const response = await fetch(source, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${response.status} for ${source}`);
  return response.json();
}

/** The first words of a cell, or none. */
export const words = cell => cell.length ? cell[0][0] : "";

/** The first address of a cell, or none. */
export const address = cell => cell.length ? cell[0][1] : "";

const DAY = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** Days since 1970-01-01 of a date as the graph writes it; NaN for anything else. */
export function dayOf(text) {
  const parts = DAY.exec(text);
  return parts ? Date.UTC(+parts[1], (parts[2] ?? 1) - 1, parts[3] ?? 1) / 864e5 : NaN;
}

/** The date of a day number, YYYY-MM-DD. */
export const dateOf = day => new Date(Math.round(day) * 864e5).toISOString().slice(0, 10);

/** Whether a column holds whole dates and nothing else. */
export function isDates(table, column) {
  const cells = table.rows.map(row => words(row[column])).filter(text => text);
  return cells.length > 0 && cells.every(text => /^\d{4}-\d\d-\d\d$/.test(text));
}

/** Whether an address is that of a thing of this graph or a term of its ontology. */
export const isOurs = href => href.startsWith("/id/") || href.startsWith("/ontology#");

/** Whether a column holds things of this graph. */
export function isThings(table, column) {
  return table.rows.some(row => isOurs(address(row[column])));
}

/** Whether a column holds numbers and nothing else. */
export function isNumbers(table, column) {
  const cells = table.rows.map(row => words(row[column])).filter(text => text);
  return cells.length > 0 && cells.every(text => /^-?\d+(\.\d+)?$/.test(text));
}

/** An SVG element with attributes and children. */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Gives a blob to the reader as a file. */
export function save(blob, fileName) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Saves a drawing with the colours it has on the page. */
export function saveSvg(drawing, fileName) {
  const copy = drawing.cloneNode(true);
  const from = [drawing, ...drawing.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((element, i) => {
    const style = getComputedStyle(from[i]);
    for (const name of ["fill", "stroke", "stroke-width", "font-family", "font-size", "opacity", "text-anchor"]) {
      element.setAttribute(name, style.getPropertyValue(name));
    }
    const href = element.getAttribute("href");
    if (href) element.setAttribute("href", new URL(href, location.href).href);
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  save(new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }), fileName);
}

/** A colour of the style sheet: a custom property of the page, or of the editor, which is light by itself. */
export const colour = name => getComputedStyle(document.querySelector("#yasgui") ?? document.documentElement).getPropertyValue(name).trim();

/** The colours of series, in the order of the style sheet. */
export const series = () => [1, 2, 3, 4, 5, 6, 7, 8].map(n => colour(`--series-${n}`));
