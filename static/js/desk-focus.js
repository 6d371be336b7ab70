// Unfold hides its pages until Alpine is ready, and what is hidden cannot take the focus that `autofocus` gives.
// It says so a moment before it shows them.
document.addEventListener("alpine:initialized", () => setTimeout(() => document.querySelector("[autofocus]")?.focus()));
