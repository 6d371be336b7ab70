// Rows of the article's page: moved by key or dragged, added, and removed with a way back.

import { filled, say, words } from "./desk-said.js";

export const form = document.querySelector("#article_form");
export const grid = form?.querySelector(".desk-grid");
const ROWS = ":scope > .form-group:not(.empty-form)";

export const rowsOf = (formset) => [...(formset?.querySelectorAll(ROWS) ?? [])];
export const rows = () => rowsOf(grid);
const prefixOf = (formset) => JSON.parse(formset.dataset.inlineFormset).options.prefix;
const totalOf = (formset) => form.querySelector(`#id_${prefixOf(formset)}-TOTAL_FORMS`);

/** The number of a row in the names of its fields. */
export function numberOf(group) {
  const name = group.querySelector("input[name$='-key']")?.name ?? group.querySelector("[name*='-']").name;
  return name.match(/-(\d+|__prefix__)-/)[1];
}

/** Something changed that no field tells of by itself. */
export const touched = (element) => element.dispatchEvent(new Event("change", { bubbles: true }));

// Order

function placeAll(formset) {
  rowsOf(formset).forEach((row, place) => {
    const input = row.querySelector("input[name$='-place']");
    if (input) input.value = place;
  });
  touched(formset);
}

function move(group, step) {
  const formset = group.parentElement;
  const groups = rowsOf(formset);
  const from = groups.indexOf(group);
  const other = groups[from + step];
  if (!other) return;
  const focused = document.activeElement;
  if (step < 0) other.before(group);
  else other.after(group);
  focused.focus();
  placeAll(formset);
  say(filled(words.moved, { from: from + 1, to: from + step + 1 }));
}

// What Unfold drags it numbers itself, but not the rows that are new.
function dragged(event) {
  const formset = event.target.closest(".formset");
  if (formset) setTimeout(() => placeAll(formset));
}

// New rows

function begin(group) {
  group.classList.remove("template"); // or it cannot be dragged
  for (const handle of group.querySelectorAll(".desk-handle[hidden]")) handle.hidden = false;
}

/** A row at the end of the grid, as its button makes it. */
export function addRow() {
  grid.querySelector(".add-row").click();
  return rows().at(-1);
}

// A row that was never saved is taken out at once, with what is written in it; so it comes back as it was. Unfold's own
// way draws the rows after it anew, and what was typed in those would be lost.

function removeNew(group) {
  const formset = group.parentElement;
  const next = group.nextElementSibling;
  const near = rowsOf(formset)[rowsOf(formset).indexOf(group) - 1] ?? formset;
  const number = Number(numberOf(group));
  group.remove();
  for (const row of rowsOf(formset)) if (Number(numberOf(row)) > number) renumber(row, Number(numberOf(row)) - 1);
  total(formset, -1);
  tell("removed", formset);
  near.querySelector("textarea:not([hidden]), .add-row, select")?.focus();
  say(words.row_removed, () => bringBack(group, formset, next));
}

function bringBack(group, formset, next) {
  renumber(group, Number(totalOf(formset).value));
  (next?.parentElement === formset ? next : formset.querySelector(".empty-form")).before(group);
  total(formset, 1);
  tell("returned", formset);
  group.querySelector("textarea, select")?.focus();
}

function renumber(group, number) {
  const prefix = prefixOf(group.closest(".formset") ?? formsetOf(group));
  const old = new RegExp(`\\b${prefix}-\\d+-`, "g");
  for (const element of group.querySelectorAll("*")) {
    for (const name of ["name", "id", "for", "aria-describedby", "aria-controls", "aria-labelledby"]) {
      const value = element.getAttribute(name);
      if (value?.match(old)) element.setAttribute(name, value.replace(old, `${prefix}-${number}-`));
    }
  }
}

// A row that is out of the page belongs to the formset that its fields are named after.
const formsetOf = (group) => form.querySelector(`#${group.querySelector("[name]").name.split("-")[0]}-data`);

