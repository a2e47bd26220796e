// A map without tiles or borders: places of events over the coastline and well-known cities (Natural Earth). Drawn with Leaflet.
import { address, colour, here, words } from "./rows.js";

/** Draws the rows that have coordinates; false where none has. */
export async function draw(figure, table) {
  const places = placesOf(table);
  if (!places.length) return false;
  await import("./lib/leaflet.js");
  const L = globalThis.L;
  const canvas = figure.querySelector(".canvas");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(canvas, { attributionControl: false, zoomControl: false, scrollWheelZoom: false, minZoom: 1, maxZoom: 12,
    zoomAnimation: !calm, fadeAnimation: !calm, worldCopyJump: true });
  const fit = () => map.fitBounds(L.latLngBounds(places.map(place => place.at)).pad(0.1), { maxZoom: 4 });
  fit();
  grid(L, map);
  await Promise.all([coast(L, map), cities(L, map)]);
  places.forEach(place => marker(L, map, place, figure));
  const deeds = { "zoom-in": () => map.zoomIn(), "zoom-out": () => map.zoomOut(),
    all: fit };
  for (const button of figure.querySelectorAll("[data-do]")) {
    if (deeds[button.dataset.do]) button.addEventListener("click", deeds[button.dataset.do]);
  }
  return true;
}

function placesOf(table) {
  const column = name => table.names.indexOf(name);
  const [lat, long, place, event, on] = ["latitude", "longitude", "place", "event", "on"].map(column);
  const places = new Map();
  for (const row of lat < 0 || long < 0 ? [] : table.rows) {
    const at = [Number(words(row[lat])), Number(words(row[long]))];
    const key = at.join();
    if (!words(row[lat])) continue;
    if (!places.has(key)) places.set(key, { at, name: place < 0 ? "" : words(row[place]), events: [] });
    if (event >= 0) places.get(key).events.push({ label: words(row[event]), href: address(row[event]), on: on < 0 ? "" : words(row[on]) });
  }
  return [...places.values()].sort((a, b) => b.events.length - a.events.length);
}

function grid(L, map) {
  const look = { color: colour("--line"), weight: 0.7, interactive: false };
  for (let degree = -180; degree <= 360; degree += 10) L.polyline([[-80, degree], [80, degree]], look).addTo(map);
  for (let degree = -80; degree <= 80; degree += 10) L.polyline([[degree, -180], [degree, 360]], look).addTo(map);
}

const ground = async name => (await fetch(new URL(name, import.meta.url))).json();

/** Rings are whole steps from point to point; the world is drawn thrice, so that it has no edge. */
async function coast(L, map) {
  const { steps, rings } = await ground("./coast.json");
  const land = [-360, 0, 360].flatMap(shift => rings.map(ring => {
    const points = [];
    let x = 0, y = 0;
    for (let i = 0; i < ring.length; i += 2) points.push([(y += ring[i + 1]) / steps, (x += ring[i]) / steps + shift]);
    return [points];
  }));
  map.createPane("ground").style.zIndex = 350;
  L.polygon(land, { renderer: L.canvas({ pane: "ground", padding: 0.5 }), pane: "ground", stroke: true, weight: 0.6, color: colour("--soft"), fillColor: colour("--paper"), fillOpacity: 1, interactive: false,
    smoothFactor: 0.7 }).addTo(map);
}

async function cities(L, map) {
  const look = { radius: 2, stroke: false, fillColor: colour("--soft"), fillOpacity: 0.8, interactive: false };
  for (const { geometry, properties } of (await ground("./cities.json")).features) {
    const [long, lat] = geometry.coordinates;
    L.circleMarker([lat, long], look).bindTooltip(properties.name, { permanent: true, direction: "right", className: "city" }).addTo(map);
  }
}

function marker(L, map, place, figure) {
  const size = 5 + 2.5 * Math.sqrt(place.events.length);
  const dot = L.circleMarker(place.at, { radius: size, color: colour("--series-1"), weight: 1.5, fillOpacity: 0.35 }).addTo(map);
  const box = document.createElement("div");
  const title = document.createElement("strong");
  title.textContent = place.name;
  const list = document.createElement("ul");
  for (const event of place.events) {
    const link = Object.assign(document.createElement("a"), { href: here(event.href), textContent: event.label });
    const entry = document.createElement("li");
    entry.append(link, ` ${event.on}`);
    list.append(entry);
  }
  box.append(title, list);
  dot.bindPopup(box, { maxHeight: 240, maxWidth: 300 });
  dot.on("mouseover", () => { figure.querySelector(".told").textContent = `${place.name}: ${place.events.length}`; });
}
