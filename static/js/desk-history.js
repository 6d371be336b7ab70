// The history by keys: J and K go from revision to revision, F and T choose, Enter compares. The page works without.

const form = document.querySelector("#desk-compare");
const keys = document.querySelector("#desk-keys");
const KEYS = "munur.desk.keys";

const lines = () => [...form.querySelectorAll("tbody tr")];
const current = () => form.querySelector("tr.is-current");

function go(line) {
  if (!line) return;
  current()?.classList.remove("is-current");
  line.classList.add("is-current");
  line.querySelector("input").focus();
}

function step(by) {
  const all = lines();
  const place = all.indexOf(current());
  go(place < 0 ? all[0] : all[place + by]);
}

// A line that nobody went to yet has no choice to make.
function choose(name) {
  const box = current()?.querySelector(`input[name=${name}]`);
  if (!box) return;
  box.checked = true;
  box.focus();
}

function onKey(event) {
  const writes = event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  if (!keys.checked || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || writes) return;
  const acts = { j: () => step(1), k: () => step(-1), f: () => choose("from"), t: () => choose("to") };
  const act = acts[event.key.toLowerCase()];
  if (!act || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  act();
}

function show() {
  form.querySelector(".desk-keys").hidden = !keys.checked;
  localStorage.setItem(KEYS, keys.checked ? "on" : "off");
}

function start() {
  keys.checked = localStorage.getItem(KEYS) !== "off";
  keys.closest("label").hidden = false;
  show();
  keys.addEventListener("change", show);
  form.addEventListener("focusin", (event) => {
    const line = event.target.closest("tbody tr");
    if (!line || line === current()) return;
    current()?.classList.remove("is-current");
    line.classList.add("is-current");
  });
  document.addEventListener("keydown", onKey);
}

if (form) start();
