// A new subject without leaving the article: a dialog that the site draws, and the field that it is chosen in.

import { filled, given, made, say, words } from "./desk-said.js";

const form = document.querySelector("#article_form");
const address = given.newSubject;
const SUBJECT = "select[name^='sides-'][name$='-subject']";
const dialog = made("dialog", { className: "desk-dialog" });
let field = null;

function offer(within) {
  for (const select of within.querySelectorAll(SUBJECT)) {
    const box = select.closest(".desk-field");
    if (select.disabled || !box || box.querySelector(".desk-subject-new")) continue;
    const button = made("button", { type: "button", className: "desk-subject-new", textContent: words.new_subject });
    box.append(button);
  }
}

async function open(button) {
  field = button.closest(".desk-field").querySelector(SUBJECT);
  dialog.setAttribute("aria-labelledby", "desk-new-subject-heading");
  const answer = await asked(address, { method: "GET" });
  if (answer.error) return say(answer.error);
  draw(answer.html);
  dialog.showModal();
  return dialog.querySelector("input:not([type=hidden])").focus();
}

/** What the site answers, or a sentence on why it did not. */
async function asked(url, options) {
  try {
    const response = await fetch(url, { ...options, headers: { Accept: "application/json" } });
    if (response.redirected) return { error: words.signed_out };
    return await response.json();
  } catch { return { error: words.unreachable }; }
}

// The site's own words; it has made what is in them safe.
function draw(html) {
  dialog.replaceChildren(document.createRange().createContextualFragment(html));
  for (const box of dialog.querySelectorAll(".desk-field.errors")) {
    const input = box.querySelector("input, select");
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", box.querySelector(".desk-error").id);
  }
  for (const reading of dialog.querySelectorAll(".desk-new-subject-readings button")) reading.ariaPressed = String(says(reading));
  (dialog.querySelector("[data-focus]") ?? dialog.querySelector("input:not([type=hidden])"))?.focus();
}

async function send(event) {
  event.preventDefault();
  const body = new FormData(event.target);
  if (event.submitter?.name) body.append(event.submitter.name, event.submitter.value);
  const answer = await asked(address, { method: "POST", body });
  if (answer.error) dialog.querySelector(".desk-new-subject-says").textContent = answer.error;
  else if (answer.html) draw(answer.html);
  else choose(answer.id, answer.text, words.chosen);
}

function choose(id, text, sentence) {
  if (![...field.options].some((option) => option.value === String(id))) field.append(new Option(text, id));
  field.value = String(id);
  window.django?.jQuery?.(field).trigger("change");
  field.dispatchEvent(new Event("change", { bubbles: true }));
  dialog.close();
  say(filled(sentence, { name: text }));
}

function pressed(event) {
  const button = event.target.closest("button");
  if (button?.matches("[data-close]")) dialog.close();
  else if (button?.matches(".desk-new-subject-same button")) choose(button.value, button.dataset.name, words.taken);
  else if (button?.matches(".desk-new-subject-readings button")) read(button);
}

const part = (name) => dialog.querySelector(`[name="new-subject-${name}"]`);
const says = (button) => Object.entries(button.dataset).every(([name, value]) => part(name).value === value);

function read(button) {
  for (const [name, value] of Object.entries(button.dataset)) part(name).value = value;
  for (const other of button.parentElement.children) other.ariaPressed = String(other === button);
}

function closed() {
  dialog.replaceChildren();
  field?.closest(".desk-field").querySelector(".desk-subject-new")?.focus();
}

if (form && address) {
  document.body.append(dialog);
  offer(form);
  document.addEventListener("formset:added", (event) => { if (event.target.closest) offer(event.target); });
  form.addEventListener("click", (event) => { if (event.target.matches(".desk-subject-new")) open(event.target); });
  dialog.addEventListener("submit", send);
  dialog.addEventListener("click", pressed);
  dialog.addEventListener("close", closed);
}
