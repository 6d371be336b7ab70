// How many words an answer has, beside its name: it is to be one sentence.

import { wordsIn } from "./desk-grid-keys.js";
import { form } from "./desk-grid-rows.js";
import { counted, made, words } from "./desk-said.js";

const COUNTED = "#sides-data .field-answer, #sides-data [class*='field-answer_']";

function draw(field) {
  const count = wordsIn(field.querySelector("textarea").value);
  const place = field.querySelector(".desk-count") ?? made("span", { className: "desk-count" });
  place.textContent = count ? counted(words.words, count) : "";
  if (!place.isConnected) field.prepend(place);
}

const drawAll = () => form.querySelectorAll(COUNTED).forEach(draw);

export function start() {
  drawAll();
  form.addEventListener("change", drawAll);
  form.addEventListener("input", ({ target }) => {
    const field = target.closest(COUNTED);
    if (field) draw(field);
  });
}
