// Where there is no room for two columns the form, the preview and the checks take turns.

import { form } from "./desk-typing.js";

const panes = document.querySelector(".desk-panes");
const work = document.querySelector(".desk-work");
const NARROW = matchMedia("(max-width: 79.99rem)");
const WITHIN_MANY = matchMedia("(max-width: 99.99rem)");
const MANY = 4; // sides

let back = null;
let changed = () => {};

const sides = () => form.querySelectorAll(".desk-sides .form-group:not(.empty-form)").length;
export const takesTurns = () => work.classList.contains("takes-turns");
export const shows = (pane) => !takesTurns() || work.dataset.pane === pane;

export function show(pane) {
  work.dataset.pane = pane;
  for (const button of panes.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.value === pane));
  changed();
}

/** To the preview, and back to where one wrote. */
export function toPreview() {
  const preview = document.querySelector(".desk-preview");
  const there = preview.contains(document.activeElement);
  if (!there) back = document.activeElement;
  if (takesTurns()) show(there || work.dataset.pane === "preview" ? "write" : "preview");
  if (there) back?.focus();
  else if (shows("preview")) preview.querySelector("h2").focus();
}

function fold() {
  const folds = NARROW.matches || (WITHIN_MANY.matches && sides() >= MANY);
  if (folds === takesTurns() && !panes.hidden === folds) return;
  work.classList.toggle("takes-turns", folds);
  panes.hidden = !folds;
  changed();
}

/** What stands beside the form fills the window from where it begins to the row of the save. */
function reach() {
  const row = document.querySelector("#submit-row").offsetHeight;
  const top = Math.max(16, work.getBoundingClientRect().top);
  work.style.setProperty("--reach", `${innerHeight - top - row - 16}px`);
}

export function start(whenChanged) {
  show("write");
  reach();
  addEventListener("scroll", () => requestAnimationFrame(reach), { passive: true });
  new ResizeObserver(reach).observe(document.body);
  fold();
  changed = whenChanged;
  for (const width of [NARROW, WITHIN_MANY]) width.addEventListener("change", fold);
  for (const event of ["formset:added", "formset:removed"]) document.addEventListener(event, fold);
  panes.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) show(button.value);
  });
}
