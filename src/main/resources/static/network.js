// A network: things are nodes, what a row joins is an edge. Drawn with cytoscape.
import { colour, here, isOurs, isThings, save, series, words } from "./rows.js";

const NOT_NODES = ["source", "claimant", "relation", "kind", "claim", "explicitness", "property", "office"];
const LISTS = ["parties", "members", "attendees", "addressees"];
const MOST_EDGES = 600, MOST_LETTERS = 44, GAP = 25;
/** So many nodes are legible in the frame; more take a larger plane. */
const MOST_LEGIBLE = 24;

/** Draws the rows of a table; false where no row joins two things. */
export async function draw(figure, table) {
  const elements = elementsOf(table);
  if (!elements.some(one => one.data.source)) return false;
  // Cytoscape would insert a style element, which the policy of the pages forbids; the style sheet has the rule.
  const mark = document.createElement("meta");
  mark.id = "__________cytoscape_stylesheet";
  document.head.append(mark);
  await import("./lib/cytoscape.min.js");
  const canvas = figure.querySelector(".canvas");
  await sized(canvas);
  const room = Math.max(1, Math.sqrt(elements.filter(one => !one.data.source).length / MOST_LEGIBLE));
  const graph = globalThis.cytoscape({
    container: canvas, elements, style: style(elements.length > 60), userZoomingEnabled: false,
    layout: { name: "cose", animate: false, nodeRepulsion: () => 90000, idealEdgeLength: () => 90, padding: 20,
      randomize: true, nodeDimensionsIncludeLabels: true, componentSpacing: 30,
      boundingBox: { x1: 0, y1: 0, w: canvas.clientWidth * room, h: canvas.clientHeight * room } },
  });
  pack(graph);
  listen(figure, graph);
  const leave = () => {
    if (figure.isConnected) return;
    window.removeEventListener("resize", leave, true);
    graph.destroy();
  };
  window.addEventListener("resize", leave, true);
  return true;
}

/** Sets what is not joined side by side in rows, so that the whole fits the room and its words can be read. */
function pack(graph) {
  const parts = graph.elements().components().map(part => ({ part, box: part.boundingBox() })).sort((a, b) => b.box.h - a.box.h);
  const area = parts.reduce((sum, { box }) => sum + (box.w + GAP) * (box.h + GAP), 0);
  const width = Math.max(...parts.map(({ box }) => box.w), Math.sqrt(area * graph.width() / graph.height()));
  let x = 0, y = 0, height = 0;
  for (const { part, box } of parts) {
    if (x && x + box.w > width) [x, y, height] = [0, y + height + GAP, 0];
    part.nodes().shift({ x: x - box.x1, y: y - box.y1 });
    x += box.w + GAP;
    height = Math.max(height, box.h);
  }
  graph.fit(undefined, 20);
}

/** Waits until an element has room: nothing can be laid out in none. */
function sized(element) {
  return new Promise(resolve => {
    const watch = new ResizeObserver(() => {
      if (!element.clientWidth || !element.clientHeight) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(element);
  });
}

function elementsOf(table) {
  const relation = table.names.findIndex(name => name === "relation" || name === "property");
  const isTriples = table.names.join() === "subject,property,value";
  const columns = table.names.map((name, i) => i)
    .filter(i => (isThings(table, i) && !NOT_NODES.includes(table.names[i])) || LISTS.includes(table.names[i])
      || table.names[i] === "levelLabel");
  const nodes = new Map(), edges = new Map();
  for (const row of table.rows) {
    const inRow = columns.map(i => partsOf(row[i]).map(one => node(nodes, one, i, isTriples && i === 2)));
    for (let i = 1; i < inRow.length; i++) {
      for (const from of inRow[0]) for (const to of inRow[i]) {
        if (from && to && from !== to && edges.size < MOST_EDGES) {
          const label = relation >= 0 ? words(row[relation]) : "";
          edges.set([from, to, label].join("|"), { data: { source: from, target: to, label } });
        }
      }
    }
  }
  const joined = new Set([...edges.values()].flatMap(edge => [edge.data.source, edge.data.target]));
  return [...[...nodes.values()].filter(one => joined.has(one.data.id)), ...edges.values()];
}

function partsOf(cell) {
  return cell.flatMap(([text, href]) => href ? [[text, href]] : text.split("; ").map(part => [part, ""]));
}

function node(nodes, [text, href], column, mustLead) {
  if (!text || (mustLead && !isOurs(href))) return null;
  const id = isOurs(href) ? href : `text:${text}`;
  if (!nodes.has(id)) nodes.set(id, { data: { id, label: text, words: text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text, href, column: column % 8 } });
  return id;
}

/** Many nodes are drawn small, so their words begin larger. */
function style(many) {
  const colours = series(), ink = colour("--ink"), paper = colour("--paper"), soft = colour("--soft");
  return [
    { selector: "node", style: { label: "data(words)", "font-size": many ? 17 : 11, color: ink, "text-wrap": "wrap", "text-max-width": 120,
      "text-valign": "bottom", "text-margin-y": 3, width: 14, height: 14, "text-background-color": paper,
      "text-background-opacity": 0.75, "background-color": one => colours[one.data("column")] } },
    { selector: "node:selected", style: { "border-width": 3, "border-color": ink } },
    { selector: "edge", style: { width: 1.2, "line-color": soft, "target-arrow-color": soft, "target-arrow-shape": "triangle",
      "arrow-scale": 0.8, "curve-style": "bezier", opacity: 0.6 } },
    { selector: "edge[label != '']", style: { label: "data(label)", "font-size": 9, color: soft, "text-rotation": "autorotate",
      "text-background-color": paper, "text-background-opacity": 0.8 } },
  ];
}

function listen(figure, graph) {
  const told = figure.querySelector(".told");
  const deeds = {
    "zoom-in": () => zoom(graph, 1.4), "zoom-out": () => zoom(graph, 1 / 1.4), all: () => graph.fit(undefined, 20),
    save: async () => save(graph.png({ output: "blob", full: true, scale: 2, bg: colour("--paper") }), "network.png"),
  };
  for (const button of figure.querySelectorAll("[data-do]")) {
    if (deeds[button.dataset.do]) button.addEventListener("click", deeds[button.dataset.do]);
  }
  graph.on("mouseover", "node", event => { told.textContent = event.target.data("label"); });
  graph.on("tap", "node", event => { if (event.target.data("href")) location.href = here(event.target.data("href")); });
}

function zoom(graph, factor) {
  graph.zoom({ level: graph.zoom() * factor, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
}
