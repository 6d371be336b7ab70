// What is typed is kept in this browser until it is saved, and offered back when it was not: after a crash, an ended
// session, a lost connection. It is never put in by itself. The site draws the page from it, as from a form with errors.

import { filled, given, made, say, words } from "./desk-said.js";

const form = document.querySelector("#article_form");
const START = "munur.kept.";
const PAUSE = 1200; // milliseconds
const OLDEST = 30 * 24 * 60 * 60 * 1000;
const LARGEST = 1_000_000; // characters of one text
const MOST = 20; // texts
const OWN = ["csrfmiddlewaretoken", "version", "_kept"]; // what says nothing of what was written

const place = location.pathname.match(/article\/(.+?)\/(?:change\/)?$/)?.[1] ?? "add";
const token = given.kept || randomName();
let first = "";
let timer;
let isSending = false;
let isFull = false;

function randomName() {
  return crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");
}

// The browser's store. Where it is closed or full, that is said, and the form works as before.

function keys() {
  try { return Object.keys(localStorage).filter((key) => key.startsWith(START)); } catch { return []; }
}

function read(key) {
  try {
    const text = JSON.parse(localStorage.getItem(key));
    return text && text.fields && Number.isFinite(text.at) ? { ...text, key } : null;
  } catch { return null; }
}

function drop(key) {
  try { localStorage.removeItem(key); } catch { /* Then there is nothing to drop. */ }
}

/** Let go of what was saved, of what is too old, and of the oldest where there are too many. */
function sweep() {
  const saved = new Set((document.cookie.match(/(?:^|; )desk-saved=([^;]*)/)?.[1] ?? "").split("."));
  const texts = keys().map((key) => read(key) ?? { key, at: 0, token: "" });
  texts.sort((one, other) => other.at - one.at);
  texts.forEach((text, rank) => {
    if (rank >= MOST || saved.has(text.token) || Date.now() - text.at > OLDEST) drop(text.key);
  });
}

// What stands in the form

function fields() {
  const found = {};
  for (const [name, value] of new FormData(form)) if (typeof value === "string") (found[name] ??= []).push(value);
  delete found.csrfmiddlewaretoken;
  return found;
}

const content = (found) => JSON.stringify(Object.entries(found).filter(([name]) => !OWN.includes(name)).sort(([one], [other]) => (one < other ? -1 : 1)));
const isChanged = () => Boolean(given.kept) || content(fields()) !== first;

function keep() {
  clearTimeout(timer);
  const key = `${START}${given.person}.${place}.${token}`;
  const found = fields();
  if (!given.kept && content(found) === first) {
    drop(key);
    return tell("");
  }
  const text = JSON.stringify({ at: Date.now(), token, person: given.person, place, fields: found });
  if (text.length > LARGEST) return fail(words.large);
  try {
    localStorage.setItem(key, text);
  } catch { return fail(words.full); }
  isFull = false;
  return tell(filled(words.kept, { time: moment(Date.now()) }));
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(keep, PAUSE);
}

const line = document.querySelector("#autosaved") ?? made("span", { id: "autosaved", role: "status" });

function tell(sentence) {
  if (!line.isConnected) form.append(line);
  if (line.textContent !== sentence) line.textContent = sentence;
}

function fail(sentence) {
  if (!isFull) tell(sentence);
  isFull = true;
}

/** "kl. 14.32", of another day "22. nóvember kl. 14.32". */
function moment(at) {
  const date = new Date(at);
  const [hour, minute] = [date.getHours(), String(date.getMinutes()).padStart(2, "0")];
  const time = words.language === "is" ? `${hour}.${minute}` : `${String(hour).padStart(2, "0")}:${minute}`;
  if (date.toDateString() === new Date().toDateString()) return filled(words.at, { time });
  const day = new Intl.DateTimeFormat(words.language, { day: "numeric", month: "long" }).format(date);
  return filled(words.day_at, { day, time });
}

// What was not saved

async function openElsewhere() {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.map((lock) => lock.name));
}

