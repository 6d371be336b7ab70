// The prose editor asks Django's own catalogue of the admin, which does not know its words.
Object.assign(django.catalog, JSON.parse(document.currentScript.dataset.words));

// And it does not tell which field it stands for.
document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  if (label) editor.view.dom.setAttribute("aria-label", label.innerText.trim());
  editor.view.dom.lang = textarea.lang;
});
