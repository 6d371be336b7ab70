// A block from a spreadsheet, pasted into a cell, fills to the right and down; rows are added where it runs over.

import { addRow, grid, rows, touched } from "./desk-grid-rows.js";
import { languageOf, lookAgain, placeOf, textAt, textsOf } from "./desk-grid-keys.js";
import { counted, filled, say, takeBack, words } from "./desk-said.js";

const MOST = 200; // rows at once

/** Lines of cells from what a spreadsheet copies: tabs between cells, quotes around those with tabs or lines inside. */
export function cellsOf(text) {
  const lines = [[""]];
  let quoted = false;
  const add = (sign) => { lines.at(-1)[lines.at(-1).length - 1] += sign; };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') add(sign);
      else if (text[at + 1] === '"') { add('"'); at += 1; } else quoted = false;
    } else if (sign === '"' && lines.at(-1).at(-1) === "" && closes(text, at)) quoted = true;
    else if (sign === "\t") lines.at(-1).push("");
    else if (sign === "\n") lines.push([""]);
    else if (sign !== "\r") add(sign);
  }
  if (lines.at(-1).length === 1 && lines.at(-1)[0] === "") lines.pop();
  return lines.map((line) => line.map((cell) => cell.replace(/\s+/g, " ").trim()));
}

// A quote that begins a cell is the spreadsheet's own only where another ends the cell.
function closes(text, from) {
  const ends = /"(?:""|[^"])*"(?=[\t\r\n]|$)/y;
  ends.lastIndex = from;
  return ends.test(text);
}

function pasted(event) {
  const start = event.target;
  if (!start.matches?.(".desk-grid :is(.desk-cell-text, .desk-line)")) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const lines = cellsOf(text);
  if (!/[\t\n]/.test(text.trimEnd()) && !(lines.length === 1 && text.startsWith('"'))) return;
  event.preventDefault();
  if (lines.length > MOST) say(filled(words.too_many, { most: MOST }));
  else fill(start, lines);
}

function fill(start, lines) {
  const [row, column] = placeOf(start);
  const language = languageOf(start);
  const columns = textsOf(start.closest(".form-group"), language).length;
  const added = lines.slice(rows().length - row).map(addRow);
  const before = [];
  let outside = 0;
  lines.forEach((line, down) => line.forEach((value, right) => {
    const text = column + right < columns && textAt(row + down, column + right, language);
    if (text && !text.disabled) write(text, value, before);
    else outside += value ? 1 : 0;
  }));
  lookAgain();
  start.focus();
  const told = [counted(words.pasted, before.length), outside ? counted(words.outside, outside) : ""];
  say(told.filter(Boolean).join(" "), () => unfill(start, before, added));
}

function write(text, value, before) {
  const box = text.closest(".desk-cell")?.querySelector(".desk-confirm-box");
  before.push([text, text.value, box, box?.checked]);
  text.value = value;
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function unfill(start, before, added) {
  for (const [text, value, box, checked] of before.reverse()) {
    text.value = value;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    if (box) box.checked = checked;
  }
  for (const row of added.reverse()) row.querySelector(".delete-template").click();
  touched(grid);
  start.focus();
}

// The browser knows nothing of what a script wrote, so its own Ctrl+Z takes back only what was typed after it.
function pressed(event) {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "z") return;
  if (takeBack()) event.preventDefault();
}

export function start() {
  grid.addEventListener("paste", pasted);
  grid.addEventListener("keydown", pressed);
}
