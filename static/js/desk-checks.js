// The checks beside the form: asked for anew when the form changes, each leads to its place, and a known word is set.

import { set, spot } from "./desk-texts.js";
import { codes, count, fieldOf, language, show as showLanguage, typedIn } from "./desk-languages.js";
import { show as showPane, takesTurns } from "./desk-panes.js";
import { ask, form, said } from "./desk-typing.js";

const face = document.querySelector(".desk-checks");
const list = face.querySelector(".desk-check-list");
const errors = face.querySelector(".desk-check-errors");
const says = face.querySelector("#checks-say");
const template = face.querySelector("#check-template");

let findings = JSON.parse(face.querySelector("#findings").textContent);
let checked = ""; // what the form said when they were found
let current = -1;
let request = null;

const name = (one) => [one.path, one.language, one.rule, one.start, one.sentence].join(" ");

export async function check() {
  const now = said();
  if (!face.dataset.address || now === checked) return;
  request?.abort();
  request = new AbortController();
  try {
    const answer = await ask(face.dataset.address, { signal: request.signal });
    checked = now;
    errors.replaceChildren(...answer.errors.map(line));
    draw(answer.findings);
  } catch (error) {
    if (error.name !== "AbortError") checked = ""; // The preview says why; these are the last that were found.
  }
}

function line(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}

function draw(found) {
  const before = findings.map(name).join("\n");
  if (found.map(name).join("\n") === before) return;
  const held = list.contains(document.activeElement) ? [...list.children].indexOf(document.activeElement.closest("li")) : -1;
  const was = findings[current] && name(findings[current]);
  if (found.length !== findings.length) says.textContent = says.dataset.counted.replace("{count}", found.length);
  findings = found;
  current = findings.findIndex((one) => name(one) === was);
  list.replaceChildren(...findings.map(item));
  tally();
  if (held >= 0) (list.children[Math.min(held, findings.length - 1)]?.querySelector("a") ?? face.querySelector("h2")).focus();
}

function item(one) {
  const row = template.content.firstElementChild.cloneNode(true);
  row.classList.add(`is-${one.kind}`);
  row.querySelector(".desk-sign").textContent = one.kind === "guess" ? "?" : "!";
  row.querySelector("[data-label]").textContent = `${one.label}:`;
  row.querySelector("[data-sentence]").textContent = one.sentence;
  row.querySelector("[data-place]").textContent = one.place;
  const spoken = row.querySelector("[data-language-name]");
  spoken.textContent = document.querySelector(`.desk-languages [value="${one.language}"] > span`)?.textContent ?? "";
  spoken.lang = one.language;
  return ready(row, one);
}

/** What a row gets of this script: a place that exists, and a button where there is something to set. */
function ready(row, one) {
  const field = target(one);
  row.querySelector("[data-place]").href = `#${field?.id || field?.closest("[id]")?.id || "content-main"}`;
  const way = row.querySelector(".desk-check-way"); // to another page, where it is mended
  way.hidden = !one.address;
  if (one.address) way.href = one.address;
  const button = row.querySelector(".desk-fix");
  button.hidden = !one.wanted || one.start === null || !own(one);
  if (!button.hidden) button.textContent = button.dataset.fix.replace("{word}", one.wanted);
  return row;
}

function tally() {
  count(findings);
  face.querySelector("#no-checks").hidden = findings.length > 0;
  document.querySelector("[data-checks-count]").textContent = findings.length;
  for (const place of face.querySelectorAll(".desk-tally")) {
    const own = findings.filter((one) => one.kind === place.dataset.kind).length;
    place.hidden = own === 0;
    place.querySelector("[data-count]").textContent = own;
  }
}

/** The text's own field. That of a row which has not been saved is known by its name alone. */
const own = (one) => fieldOf(one.path, one.language) ?? (one.field ? form.elements.namedItem(one.field) : null);

/** The field that a finding speaks of; of a row that has no such field here, what stands for the row. */
function target(one) {
  const [kind, key] = one.path.split(":");
  if (kind === "sides") return form.querySelector("#sides-heading");
  return own(one) ?? fieldOf(`${kind}:${key}`, one.language) ?? fieldOf(`row:${key}:name`, one.language);
}

function go(one) {
  const field = target(one);
  if (takesTurns()) showPane("write");
  if (!field) return;
  if (codes.includes(one.language) && form.dataset.shown !== "") showLanguage(one.language);
  field.closest("details")?.setAttribute("open", "");
  const isOwn = field === own(one);
  const text = isOwn ? typedIn(field) : field;
  if (text.matches("h2")) text.tabIndex = -1;
  const box = text.matches("select") ? text.parentElement.querySelector(".select2-selection") ?? text : text;
  box.focus();
  box.scrollIntoView({ block: "center" });
  if (isOwn) spot(field, one.start, one.end);
}

/** F8: the next one of the language that is shown, then of the others. */
export function step(by) {
  if (findings.length === 0) return;
  const start = current < 0 ? Math.max(0, findings.findIndex((one) => one.language === language())) - (by > 0 ? 1 : 0) : current;
  current = (start + by + findings.length) % findings.length;
  for (const row of list.children) row.removeAttribute("aria-current");
  list.children[current].setAttribute("aria-current", "true");
  list.children[current].scrollIntoView({ block: "nearest" });
  go(findings[current]);
}

async function fix(one) {
  if (checked && checked !== said()) await check();
  const same = findings.find((other) => [other.path, other.language, other.rule, other.wanted].join() === [one.path, one.language, one.rule, one.wanted].join());
  if (!same) return;
  go(same);
  set(own(same), same.start, same.end, same.wanted);
  says.textContent = says.dataset.set.replace("{word}", same.wanted).replace("{place}", same.place);
}

export function start() {
  checked = said();
  [...list.children].forEach((row, place) => ready(row, findings[place]));
  tally();
  list.addEventListener("click", (event) => {
    const row = event.target.closest("li");
    const one = row && findings[[...list.children].indexOf(row)];
    if (!one || !event.target.closest("a, button") || event.target.closest(".desk-check-way")) return;
    event.preventDefault();
    event.target.closest("button") ? fix(one) : go(one);
  });
}
