// What the scripts of the article's page say, in the words that the page brought them, and where they say it.

const page = document.querySelector("#desk-scripts");
export const words = JSON.parse(page?.dataset.words ?? "{}");
export const given = page?.dataset ?? {};
const TOAST = 12000;
const plurals = new Intl.PluralRules(words.language);

/** The sentence with these values in its places: "%(count)s words". */
export const filled = (text, values) => text.replace(/%\((\w+)\)s/g, (_all, name) => values[name] ?? "");

/** The sentence of that many, from its two forms. */
export const counted = ([one, many], count) => filled(plurals.select(count) === "one" ? one : many, { count });

/** An element with these properties and this inside. */
export function made(tag, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inside);
  return element;
}

// One line at a time, under the page, with the way back where there is one. It is there before it speaks.

const line = made("span");
const button = made("button", { type: "button", className: "desk-link", hidden: true, textContent: words.undo });
const place = made("div", { id: "desk-said", className: "desk-said-line", role: "status" }, line, button);
let back = null;
let timer;
(document.querySelector("main") ?? document.body).append(place);

export function say(text, undo = null) {
  line.textContent = text;
  back = undo;
  button.hidden = !undo;
  place.classList.add("is-said");
  clearTimeout(timer);
  timer = setTimeout(quiet, TOAST);
}

/** Take back what was said last, if that can be. Whether it was. */
export function takeBack() {
  const undo = back;
  if (!undo) return false;
  back = null;
  undo();
  say(words.undone);
  return true;
}

/** There is nothing to take back any more: something else has been written since. */
export function settle() {
  back = null;
  button.hidden = true;
}

function quiet() {
  if (place.contains(document.activeElement)) return;
  place.classList.remove("is-said");
}

button.addEventListener("click", () => takeBack());