function total(formset, step) {
  const field = totalOf(formset);
  const most = Number(form.querySelector(`#id_${prefixOf(formset)}-MAX_NUM_FORMS`).value);
  field.value = Number(field.value) + step;
  formset.querySelector(".add-row")?.classList.toggle("hidden", Number(field.value) >= most);
}

function tell(what, formset) {
  placeAll(formset);
  document.dispatchEvent(new CustomEvent(`formset:${what}`, { detail: { formsetName: prefixOf(formset) } }));
}

// The discussion of a row

export function name(group) {
  const shown = [...group.querySelectorAll(".desk-grid-name textarea")].filter((text) => text.value.trim());
  return (shown.find((text) => text.checkVisibility()) ?? shown[0])?.value.trim() || words.no_name;
}

function label(group) {
  const button = group.querySelector(".desk-grid-open");
  if (!button) return;
  button.hidden = false;
  button.querySelector(".desk-hidden").textContent = filled(words.discussion, { row: name(group) });
  const handle = group.querySelector(".desk-handle");
  if (handle) handle.ariaLabel = filled(words.move, { row: name(group) });
  reflect(group);
}

function reflect(group) {
  const { open } = group.querySelector(".desk-grid-more details");
  group.querySelector(".desk-grid-open").ariaExpanded = String(open);
  group.classList.toggle("is-open", open);
  // An editor that was made out of sight could not read its label.
  for (const editor of open ? group.querySelectorAll(".ProseMirror[aria-label='']") : []) {
    editor.ariaLabel = editor.closest(".desk-field").querySelector("label").textContent.trim();
  }
}

/** Open it, or close it. */
function turn(group) {
  const details = group.querySelector(".desk-grid-more details");
  details.open = !details.open;
  reflect(group);
}

function clicked(event) {
  const group = event.target.closest(".form-group");
  if (event.target.closest(".desk-grid-open")) turn(group);
}

function removing(event) {
  const button = event.target.closest(".delete-template");
  if (!button || !form.contains(button)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  removeNew(button.closest(".form-group"));
}

function marked(event) {
  if (!event.target.matches("input.delete")) return;
  const box = event.target;
  if (box.checked) say(words.row_marked, () => { box.checked = false; touched(box); box.focus(); });
}

function pressed(event) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const group = event.target.closest(".form-group");
  if (!event.altKey || event.ctrlKey || !step || !group?.querySelector("input[name$='-place']")) return;
  event.preventDefault();
  move(group, step);
}

function added(event) {
  const group = event.target.closest?.(".form-group");
  if (!group) return;
  begin(group);
  if (!grid.contains(group)) return;
  label(group);
  // A new row's discussion lies outside the part of the row that Unfold tells the prose editor of.
  const more = event.target.nextElementSibling;
  if (event.target.matches(".desk-grid-row") && more?.matches(".desk-grid-more")) {
    more.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: event.detail }));
    group.querySelectorAll(".desk-grid-name textarea").forEach((text) => { if (text.checkVisibility()) text.focus(); });
  }
}

// What must be seen whole is as wide as the card, however wide the table is.
function measure([entry]) {
  grid.style.setProperty("--card-width", `${entry.contentRect.width}px`);
}

export function start() {
  grid.classList.add("has-script");
  new ResizeObserver(measure).observe(grid.parentElement);
  rows().forEach(label);
  for (const group of form.querySelectorAll(".formset > .form-group.template:not(.empty-form)")) begin(group);
  document.addEventListener("click", removing, true);
  form.addEventListener("click", clicked);
  form.addEventListener("change", marked);
  form.addEventListener("keydown", pressed);
  form.addEventListener("end", dragged);
  form.addEventListener("toggle", (event) => { if (event.target.matches(".desk-grid-more details")) reflect(event.target.closest(".form-group")); }, true);
  form.addEventListener("input", (event) => { if (event.target.closest(".desk-grid-name")) label(event.target.closest(".form-group")); });
  document.addEventListener("formset:added", added);
}
