// The desk's home by key: J and K walk through what waits, Enter opens it, N begins an article. Without this file every
// link and button is there as well.

const home = document.querySelector(".desk-home");
const keys = document.querySelector("#desk-keys");
const KEYS = "munur.desk.keys"; // the same switch as in the queue of comments

const items = () => [...home.querySelectorAll(".desk-item")];
const current = () => document.activeElement.closest?.(".desk-item");

function step(by) {
  const all = items();
  const place = all.indexOf(current());
  const next = place < 0 ? all[0] : all[place + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function open(item) {
  item.querySelector(".desk-item-do a, .desk-item-do button")?.click();
}

function onKey(event) {
  const { target } = event;
  const writes = target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (!keys.checked || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || writes) return;
  if (document.querySelector("dialog[open]")) return;
  const acts = { j: () => step(1), k: () => step(-1), n: () => document.querySelector("#desk-new")?.click() };
  // Enter on a link or a button is theirs.
  if (target.matches(".desk-item")) acts.enter = () => open(target);
  const act = acts[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
}

function listen() {
  home.classList.toggle("is-silent", !keys.checked);
}

if (home) {
  keys.checked = localStorage.getItem(KEYS) !== "off";
  listen();
  for (const place of document.querySelectorAll(".desk-home-keys, .desk-home-switch")) place.hidden = false;
  keys.addEventListener("change", () => {
    localStorage.setItem(KEYS, keys.checked ? "on" : "off");
    listen();
  });
  document.addEventListener("keydown", onKey);
}
