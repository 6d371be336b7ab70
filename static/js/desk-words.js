// The prose editor asks Django's own catalogue of the admin, which does not know its words.
{
  const words = JSON.parse(document.currentScript.dataset.words);
  Object.assign(django.catalog, words);

  // And it does not tell which field it stands for.
  document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
    const label = document.querySelector(`label[for="${textarea.id}"]`);
    if (label) editor.view.dom.setAttribute("aria-label", label.innerText.trim());
    editor.view.dom.lang = textarea.lang;
    nameButtons(editor);
    editor.on("create", () => nameButtons(editor)); // where they come later than that
  });

  // Its buttons do not ask the catalogue.
  const nameButtons = (editor) => {
    for (const button of editor.view.dom.parentElement.querySelectorAll(".prose-menubar__button[title]")) {
      if (words[button.title]) button.title = button.ariaLabel = words[button.title];
    }
  };
}
