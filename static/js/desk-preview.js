// The article as readers would see it, of what stands in the form. A new picture is drawn behind the one that is seen,
// and takes its place, scrolled as that one was, when it is there.

import { language } from "./desk-languages.js";
import { shows } from "./desk-panes.js";
import { ask, said } from "./desk-typing.js";

const face = document.querySelector(".desk-preview");
const room = face.querySelector(".desk-frame");
const says = face.querySelector(".desk-preview-failed");
const WIDTH = { phone: 360, wide: 1040 };
const KEPT = "desk-preview-width";

let drawn = ""; // what the last picture was asked with
let request = null;
let seen = null;

/** Draw it anew, if it would look otherwise. */
export async function draw() {
  const wanted = `${language()} ${said()}`;
  if (!face.dataset.address || !shows("preview") || wanted === drawn) return;
  request?.abort();
  const mine = request = new AbortController();
  drawn = wanted;
  try {
    const { address } = await ask(face.dataset.address, { more: { _language: language() }, signal: mine.signal });
    hang(address);
  } catch (error) {
    if (error.name === "AbortError") return;
    drawn = ""; // it is asked again at the next change
    fail(error.message);
  }
}

function hang(address) {
  for (const other of room.querySelectorAll("iframe")) if (other !== seen) other.remove();
  const frame = document.createElement("iframe");
  // No windows, no forms, and the page around it stays where it is.
  frame.setAttribute("sandbox", "allow-same-origin allow-scripts");
  frame.title = room.dataset.title;
  frame.className = "is-coming";
  frame.addEventListener("load", () => reveal(frame));
  frame.src = address;
  room.append(frame);
}

function reveal(frame) {
  if (!frame.isConnected) return;
  const top = seen?.contentWindow?.scrollY ?? 0;
  frame.contentWindow.scrollTo({ top, behavior: "instant" });
  frame.classList.remove("is-coming");
  seen?.remove();
  room.querySelector(".desk-hint")?.remove();
  seen = frame;
  fail("");
}

/** The last picture stays, with a line over it that says why there is no newer one. */
function fail(sentence) {
  if (says.textContent !== sentence) says.textContent = sentence;
  face.classList.toggle("has-failed", sentence !== "");
}

function widen(width) {
  room.dataset.width = width;
  for (const button of face.querySelectorAll(".desk-widths button")) {
    button.setAttribute("aria-pressed", String(button.value === width));
  }
  fit();
  try { localStorage.setItem(KEPT, width); } catch { /* It starts with the phone then. */ }
}

function fit() {
  const scale = Math.min(1, room.clientWidth / WIDTH[room.dataset.width]);
  room.style.setProperty("--width", `${WIDTH[room.dataset.width]}px`);
  room.style.setProperty("--scale", scale);
}

function kept() {
  try { return localStorage.getItem(KEPT) === "wide" ? "wide" : "phone"; } catch { return "phone"; }
}

export function start() {
  if (!face.dataset.address) return; // of those who only look nothing is asked
  face.hidden = false;
  widen(kept());
  new ResizeObserver(fit).observe(room);
  face.querySelector(".desk-widths").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) widen(button.value);
  });
}
