// Who else has the article open: a sign of life every 20 seconds, and one at leaving.

import { form } from "./desk-typing.js";

const strip = document.querySelector(".desk-presence");
const EVERY = 20_000; // milliseconds; the site forgets who has been silent for 60 seconds

function body(more = {}) {
  const data = new FormData();
  data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const [name, value] of Object.entries(more)) data.set(name, value);
  return data;
}

async function live() {
  try {
    const response = await fetch(strip.dataset.address, { method: "POST", body: body() });
    const { others, error } = await response.json();
    say(error ?? others.map((one) => one.sentence).join(" "));
  } catch {
    // Who is here is not worth a word when the site is away: the preview says that.
  }
}

function say(text) {
  if (strip.textContent !== text) strip.textContent = text;
}

export function start() {
  if (!strip) return;
  live();
  setInterval(live, EVERY);
  addEventListener("pagehide", () => navigator.sendBeacon(strip.dataset.address, body({ _left: "1" })));
  addEventListener("pageshow", (event) => event.persisted && live());
}
