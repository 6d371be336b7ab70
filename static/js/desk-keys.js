// The keys of the article's page. The list of them also switches off those that are one character (WCAG 2.1.4).

import { step } from "./desk-checks.js";
import { next } from "./desk-languages.js";
import { toPreview } from "./desk-panes.js";

const dialog = document.querySelector("#keys");
const box = dialog.querySelector("#desk-keys");
const KEPT = "munur.desk.keys";

const writes = (target) => target.closest("input, textarea, select, [contenteditable=true]") !== null;

function save() {
  const button = document.querySelector("#submit-row [name=_continue]");
  button?.form.requestSubmit(button);
}

/** What a key does, or undefined where it is none of ours. */
function verb(event) {
  const { ctrlKey, metaKey, altKey, shiftKey, code, key } = event;
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && code === "KeyS") return save;
  if (altKey && !ctrlKey && !metaKey && code === "KeyP") return toPreview;
  if (altKey && !ctrlKey && !metaKey && code === "KeyL") return next;
  if (key === "F8" && !ctrlKey && !altKey) return () => step(shiftKey ? -1 : 1);
  if (key === "?" && box.checked && !writes(event.target)) return () => dialog.showModal();
  return undefined;
}

function remember() {
  try { localStorage.setItem(KEPT, box.checked ? "on" : "off"); } catch { /* They are on the next time. */ }
}

export function start() {
  try { box.checked = localStorage.getItem(KEPT) !== "off"; } catch { /* They are on. */ }
  for (const line of document.querySelectorAll(".desk-keys-line")) line.hidden = false;
  box.addEventListener("change", remember);
  document.querySelector("[data-opens-keys]").addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (dialog.open || event.defaultPrevented) return;
    const act = verb(event);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
