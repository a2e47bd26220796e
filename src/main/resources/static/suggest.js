// Suggestions under the search field: a combobox with a list. Without this module the field searches all the same.
import { here } from "./rows.js";

const WAIT = 120;
const field = document.querySelector("#find");
const list = document.createElement("ul");
let options = [], active = -1, timer = 0, asked = 0;

function show(found) {
  options = found.map(({ label, note, kind, href }, i) => {
    const option = document.createElement("li");
    option.id = `suggestion-${i}`;
    option.setAttribute("role", "option");
    option.dataset.href = href;
    const small = Object.assign(document.createElement("small"), { className: "note", textContent: [note, kind].filter(x => x).join(" · ") });
    option.append(label, " ", small);
    option.addEventListener("mousedown", event => { event.preventDefault(); location.href = here(href); });
    return option;
  });
  list.replaceChildren(...options);
  list.hidden = !options.length;
  field.setAttribute("aria-expanded", String(!list.hidden));
  choose(-1);
}

function choose(next) {
  active = next;
  options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
  if (active < 0) field.removeAttribute("aria-activedescendant");
  else {
    field.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  }
}

async function ask() {
  const prefix = field.value.trim(), number = ++asked;
  const found = prefix ? await (await fetch(here("/suggest") + `?prefix=${encodeURIComponent(prefix)}`)).json() : [];
  if (number === asked) show(found);
}

function key(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && options.length) choose((active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length);
  else if (event.key === "Enter" && active >= 0) location.href = here(options[active].dataset.href);
  else if (event.key === "Escape" && !list.hidden) show([]);
  else return;
  event.preventDefault();
}

if (field) {
  list.id = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0].textContent);
  field.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": list.id })) field.setAttribute(name, value);
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT); });
  field.addEventListener("keydown", key);
  field.addEventListener("blur", () => show([]));
}
