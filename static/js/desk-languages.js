// One language of the article at a time. The tabs stand above the form; "" shows all of them.

import { form } from "./desk-typing.js";

const KEPT = "desk-language";
const bar = document.querySelector(".desk-bar .desk-languages");
const buttons = [...(bar?.querySelectorAll("button") ?? [])];
export const codes = buttons.map((button) => button.value).filter(Boolean);

let last = codes[0];
let changed = () => {};

/** The language that is shown; where all are, the one that was shown before. */
export const language = () => form.dataset.shown || last;

export function show(code) {
  if (form.dataset.shown === code) return;
  form.dataset.shown = code;
  last = code || last;
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === code));
  try { localStorage.setItem(KEPT, code); } catch { /* A browser that keeps nothing starts with the first. */ }
  changed();
}

/** To the next language, and in it to the same text. */
export function next() {
  const field = document.activeElement?.closest(".desk-field, .desk-cell")?.querySelector("[data-unit]");
  show(codes[(codes.indexOf(language()) + 1) % codes.length]);
  const path = field?.dataset.unit;
  if (path) textOf(path, language())?.focus();
}

/** What takes the typing of a text: its field, or the editor that stands for it. */
export const textOf = (path, code) => typedIn(fieldOf(path, code));

export function typedIn(field) {
  return field?.closest(".prose-editor")?.querySelector(".ProseMirror") ?? field;
}

export function fieldOf(path, code) {
  const fields = [...form.querySelectorAll(`[data-unit="${CSS.escape(path)}"]`)];
  return fields.find((field) => field.lang === code) ?? fields.find((field) => !field.lang);
}

function kept() {
  try {
    const code = localStorage.getItem(KEPT);
    if (codes.includes(code) || code === "") return code;
  } catch { /* As above. */ }
  return codes[0];
}

/** Each language has its own count of checks. */
export function count(findings) {
  for (const button of buttons.filter((one) => one.value)) {
    const own = findings.filter((one) => one.language === button.value);
    const place = button.querySelector(".desk-tab-count");
    place.hidden = own.length === 0;
    place.classList.toggle("is-stop", own.some((one) => one.kind === "stop"));
    place.querySelector("[data-count]").textContent = own.length;
  }
}

export function start(whenChanged) {
  if (codes.length < 2) return;
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) show(button.value);
  });
  // Where something is to be mended, nothing is hidden.
  show(form.querySelector(".errors") ? "" : kept());
  changed = whenChanged;
}
