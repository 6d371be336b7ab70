// A place in a text, counted in characters as readers see them: shown, or written over.

// The site counts characters; a browser counts some of them twice.
const units = (text, characters) => [...text].slice(0, characters).join("").length;
const editorOf = (field) => field.closest(".prose-editor")?.querySelector(".ProseMirror")?.editor;

/** Select that part of the text. Without numbers nothing is selected. */
export function spot(field, start, end) {
  if (start === null || start === undefined) return;
  const editor = editorOf(field);
  if (!editor) return field.setSelectionRange?.(units(field.value, start), units(field.value, end));
  const range = within(editor, field.value, start, end);
  if (range) editor.commands.setTextSelection(range);
}

/** Write over that part, so that the browser's own undo takes it back. */
export function set(field, start, end, words) {
  const editor = editorOf(field);
  if (editor) return setInProse(editor, field.value, start, end, words);
  field.focus();
  field.setSelectionRange(units(field.value, start), units(field.value, end));
  if (!document.execCommand("insertText", false, words)) {
    field.setRangeText(words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function setInProse(editor, html, start, end, words) {
  const range = within(editor, html, start, end);
  if (range) editor.view.dispatch(editor.state.tr.insertText(words.trim(), range.from, range.to));
}

// Between the blocks of a text the site and the editor count differently, so what is counted is what is no space.

function within(editor, html, start, end) {
  const text = plain(html);
  const [from, to] = [units(text, start), units(text, end)];
  const first = dense(text.slice(0, from)).length;
  const length = dense(text.slice(from, to)).length;
  const places = letters(editor.state.doc);
  if (length === 0 || first + length > places.length) return null;
  return { from: places[first], to: places[first + length - 1] + 1 };
}

const dense = (text) => text.replace(/\s+/gu, "");

function letters(doc) {
  const places = [];
  doc.descendants((node, position) => {
    for (let at = 0; node.isText && at < node.text.length; at += 1) {
      if (!/\s/u.test(node.text[at])) places.push(position + at);
    }
  });
  return places;
}

/** Prose as the site reads it. */
function plain(html) {
  const blocks = html.replace(/<li><p>/g, "<li>").replace(/<\/p><\/li>/g, "</li>");
  const parted = blocks.replace(/(<\/p>|<\/li><\/[uo]l>)(?=<)/g, "$1\n\n").replaceAll("</li><li>", "</li>\n<li>");
  return new DOMParser().parseFromString(parted, "text/html").body.textContent;
}
