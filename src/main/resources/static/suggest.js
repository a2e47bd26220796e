// Suggestions under fields: a combobox with a list. Without this module the fields work all the same.
import { here } from "./rows.js";

const WAIT = 120;

/** One field and the list below it; `group` narrows what is suggested, `pick` says what a choice does. */
class Suggestions {
  constructor(field, group, pick) {
    Object.assign(this, { field, group, pick, options: [], active: -1, timer: 0, asked: 0 });
    this.list = document.createElement("ul");
    this.list.id = `${field.id}-suggestions`;
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", field.labels[0].textContent);
    field.after(this.list);
    for (const [name, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": this.list.id })) field.setAttribute(name, value);
    field.addEventListener("input", () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.ask(), WAIT); });
    field.addEventListener("keydown", event => this.key(event));
    field.addEventListener("blur", () => this.show([]));
  }

  show(found) {
    this.options = found.map((one, i) => {
      const option = document.createElement("li");
      option.id = `${this.list.id}-${i}`;
      option.setAttribute("role", "option");
      option.dataset.href = one.href;
      const words = [one.note, one.kind].filter(x => x).join(" · ");
      option.append(one.label, " ", Object.assign(document.createElement("small"), { className: "note", textContent: words }));
      option.addEventListener("mousedown", event => { event.preventDefault(); this.take(one); });
      return Object.assign(option, { take: () => this.take(one) });
    });
    this.list.replaceChildren(...this.options);
    this.list.hidden = !this.options.length;
    this.field.setAttribute("aria-expanded", String(!this.list.hidden));
    this.choose(-1);
  }

  take(one) {
    this.show([]);
    this.pick(one);
  }

  choose(next) {
    this.active = next;
    this.options.forEach((option, i) => option.setAttribute("aria-selected", String(i === next)));
    if (next < 0) this.field.removeAttribute("aria-activedescendant");
    else {
      this.field.setAttribute("aria-activedescendant", this.options[next].id);
      this.options[next].scrollIntoView({ block: "nearest" });
    }
  }

  async ask() {
    const prefix = this.field.value.trim(), number = ++this.asked;
    const given = new URLSearchParams({ prefix, ...(this.group && { of: this.group }) });
    const found = prefix ? await (await fetch(`${here("/suggest")}?${given}`)).json() : [];
    if (number === this.asked && document.activeElement === this.field) this.show(found);
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], many = this.options.length;
    if (step && many) this.choose((this.active + step + many + (this.active < 0 && step < 0 ? 1 : 0)) % many);
    else if (event.key === "Enter" && this.active >= 0) this.options[this.active].take();
    else if (event.key === "Escape" && !this.list.hidden) this.show([]);
    else return;
    event.preventDefault();
  }
}

const search = document.querySelector("#find");
if (search) new Suggestions(search, "", one => { location.href = here(one.href); });

for (const field of document.querySelectorAll("[data-suggest]")) {
  new Suggestions(field, field.dataset.suggest, one => { field.value = one.name; });
}
