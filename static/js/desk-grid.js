// The article at the desk: one language at a time, rows moved by key, drafts confirmed by writing.

const form = document.querySelector("#article_form");
const names = new Map();
for (const button of form?.querySelectorAll(".desk-languages button[lang]") ?? []) names.set(button.value, button.textContent);
const KEPT = "desk-language";

// Languages. The tabs over lead and summary are Unfold's: they and ours follow each other.

function show(code) {
  form.dataset.shown = code;
  for (const button of form.querySelectorAll(".desk-languages button")) {
    button.setAttribute("aria-pressed", String(button.value === code));
  }
  try { localStorage.setItem(KEPT, code); } catch { /* A browser that keeps nothing starts with the first. */ }
}

function codeOf(tab) {
  return [...names.keys()].find((code) => tab.textContent.trim().startsWith(names.get(code)));
}

function openTab(code) {
  [...form.querySelectorAll("nav > a")].find((tab) => codeOf(tab) === code)?.click();
}

function startLanguages() {
  for (const group of form.querySelectorAll(".desk-languages")) group.hidden = false;
  form.addEventListener("click", (event) => {
    const button = event.target.closest(".desk-languages button");
    const tab = event.target.closest("nav > a");
    if (button) {
      show(button.value);
      openTab(button.value);
    } else if (tab && form.dataset.shown !== "" && codeOf(tab)) {
      show(codeOf(tab));
    }
  });
  // Where something is to be mended, nothing is hidden.
  const broken = form.querySelector(".errors") !== null;
  show(broken ? "" : kept());
  if (!broken) openTab(form.dataset.shown);
}

function kept() {
  try {
    const code = localStorage.getItem(KEPT);
    if (names.has(code) || code === "") return code;
  } catch { /* As above. */ }
  return names.keys().next().value;
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

if (names.size > 1) startLanguages();
