// What stands in the article's form, when somebody pauses, and how the site is asked about it.

export const form = document.querySelector("#article_form");
const words = document.querySelector(".desk-beside")?.dataset ?? {};
const PAUSE = 300; // milliseconds
const BUSY = 503; // the database is somebody else's for a moment
const EVENTS = ["input", "change", "click", "keyup", "pointerup", "dragend", "formset:added", "formset:removed"];

/** Everything that the article says, as one string: to tell whether it has changed. The form's own marks are not of it. */
export const said = () => new URLSearchParams([...new FormData(form)].filter(([name]) => !name.startsWith("_"))).toString();

/** Call it when the form says something else than before, a moment after the last touch. */
export function onPause(changed) {
  let before = said();
  let timer;
  const look = () => {
    const now = said();
    if (now === before) return;
    before = now;
    changed();
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  };
  for (const event of EVENTS) form.addEventListener(event, wait);
  for (const outside of ["pointerup", "dragend", "formset:added", "formset:removed"]) document.addEventListener(outside, wait);
  window.django?.jQuery?.(form).on("change", wait); // Select2 tells jQuery alone.
}

/** The site's answer to the form as it stands. Throws an error with a sentence to show, or an AbortError. */
export async function ask(address, { more = {}, signal } = {}) {
  const body = new FormData(form);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  const response = await send(address, body, signal);
  const answer = await response.json().catch(() => null);
  if (!response.ok || !answer) throw new Error(answer?.error ?? words.failed);
  return answer;
}

async function send(address, body, signal, again = true) {
  try {
    const response = await fetch(address, { method: "POST", body, signal });
    if (response.status !== BUSY || !again) return response;
    await new Promise((done) => setTimeout(done, PAUSE));
    return await send(address, body, signal, false);
  } catch (error) {
    throw error.name === "AbortError" ? error : new Error(words.away);
  }
}
