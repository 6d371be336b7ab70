// Names and roles that the desk's widgets do not give themselves, from the words that stand beside them.

const AUTOCOMPLETE = "select.admin-autocomplete, select.unfold-admin-autocomplete, select.unfold-filter-autocomplete";

const icon = "material-symbols-outlined";
const words = (part) => [...(part?.childNodes ?? [])].map((node) => (node.classList?.contains(icon) ? " " : node.textContent)).join("").replace(/\s+/g, " ").trim();
const headline = () => document.title.split(" | ")[0].trim();
const labelOf = (field) => words(field?.labels?.[0]).replace(/\*$/, "") || field?.getAttribute("aria-label") || headline();

// Select2 and SimpleBar read these when they start.
function beforeTheyStart() {
  for (const field of document.querySelectorAll(AUTOCOMPLETE)) field.dataset.dropdownParent = "main"; // or it lies in no landmark
  for (const box of document.querySelectorAll("[data-simplebar]")) box.dataset.simplebarAriaLabel = nameOfBox(box);
  for (const nav of document.querySelectorAll("main nav:not([aria-label])")) nav.ariaLabel = headline();
  const search = document.querySelector("[x-data='searchCommand()']");
  if (search) Object.assign(search, { role: "dialog", ariaModal: "true", ariaLabel: search.querySelector("input").placeholder });
}

function nameOfBox(box) {
  if (box.closest("#changelist-filter")) return words(document.querySelector("a[x-on\\:click^=filterOpen]"));
  return box.closest("nav")?.ariaLabel || headline();
}

// What they have drawn.

function name() {
  for (const drawn of document.querySelectorAll(".select2-selection:not([aria-label])")) nameSelection(drawn);
  for (const part of document.querySelectorAll("ul.select2-selection__rendered > span:not([role])")) part.role = "listitem";
  for (const search of document.querySelectorAll(".select2-dropdown .select2-search__field:not([aria-label])")) {
    search.ariaLabel = document.querySelector(".select2-container--open .select2-selection")?.ariaLabel ?? headline();
  }
  for (const open of document.querySelectorAll(".select2-container--open [aria-owns]")) open.setAttribute("aria-controls", open.getAttribute("aria-owns"));
  for (const tip of document.querySelectorAll(".help-tooltip[aria-label]:not([role])")) tip.role = "img";
}

function nameSelection(drawn) {
  const chosen = drawn.querySelector(".select2-selection__rendered[role]"); // of one that is chosen, not of several
  drawn.ariaLabel = labelOf(drawn.closest(".select2-container").previousElementSibling);
  for (const search of drawn.querySelectorAll(".select2-search__field")) search.ariaLabel = drawn.ariaLabel;
  if (!chosen) return;
  for (const attribute of ["role", "aria-readonly"]) chosen.removeAttribute(attribute);
  drawn.id ||= `${chosen.id}-box`;
  drawn.setAttribute("aria-labelledby", `${drawn.id} ${chosen.id}`);
}

document.addEventListener("DOMContentLoaded", () => {
  beforeTheyStart();
  new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
});
