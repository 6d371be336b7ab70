/* Keeps the reader's choice of light or dark. Runs in the head, before anything is drawn, so that nothing flashes.
   And fetches what a search field does beyond a form when somebody comes to it: a first visit goes without. */
(() => {
  "use strict";
  const KEY = "theme";
  const root = document.documentElement;

  function kept() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // The browser keeps nothing: the page follows the device.
    }
  }

  function keep(theme) {
    try {
      if (theme) localStorage.setItem(KEY, theme);
      else localStorage.removeItem(KEY);
    } catch {
      // The choice then holds for this page alone.
    }
  }

  function show(theme) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
    const chosen = document.getElementById(`theme-${root.dataset.theme || "auto"}`);
    if (chosen) chosen.checked = true;
  }

  root.dataset.script = "";
  show(kept());
  document.addEventListener("DOMContentLoaded", () => show(kept()));
  document.addEventListener("change", (event) => {
    if (event.target.name !== "theme") return;
    keep(event.target.value);
    show(event.target.value);
  });
  document.addEventListener("focusin", ({ target }) => {
    if (target.dataset?.script) import(target.dataset.script).catch(() => {});
  });
  // Other tabs, and pages that the browser brings back as they were left.
  addEventListener("storage", () => show(kept()));
  addEventListener("pageshow", () => show(kept()));
})();
