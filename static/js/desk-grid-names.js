// Names of dimensions are completed from those that were used before in the language, most used first.

import { form, grid, rows } from "./desk-grid-rows.js";
import { languageOf } from "./desk-grid-keys.js";
import { counted, made, words } from "./desk-said.js";

const MOST = 6;
const list = made("ul", { id: "desk-names", className: "desk-names", role: "listbox", popover: "manual" });
let field = null;
let chosen = -1;

const known = (language) => [...(form.querySelector(`datalist[data-names="${language}"]`)?.options ?? [])].map((one) => one.value);
const isName = (text) => text.matches?.(".desk-grid .desk-grid-name textarea");

/** Those that begin with what is written; after them those that have a word that does. */
function found(text) {
  const start = text.value.trim().toLowerCase();
  if (!start) return [];
  const used = new Set(rows().flatMap((row) => [...row.querySelectorAll(".desk-grid-name textarea")]).filter((one) => one !== text).map((one) => one.value.trim().toLowerCase()));
  const free = known(languageOf(text)).filter((name) => !used.has(name.toLowerCase()) && name.toLowerCase() !== start);
  const first = free.filter((name) => name.toLowerCase().startsWith(start));
  const then = free.filter((name) => !first.includes(name) && name.toLowerCase().includes(` ${start}`));
  return [...first, ...then].slice(0, MOST);
}

function open(text) {
  const names = found(text);
  if (names.length === 0) return close();
  const isNew = field !== text || list.childElementCount !== names.length;
  field = text;
  chosen = -1;
  list.lang = languageOf(text);
  list.ariaLabel = text.labels?.[0]?.textContent.trim() ?? "";
  list.replaceChildren(...names.map((name, place) => made("li", { role: "option", id: `desk-name-${place}`, textContent: name, ariaSelected: "false" })));
  text.setAttribute("aria-controls", list.id);
  if (!list.matches(":popover-open")) list.showPopover();
  put();
  if (isNew) count(names.length);
}

function count(names) {
  status.textContent = counted(words.suggestions, names);
}
const status = made("p", { className: "desk-hidden", role: "status" });

function put() {
  const { left, bottom, width } = field.getBoundingClientRect();
  Object.assign(list.style, { insetInlineStart: `${left}px`, insetBlockStart: `${bottom + 4}px`, minInlineSize: `${width}px` });
}

function close() {
  if (list.matches(":popover-open")) list.hidePopover();
  for (const name of ["aria-activedescendant", "aria-controls"]) field?.removeAttribute(name);
  status.textContent = "";
  field = null;
}

function mark(step) {
  const items = [...list.children];
  chosen = (chosen + step + items.length + (chosen < 0 && step < 0 ? 1 : 0)) % items.length;
  items.forEach((item, place) => { item.ariaSelected = String(place === chosen); });
  field.setAttribute("aria-activedescendant", items[chosen].id);
}

function take(item) {
  const text = field;
  close();
  text.value = item.textContent;
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
  close();
}

function pressed(event) {
  if (!field || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") mark(event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

export function start() {
  (document.querySelector("main") ?? document.body).append(list, status);
  grid.querySelectorAll(".desk-grid-name textarea").forEach((text) => text.setAttribute("aria-autocomplete", "list"));
  form.addEventListener("keydown", pressed, true);
  form.addEventListener("input", (event) => { if (isName(event.target) && event.isTrusted) open(event.target); });
  form.addEventListener("focusout", (event) => { if (event.target === field) close(); });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => { if (event.target.matches("li")) take(event.target); });
  addEventListener("scroll", () => { if (field) put(); }, { capture: true, passive: true });
}
