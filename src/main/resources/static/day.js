// The line of days: a slider that leads to the day it is left on. Without this module a day is picked in the calendar.
import { dateOf, here } from "./rows.js";

const WAIT = 700;
const line = document.querySelector("#day-line");
const told = document.querySelector("#day-told");
let timer = 0;

const go = () => { location.href = here(`/as-of/${dateOf(line.value)}`); };

line.addEventListener("input", () => {
  told.textContent = dateOf(line.value);
  line.setAttribute("aria-valuetext", dateOf(line.value));
  clearTimeout(timer);
});
line.addEventListener("change", () => {
  clearTimeout(timer);
  timer = setTimeout(go, WAIT);
});
line.setAttribute("aria-valuetext", dateOf(line.value));
line.disabled = false;
