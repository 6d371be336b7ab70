// Cells: arrows at a text's edge, drafts confirmed, and under each cell what there is to say of it.

import { form, grid, rows, touched } from "./desk-grid-rows.js";
import { grow } from "./desk-grow.js";
import { counted, filled, say, settle, words } from "./desk-said.js";

export const wordsIn = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const drafts = () => [...grid.querySelectorAll(".form-group:not(.empty-form) .desk-confirm-box:not(:checked)")];

/** The texts of a row in one language, from the name to the last side. */
export const textsOf = (row, language) => [...row.querySelectorAll(`.desk-grid-row [data-language="${language}"] textarea`)];

export const languageOf = (text) => text.closest("[data-language]").dataset.language;

/** Where a text stands: its row and column. */
export function placeOf(text) {
  const row = text.closest(".form-group");
  return [rows().indexOf(row), textsOf(row, languageOf(text)).indexOf(text)];
}

export function textAt(row, column, language) {
  const group = rows()[row];
  return group && textsOf(group, language)[column];
}

// Keys

function neighbour(text, key) {
  const [row, column] = placeOf(text);
  const language = languageOf(text);
  const { selectionStart: from, selectionEnd: to, value } = text;
  if (from !== to) return null;
  if (key === "ArrowUp" && from === 0) return textAt(row - 1, column, language);
  if (key === "ArrowDown" && from === value.length) return textAt(row + 1, column, language);
  if (key === "ArrowLeft" && from === 0) return textAt(row, column - 1, language);
  if (key === "ArrowRight" && from === value.length) return textAt(row, column + 1, language);
  return null;
}

function go(text, key) {
  text.focus();
  const at = key === "ArrowLeft" || key === "ArrowUp" ? text.value.length : 0;
  text.setSelectionRange(key === "ArrowUp" ? 0 : at, key === "ArrowUp" ? 0 : at);
}

function pressed(event) {
  if (!event.target.matches(".desk-cell-text, .desk-line") || event.defaultPrevented) return;
  if (event.key === "Enter") return entered(event);
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !grid.contains(event.target)) return;
  const text = event.key.startsWith("Arrow") && neighbour(event.target, event.key);
  if (!text) return;
  event.preventDefault();
  go(text, event.key);
}

// A line is one line, so Enter makes none.
function entered(event) {
  event.preventDefault();
  const box = event.target.closest(".desk-cell")?.querySelector(".desk-confirm-box:not(:checked)");
  if (!box || !(event.ctrlKey || event.metaKey)) return;
  box.checked = true;
  touched(box);
  say(words.confirmed, () => unconfirm([box]));
}

// Drafts

function unconfirm(boxes) {
  for (const box of boxes) box.checked = false;
  touched(grid);
}

function confirmAll() {
  const boxes = drafts();
  for (const box of boxes) box.checked = true;
  touched(grid);
  form.querySelector(".desk-grid .desk-cell-text")?.focus();
  say(counted(words.all_confirmed, boxes.length), () => unconfirm(boxes));
}

function countDrafts() {
  const line = form.querySelector(".desk-grid-drafts");
  const count = drafts().length;
  line.hidden = count === 0;
  line.querySelector(".desk-grid-drafts-count").textContent = counted(words.drafts, count);
}

// What is under a cell

function look(row) {
  for (const language of new Set([...row.querySelectorAll(".desk-cell")].map(languageOf))) {
    const texts = textsOf(row, language).filter((text) => text.matches(".desk-cell-text"));
    const values = texts.map((text) => text.value.trim());
    const equal = values.length > 1 && values[0] !== "" && values.every((value) => value.toLowerCase() === values[0].toLowerCase());
    const sentence = equal ? (values.length > 2 ? words.equal_all : words.equal_both) : "";
    const written = row.querySelector("[data-unit], .desk-grid-name textarea")?.value || values.some(Boolean);
    texts.forEach((text, place) => note(text, place === texts.length - 1 ? sentence : "", written));
  }
}

function note(text, equal, written) {
  const cell = text.closest(".desk-cell");
  const count = wordsIn(text.value);
  const line = cell.querySelector(".desk-cell-says");
  const long = count > words.most;
  const empty = written && !text.value.trim() ? words.empty : "";
  const said = long ? filled(words.long, { count, most: words.most }) : empty || equal;
  if (line.textContent !== said) line.textContent = said;
  line.classList.toggle("is-long", long);
  cell.classList.toggle("is-empty", Boolean(empty));
}

export function lookAgain() {
  rows().forEach(look);
  countDrafts();
  grid.querySelectorAll("textarea").forEach(grow);
}

function typed(event) {
  const row = event.target.closest?.(".desk-grid > .form-group");
  if (!row) return;
  const drafted = event.target.closest(".desk-cell.is-drafted");
  // Whoever writes in a drafted cell has confirmed it.
  if (drafted && event.target.matches(".desk-cell-text")) drafted.querySelector(".desk-confirm-box").checked = true;
  if (event.isTrusted) settle();
  look(row);
  countDrafts();
}

export function start() {
  for (const part of form.querySelectorAll(".desk-grid-keys")) part.hidden = false;
  form.addEventListener("keydown", pressed);
  form.addEventListener("input", typed);
  form.addEventListener("change", lookAgain);
  form.querySelector("[data-confirm-all]").addEventListener("click", confirmAll);
  for (const what of ["formset:added", "formset:removed", "formset:returned"]) document.addEventListener(what, () => setTimeout(lookAgain));
  lookAgain();
}
