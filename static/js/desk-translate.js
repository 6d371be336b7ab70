// Source and translation side by side: next and previous by key, and a text that is done is saved in its place. The form
// works without this file; with it the same form is sent with one text in it, and the page that comes back is read.

const form = document.querySelector("#translate-form");
const status = document.querySelector("#tr-status");
const units = () => [...form.querySelectorAll(".desk-unit")].filter((unit) => unit.checkVisibility());
const waiting = () => units().filter((unit) => !unit.classList.contains("is-ok"));
const current = () => form.querySelector(".desk-unit.is-current");
const field = (unit) => unit.querySelector("textarea");
const box = (unit) => unit.querySelector(".ProseMirror") ?? field(unit);
const say = (text) => { status.textContent = text; };

let dirty = false;
let sending = false;

function go(unit, focus = true) {
  if (!unit) return;
  current()?.classList.remove("is-current");
  unit.classList.add("is-current");
  if (!focus) return;
  unit.scrollIntoView({ block: "nearest" });
  (box(unit) ?? unit).focus();
}

function step(by) {
  const all = units();
  go(all[all.indexOf(current()) + by]);
}

// What takes the place of a text on this page: the same text on the page that came back.
function redraw(unit, page) {
  const fresh = page.querySelector(`.desk-unit[data-unit="${CSS.escape(unit.dataset.unit)}"]`);
  document.querySelector("#tr-head").replaceWith(page.querySelector("#tr-head"));
  document.querySelector(".desk-tr-keys").hidden = false;
  if (!fresh) return false;
  const failed = fresh.querySelector(".desk-error, .desk-unit-theirs");
  for (const part of [".desk-unit-head", ".desk-unit-source"]) unit.querySelector(part).replaceWith(fresh.querySelector(part));
  for (const old of unit.querySelectorAll(".desk-error, .desk-unit-theirs")) old.remove();
  for (const input of unit.querySelectorAll("input[type=hidden]")) {
    const now = [...fresh.querySelectorAll("input[type=hidden]")].find((other) => other.name === input.name);
    if (now) input.value = now.value;
  }
  const state = [...fresh.classList].find((name) => name.startsWith("is-") && name !== "is-current");
  unit.className = `desk-unit ${state}${unit.classList.contains("is-current") ? " is-current" : ""}`;
  if (failed) unit.querySelector(".desk-unit-do").before(failed);
  return !failed;
}

async function send(unit, verb) {
  const data = new FormData();
  data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  data.append("do", verb);
  for (const input of unit.querySelectorAll("textarea[name], input[name]")) data.append(input.name, input.value);
  const response = await fetch(form.action || location.href, { method: "POST", body: data });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (!page.querySelector("#translate-form")) throw new Error("This is not the page.");
  return page;
}

async function done(unit, verb) {
  if (sending) return;
  sending = true;
  const later = waiting().slice(waiting().indexOf(unit) + 1);
  try {
    const page = await send(unit, verb);
    if (redraw(unit, page)) {
      delete unit.dataset.dirty;
      dirty = form.querySelector("[data-dirty]") !== null;
      say(document.querySelector("#tr-said").textContent);
      go(later.find((one) => !one.classList.contains("is-ok")) ?? waiting().find((one) => one !== unit) ?? unit);
    } else {
      go(unit);
    }
  } catch {
    say(form.dataset.lost);
  } finally {
    sending = false;
  }
}

function copy(unit) {
  const source = unit?.querySelector(".desk-unit-source").dataset.source;
  if (!source || !field(unit)) return;
  const editor = unit.querySelector(".prose-editor");
  if (editor && unit.editor) unit.editor.commands.setContent(source, true);
  field(unit).value = source;
  touched(unit);
  say(form.dataset.copied);
}

function touched(unit) {
  unit.dataset.dirty = "";
  dirty = true;
}

document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const unit = textarea.closest(".desk-unit");
  if (!unit) return;
  unit.editor = editor;
  editor.on("update", () => touched(unit));
});

form.addEventListener("focusin", (event) => go(event.target.closest(".desk-unit"), false));
form.addEventListener("input", (event) => {
  const unit = event.target.closest(".desk-unit");
  if (unit) touched(unit);
});
form.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.dataset.do) {
    dirty = false;
    return;
  }
  event.preventDefault();
  done(button.closest(".desk-unit"), button.value);
});
document.addEventListener("keydown", (event) => {
  const unit = current();
  const key = event.code.replace("Key", "").toLowerCase();
  if (event.altKey && !event.ctrlKey && !event.metaKey && ["j", "k", "c"].includes(key)) {
    event.preventDefault();
    if (key === "c") copy(unit);
    else step(key === "j" ? 1 : -1);
  } else if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && unit?.contains(document.activeElement)) {
    event.preventDefault();
    event.stopPropagation();
    unit.querySelector("[data-do=done]")?.click();
  } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    form.requestSubmit();
  }
}, true);
addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });

document.querySelector(".desk-tr-keys").hidden = false;
for (const key of form.querySelectorAll("[data-do=done] kbd")) key.hidden = false;
const asked = location.hash && document.querySelector(location.hash)?.closest(".desk-unit");
go(asked || units()[0], Boolean(asked));
