// Draws each figure that names a view. Without this module the page is whole; with it, the table has a picture.
import { rowsFrom } from "./rows.js";

const drawers = {
  timeline: () => import("./timeline.js"),
  network: () => import("./network.js"),
  map: () => import("./map.js"),
  chart: () => import("./chart.js"),
};

async function draw(figure) {
  const [table, drawer] = await Promise.all([rowsFrom(figure.dataset.source), drawers[figure.dataset.view]()]);
  const drawn = table.rows.length > 0 && await drawer.draw(figure, table);
  if (!drawn) figure.hidden = true;
  else figure.querySelector(".tools").hidden = false;
}

for (const figure of document.querySelectorAll("figure[data-view]")) {
  draw(figure).catch(error => {
    figure.hidden = true;
    console.warn(error.message);
  });
}
