// The columns of the grid follow the sides of the form: chosen, moved, removed and brought back before anything is
// saved. A column that goes keeps what is written in it, in case its side comes back.

import { lookAgain } from "./desk-grid-keys.js";
import { form, grid, name, numberOf, rows, rowsOf } from "./desk-grid-rows.js";
import { filled, say, words } from "./desk-said.js";

const sides = form?.querySelector("#sides-data");
const template = form?.querySelector("#desk-grid-column");
const kept = new Map(); // of each side its heading, and its cell in each row

const chosen = (side) => side.querySelector("select[name$='-subject']");
const isSaved = (side) => Boolean(side.querySelector("input[name$='-key']")?.value);
const idOf = (side) => (isSaved(side) ? side.querySelector("input[name$='-key']").value : `new-${numberOf(side)}`);
const isLeaving = (side) => Boolean(side.querySelector("input.delete")?.checked);

function labelOf(side) {
  const select = chosen(side);
  return select?.value ? select.selectedOptions[0]?.textContent.trim() : "";
}

const all = () => [...rows(), grid.querySelector(":scope > .empty-form")].filter(Boolean);
const headRow = () => grid.querySelector("thead tr");


/** What the server has drawn, by side. */
function read() {
  for (const side of rowsOf(sides)) {
    const id = CSS.escape(idOf(side));
    const head = headRow().querySelector(`[data-side="${id}"]`);
    if (!head) continue;
    const cells = new Map(all().map((row) => [row, row.querySelector(`.desk-grid-cell[data-side="${id}"]`)]));
    kept.set(side, { head, cells });
  }
}

function draw() {
  const shown = rowsOf(sides).filter((side) => labelOf(side) || kept.has(side));
  shown.forEach((side) => kept.has(side) || begin(side));
  const columns = shown.map((side) => kept.get(side));
  put(headRow(), columns.map((column) => column.head), "th.desk-grid-head", ".desk-grid-acts");
  for (const row of all()) {
    const line = row.querySelector(".desk-grid-row");
    put(line, columns.map((column) => cellOf(column, row)), ".desk-grid-cell", ".desk-grid-acts");
  }
  shown.forEach((side, place) => dress(side, kept.get(side), place + 1));
  span(shown.length);
  lookAgain();
}

function begin(side) {
  const head = Object.assign(document.createElement("th"), { scope: "col", className: "desk-grid-head" });
  kept.set(side, { head, cells: new Map() });
  if (grid.classList.contains("is-ready")) say(filled(words.column_added, { side: labelOf(side) }));
}

function cellOf(column, row) {
  const cell = column.cells.get(row);
  if (cell) return cell;
  const fresh = template.content.firstElementChild.cloneNode(true);
  column.cells.set(row, fresh);
  return fresh;
}

function put(line, wanted, what, before) {
  const there = [...line.querySelectorAll(`:scope > ${what}`)];
  if (there.length === wanted.length && there.every((one, place) => one === wanted[place])) return;
  const focused = document.activeElement;
  there.filter((one) => !wanted.includes(one)).forEach((one) => one.remove());
  line.querySelector(`:scope > ${before}`).before(...wanted);
  if (line.contains(focused)) focused.focus();
}

/** Names, ink and labels, as the side and the row are called now. */
function dress(side, { head, cells }, ink) {
  const [id, label] = [idOf(side), labelOf(side)];
  for (const [row, cell] of cells) {
    if (!row.isConnected || !cell) continue;
    rename(cell, `dimensions-${numberOf(row)}`, id);
    cell.querySelector(".desk-grid-side").textContent = label;
    nameFields(cell, row, label);
    colour(cell, ink, isLeaving(side), id);
  }
  head.textContent = label;
  colour(head, ink, isLeaving(side), id);
  side.className = side.className.replace(/\bs\d\b/, `s${ink}`);
}

function colour(element, ink, leaves, id) {
  if (!element.classList.contains(`s${ink}`)) {
    element.classList.remove("s__ink__", "s1", "s2", "s3", "s4", "s5");
    element.classList.add(`s${ink}`);
  }
  element.classList.toggle("is-leaving", leaves);
  element.dataset.side = id;
}

function rename(cell, prefix, id) {
  for (const field of cell.querySelectorAll("textarea, select, input")) {
    const [, kind, language] = field.name.match(/-(cell|confirm|source)-.+?(?:-([a-z]{2}))?$/) ?? [];
    if (!kind) continue;
    field.name = language && kind !== "source" ? `${prefix}-${kind}-${id}-${language}` : `${prefix}-${kind}-${id}`;
    field.id = `id_${field.name}`;
  }
}

function nameFields(cell, row, label) {
  for (const text of cell.querySelectorAll(".desk-cell-text")) {
    text.ariaLabel = `${name(row)}, ${label}, ${text.closest(".desk-cell").dataset.languageName}`;
  }
}

function span(count) {
  grid.dataset.sides = count;
  for (const cell of grid.querySelectorAll(".desk-grid-more > td[colspan]")) cell.colSpan = count + 2;
  grid.querySelector("tfoot td").colSpan = count + 3;
  form.querySelector(".desk-grid-none")?.toggleAttribute("hidden", count > 0);
}

/** A row that was added brings the cells that its template had; they belong to the same sides. */
function adopt(row) {
  for (const [side, column] of kept) {
    const id = CSS.escape(idOf(side));
    if (!column.cells.has(row)) column.cells.set(row, row.querySelector(`.desk-grid-cell[data-side="${id}"]`));
    if (!column.cells.get(row)) column.cells.delete(row);
  }
}

function named(event) {
  const row = event.target.closest(".desk-grid-name")?.closest(".form-group");
  for (const [side, column] of row ? kept : []) if (column.cells.get(row)) nameFields(column.cells.get(row), row, labelOf(side));
}

export function start() {
  if (!sides || !template) return;
  read();
  draw();
  grid.classList.add("is-ready");
  sides.addEventListener("change", draw);
  sides.addEventListener("end", () => setTimeout(draw));
  window.django?.jQuery?.(sides).on("change", draw); // Select2 tells jQuery alone.
  form.addEventListener("input", named);
  document.addEventListener("formset:added", (event) => {
    const row = event.target.closest?.(".desk-grid > .form-group");
    if (row) adopt(row);
    draw();
  });
  for (const what of ["formset:removed", "formset:returned"]) document.addEventListener(what, draw);
}


