// The moderators' queue: one key, one decision, one way back. Every button works without this file; with it a decision
// is sent to the same route, the comment leaves the list, and the next one is current.

const queue = document.querySelector("#desk-queue");
const bulk = document.querySelector("#desk-bulk");
const toast = document.querySelector("#desk-toast");
const keys = document.querySelector("#desk-keys");
const TOAST = 12000;
const KEYS = "munur.desk.keys";

let last = null; // what Z takes back: the numbers of the decisions, and the comments where they stood
let busy = false;
let pressed = false;
let timer;

const items = () => [...queue.children];
const current = () => queue.querySelector(".is-current");
const picked = () => items().filter((item) => item.querySelector(".desk-tick input")?.checked);

function go(item, focus) {
  if (!item) return;
  const before = current();
  before?.classList.remove("is-current");
  before?.removeAttribute("aria-current");
  item.classList.add("is-current");
  item.setAttribute("aria-current", "true");
  if (focus) item.focus();
}

function tell(text, undo) {
  const [words, button] = toast.children;
  words.textContent = text;
  button.hidden = !undo;
  toast.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => { toast.hidden = !toast.contains(document.activeElement); }, TOAST);
}

// An error stays on the page, beside what it is about, in words.
function complain(place, text, pk) {
  place.querySelector(".desk-refusal")?.remove();
  const line = document.createElement("p");
  line.className = "desk-refusal";
  line.setAttribute("role", "alert");
  line.textContent = text;
  if (pk) {
    const link = document.createElement("a");
    link.href = place.querySelector(".desk-permalink").href;
    link.textContent = queue.dataset.see;
    line.append(" ", link);
  }
  (place.querySelector(".desk-main") ?? place).append(line);
}

// The answer as {data} or {error: words}. A sign-in page in its place means that nobody is signed in any more.
async function send(address, fields) {
  const token = document.querySelector("#desk-undo [name=csrfmiddlewaretoken]").value;
  let response;
  try {
    response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { Accept: "application/json", "X-CSRFToken": token },
      redirect: "manual",
    });
  } catch {
    return { error: queue.dataset.lost };
  }
  if (response.type === "opaqueredirect") return { error: queue.dataset.signedOut };
  if (response.status >= 500) return { error: queue.dataset.lost };
  const isAnswer = response.headers.get("Content-Type")?.startsWith("application/json");
  return isAnswer ? { data: await response.json() } : { error: queue.dataset.refused };
}

function count(held) {
  for (const place of document.querySelectorAll('[data-held], [data-badge="comments.admin.badges.held"]')) {
    place.textContent = held;
    place.hidden = !held;
  }
}

function settle() {
  document.querySelector("#desk-empty").hidden = items().length > 0;
  const next = document.querySelector("#desk-next");
  if (next) next.hidden = items().length > 0;
  if (next && !next.hidden) document.querySelector("#desk-empty").hidden = true;
  if (bulk) bulk.hidden = !items().length;
  tally();
}

// Those that were decided leave; the one after the last of them is current.
function leave(done) {
  const before = items();
  const gone = before.filter((item) => done.includes(Number(item.dataset.pk)));
  const from = before.indexOf(gone.at(-1));
  const next = before.find((item, place) => place > from && !gone.includes(item))
    ?? before.findLast((item) => !gone.includes(item));
  gone.forEach((item) => item.remove());
  if (next) go(next, true);
  return { before, gone };
}

async function decide(chosen, address, fields) {
  if (busy || !chosen.length) return;
  busy = true;
  chosen.forEach((item) => item.setAttribute("aria-busy", "true"));
  const { data, error } = await send(address, fields);
  chosen.forEach((item) => item.removeAttribute("aria-busy"));
  busy = false;
  if (error) return complain(chosen[0], error);
  count(data.held);
  for (const item of chosen) {
    const refusal = data.refused[item.dataset.pk];
    if (refusal) refuse(item, refusal);
  }
  if (!data.done.length) return;
  last = { decisions: data.decisions, ...leave(data.done) };
  tell(data.text, true);
  settle();
  if (!items().length) toast.querySelector("button").focus();
}

