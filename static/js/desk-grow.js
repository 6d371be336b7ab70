// Texts that grow with what is written in them, where the browser does not know `field-sizing`.

import { form } from "./desk-grid-rows.js";

const MISSING = !CSS.supports("field-sizing", "content");
const widths = new WeakMap();
const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target)));

export function grow(text) {
  if (!MISSING || !text.clientWidth) return; // what is out of sight has no height to measure
  text.style.blockSize = "auto";
  text.style.blockSize = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
}

/** When it comes into sight, and when it gets wider or narrower. */
function fit(text) {
  if (widths.get(text) === text.clientWidth) return;
  widths.set(text, text.clientWidth);
  grow(text);
}

function watch(part) {
  for (const text of part.querySelectorAll("textarea")) observer.observe(text);
}

export function start() {
  if (!MISSING) return;
  watch(form);
  form.addEventListener("input", ({ target }) => { if (target.matches("textarea")) grow(target); });
  document.addEventListener("formset:added", ({ target }) => { if (target.closest) watch(target.closest(".form-group") ?? target); });
}