async function offer() {
  const here = `${START}${given.person}.${place}.`;
  const now = content(fields());
  const elsewhere = await openElsewhere();
  const texts = keys().filter((key) => key.startsWith(here)).map(read).filter((text) => text && text.token !== token);
  for (const text of texts.filter((one) => content(one.fields) === now)) drop(text.key);
  const left = texts.filter((one) => content(one.fields) !== now).sort((one, other) => other.at - one.at);
  if (left.length > 0) draw(left, elsewhere);
}

function draw(texts, elsewhere) {
  const strip = made("section", { id: "desk-kept", className: "desk-kept", ariaLabel: words.strip });
  let older = false;
  for (const text of texts) {
    strip.append(elsewhere.has(START + text.token) ? there(text) : lineOf(text, older, strip));
    older ||= !elsewhere.has(START + text.token);
  }
  document.querySelector(".desk-bar, #article_form").before(strip);
}

const there = (text) => made("div", {}, made("p", { textContent: filled(words.elsewhere, { time: moment(text.at) }) }));

function lineOf(text, older, strip) {
  const time = moment(text.at);
  const sentence = [filled(older ? words.older : words.offered, { time })];
  if (String(text.fields.version ?? "") !== form.elements.version?.value) sentence.push(words.later_saved);
  const take = made("button", { type: "button", className: "desk-button is-main", textContent: words.take });
  const throwAway = made("button", { type: "button", className: "desk-button", textContent: words.throw });
  take.setAttribute("aria-label", filled(words.take_one, { time }));
  throwAway.setAttribute("aria-label", filled(words.throw_one, { time }));
  const row = made("div", {}, made("p", { textContent: sentence.join(" ") }), take, throwAway);
  take.addEventListener("click", () => takeBack(text));
  throwAway.addEventListener("click", () => {
    drop(text.key);
    row.remove();
    if (!strip.childElementCount) strip.remove();
    form.querySelector("textarea, input:not([type=hidden])")?.focus();
    say(words.thrown, () => { try { localStorage.setItem(text.key, JSON.stringify(text)); } catch { /* It is gone. */ } offer(); });
  });
  return row;
}

// What is written here meanwhile is kept as a text of its own, so nothing is lost by taking the other.
function takeBack(text) {
  keep();
  isSending = true;
  const typed = { ...text.fields, _kept: [text.token] };
  const sent = made("form", { method: "post", action: location.pathname, hidden: true });
  const csrf = form.elements.csrfmiddlewaretoken.value;
  for (const [name, value] of Object.entries({ csrfmiddlewaretoken: csrf, _typed: JSON.stringify(typed), _back: "1" })) {
    sent.append(made("input", { type: "hidden", name, value }));
  }
  document.body.append(sent);
  sent.submit();
}

// Leaving

function leaving(event) {
  if (isSending || !isChanged()) return;
  keep();
  event.preventDefault();
}

function sending() {
  if (isChanged()) keep();
  isSending = true;
  setTimeout(() => { isSending = false; }, 1000); // where nothing comes of it, one is still here
}

function start() {
  form.classList.remove("warn-unsaved-form"); // Unfold asks whenever a key was pressed
  form.append(made("input", { type: "hidden", name: "_kept", value: token }));
  navigator.locks?.request(START + token, () => new Promise(() => {}));
  first = content(fields());
  sweep();
  offer();
  if (given.kept) keep();
  for (const event of ["input", "change"]) {
    form.addEventListener(event, later);
    document.querySelector("#submit-row")?.addEventListener(event, later);
  }
  for (const event of ["formset:added", "formset:removed", "formset:returned"]) document.addEventListener(event, later);
  window.django?.jQuery?.(form).on("change", later); // Select2 tells jQuery alone.
  form.addEventListener("submit", sending);
  addEventListener("beforeunload", leaving);
  addEventListener("pagehide", () => { if (!isSending && isChanged()) keep(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden && isChanged()) keep(); });
}

// The editors of prose write their own first words into the form, so what it says is read when they have.
if (form && given.person) {
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}
