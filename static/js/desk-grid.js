// The article at the desk: one language at a time, rows moved by key, drafts confirmed by writing.

const form = document.querySelector("#article_form");
const codes = [...new Set([...document.querySelectorAll("[data-language]")].map((part) => part.dataset.language))];
const KEPT = "desk-language";

function nameOf(code) {
  return new Intl.DisplayNames([code], { type: "language" }).of(code).replace(/^./, (letter) => letter.toUpperCase());
}

// Languages. The tabs over lead and summary are Unfold's: they and ours follow each other.

function show(code) {
  form.dataset.shown = code;
  for (const button of form.querySelectorAll(".desk-languages button")) {
    button.setAttribute("aria-pressed", String(button.value === code));
  }
  try { localStorage.setItem(KEPT, code); } catch { /* A browser that keeps nothing starts with the first. */ }
}

function tabs() {
  return [...form.querySelectorAll("nav > a")].filter((tab) => tabCode(tab));
}

function tabCode(tab) {
  return codes.find((code) => tab.textContent.trim().startsWith(nameOf(code)));
}

function addSwitches() {
  for (const group of form.querySelectorAll(".desk-languages")) {
    if (!group.closest("fieldset").querySelector("[data-language]")) continue;
    for (const code of [...codes, ""]) {
      const button = Object.assign(document.createElement("button"), { type: "button", value: code });
      button.textContent = code ? nameOf(code) : group.dataset.all;
      if (code) button.lang = code;
      group.append(button);
    }
    group.hidden = false;
  }
}

function startLanguages() {
  if (codes.length < 2) return;
  addSwitches();
  form.addEventListener("click", (event) => {
    const button = event.target.closest(".desk-languages button");
    if (button) {
      show(button.value);
      tabs().find((tab) => tabCode(tab) === button.value)?.click();
      return;
    }
    const tab = event.target.closest("nav > a");
    if (tab && form.dataset.shown !== "" && tabCode(tab)) show(tabCode(tab));
  });
  // Where something is to be mended, nothing is hidden.
  show(form.querySelector(".errors") ? "" : kept());
  tabs().find((tab) => tabCode(tab) === form.dataset.shown)?.click();
}

function kept() {
  try {
    const code = localStorage.getItem(KEPT);
    return codes.includes(code) || code === "" ? code : codes[0];
  } catch {
    return codes[0];
  }
}

// Rows. Unfold drags them; here Alt and an arrow move the row that one stands in.

function move(group, step) {
  const groups = [...group.parentElement.querySelectorAll(":scope > .form-group.original")];
  const other = groups[groups.indexOf(group) + step];
  if (!other) return;
  const focused = document.activeElement;
  step < 0 ? other.before(group) : other.after(group);
  [...group.parentElement.querySelectorAll(":scope > .form-group.original")].forEach((row, place) => {
    row.querySelector("input[name$=-place]").value = place;
  });
  focused.focus();
}

form?.addEventListener("keydown", (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const group = event.target.closest(".form-group.original");
  if (!event.altKey || !step || !group?.querySelector("input[name$=-place]")) return;
  event.preventDefault();
  move(group, step);
});

// Cells. Whoever writes in a drafted cell has confirmed it. A line is one line, so Enter makes none.

form?.addEventListener("input", (event) => {
  const drafted = event.target.closest(".desk-cell.is-drafted");
  if (drafted && event.target.matches(".desk-cell-text")) drafted.querySelector(".desk-confirm-box").checked = true;
});

form?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches(".desk-cell-text, .desk-line")) return;
  event.preventDefault();
  const box = event.target.closest(".desk-cell")?.querySelector(".desk-confirm-box");
  if (box && event.ctrlKey) box.checked = true;
});

// A new row's discussion lies outside the part of the row that Unfold tells the prose editor of.
document.addEventListener("formset:added", (event) => {
  const more = event.target.nextElementSibling;
  if (event.target.matches(".desk-grid-row") && more?.matches(".desk-grid-more")) {
    more.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: event.detail }));
  }
});

if (form) startLanguages();