// Somebody else was first: it is in another state now, so these buttons no longer say what they would do.
function refuse(item, text) {
  complain(item, text, item.dataset.pk);
  item.querySelector(".desk-acts")?.remove();
  const box = item.querySelector(".desk-tick input");
  box.checked = false;
  box.disabled = true;
}

async function undo() {
  if (busy || !last) return;
  busy = true;
  const { data, error } = await send(queue.dataset.undo, { decisions: last.decisions });
  busy = false;
  if (error) return tell(error, true);
  count(data.held);
  const back = last.gone.filter((item) => data.done.includes(Number(item.dataset.pk)));
  last.before.filter((item) => item.isConnected || back.includes(item)).forEach((item) => queue.append(item));
  last = null;
  go(back[0], true);
  tell([data.text, ...Object.values(data.refused)].filter(Boolean).join(" "), false);
  settle();
}

function press(item, key) {
  item?.querySelector(`.desk-acts [data-key="${key}"]`)?.click();
}

function tally() {
  const words = document.querySelector(".desk-all span");
  if (!words) return;
  const number = picked().length;
  words.textContent = number ? words.dataset.some.replace("NUMBER", number) : words.dataset.none;
  const every = items().filter((item) => !item.querySelector(".desk-tick input").disabled);
  document.querySelector("#desk-all").checked = number > 0 && number === every.length;
}

function onKey(event) {
  const writes = event.target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (!keys.checked || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || writes) return;
  const now = current();
  const acts = {
    j: () => go(now?.nextElementSibling, true),
    k: () => go(now?.previousElementSibling, true),
    a: () => press(now, "A"),
    s: () => press(now, "S"),
    r: () => press(now, "R"),
    l: () => press(now, "L"),
    x: () => now?.querySelector(".desk-tick input")?.click(),
    z: undo,
  };
  const act = acts[event.key.toLowerCase()];
  if (!act || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  act();
}

function remember() {
  queue.classList.toggle("is-silent", !keys.checked);
  localStorage.setItem(KEYS, keys.checked ? "on" : "off");
}

function start() {
  keys.checked = localStorage.getItem(KEYS) !== "off";
  queue.classList.toggle("is-silent", !keys.checked);
  for (const place of document.querySelectorAll(".desk-keys-on, .desk-all, .desk-keys")) place.hidden = false;
  document.querySelector(".desk-selected")?.remove();
  keys.addEventListener("change", remember);
  go(items().find((item) => `#${item.id}` === location.hash) ?? items()[0], false);

  // A row that opens while the mouse is down would move the button away from under it.
  queue.addEventListener("pointerdown", () => { pressed = true; });
  document.addEventListener("pointerup", () => { setTimeout(() => { pressed = false; }); });
  document.addEventListener("pointercancel", () => { pressed = false; });
  queue.addEventListener("focusin", (event) => { if (!pressed) go(event.target.closest("li")); });
  queue.addEventListener("click", (event) => go(event.target.closest("li")));
  queue.addEventListener("change", tally);
  queue.addEventListener("submit", (event) => {
    const item = event.target.closest("li");
    event.preventDefault();
    decide([item], event.submitter.formAction, { seen: event.target.elements.seen.value });
  });
  bulk?.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = picked();
    if (!chosen.length) return complain(bulk, queue.dataset.noneSelected);
    bulk.querySelector(".desk-refusal")?.remove();
    const values = chosen.map((item) => ["chosen", item.querySelector(".desk-tick input").value]);
    decide(chosen, bulk.action, [["verb", event.submitter.value], ...values]);
  });
  document.querySelector("#desk-all")?.addEventListener("change", (event) => {
    for (const box of queue.querySelectorAll(".desk-tick input:enabled")) box.checked = event.target.checked;
    tally();
  });
  toast.querySelector("button").addEventListener("click", undo);
  document.addEventListener("keydown", onKey);
}

if (queue) start();
