// The thread in place: the server's own forms, links and pages, without leaving the page that one reads.

const FORM = "form[data-token-url]";
const WINDOW = 15 * 60 * 1000; // how long a comment may be changed
const thread = document.querySelector("#athugasemdir");
const words = document.querySelector("#thread-words")?.dataset ?? {};
const status = document.querySelector("#thread-status");
const main = thread?.querySelector(FORM);
const blank = main?.cloneNode(true);
const { title } = document;
const asked = new WeakMap(); // form → the token that was asked for

// What the browser keeps while its window is open: texts that are not sent yet, comments of one's own.

function kept(key) {
  try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; }
}

function keep(key, value) {
  try {
    if (value) sessionStorage.setItem(key, JSON.stringify(value));
    else sessionStorage.removeItem(key);
  } catch { /* Then nothing is kept. */ }
}

const draftOf = (form) => `draft ${form.action}`;

function keepDraft(form) {
  const { text, token } = form.elements;
  keep(draftOf(form), text.value && { text: text.value, token: token?.value });
}

function restore(form) {
  const draft = kept(draftOf(form));
  if (!draft) return;
  form.elements.text.value ||= draft.text;
  if (draft.token) putToken(form, draft.token);
}

// The token. It begins the time of writing, so it is asked for at the first focus. Without one the server shows a
// preview that has one.

function putToken(form, value) {
  let field = form.elements.token;
  if (!field) {
    field = Object.assign(document.createElement("input"), { type: "hidden", name: "token" });
    form.append(field);
  }
  field.value = value;
}

function askForToken(form) {
  if (form.elements.token?.value || asked.has(form)) return;
  const asking = fetch(form.dataset.tokenUrl, { cache: "no-store" })
    .then((answer) => answer.json())
    .then((answer) => { putToken(form, answer.token); keepDraft(form); })
    .catch(() => asked.delete(form));
  asked.set(form, asking);
}

// Sending

async function send(form, button) {
  if (form.ariaBusy === "true") return;
  busy(form, button, true);
  try {
    await asked.get(form);
    const body = new URLSearchParams(new FormData(form));
    if (button?.name) body.set(button.name, button.value);
    const answer = await fetch(form.action, { method: "POST", body, cache: "no-store" });
    const page = parse(await answer.text());
    busy(form, button, false);
    take(form, answer, page);
  } catch {
    busy(form, button, false);
    tell(form, words.unsent);
  }
}

function busy(form, button, is) {
  form.ariaBusy = String(is);
  if (!button) return;
  button.ariaBusy = String(is);
  if (is) [button.dataset.label, button.textContent] = [button.textContent, words.sending];
  else button.textContent = button.dataset.label;
}

function take(form, answer, page) {
  const answered = page.querySelector(FORM);
  if (answer.ok && page.querySelector("#komid")) showWaiting(form, page);
  else if (answer.ok && answer.redirected && page.querySelector("#athugasemdir")) showPosted(form, page, answer.url);
  else if (answered) exchange(form, answered, page);
  else tell(form, [...page.querySelectorAll("h1, main p:not(form *)")].slice(0, 2).map((part) => part.textContent).join(". ") || words.unsent);
}

function tell(form, text) {
  form.querySelector(".notice.bad")?.remove();
  const notice = Object.assign(document.createElement("p"), { className: "notice bad", tabIndex: -1 });
  notice.setAttribute("role", "alert");
  form.querySelector(".actions").before(notice);
  notice.textContent = text;
  notice.focus();
}

// A form with errors, or with a preview, takes the place of the one that was sent.
function exchange(form, answered, page) {
  const pk = form.dataset.reply;
  const fresh = document.importNode(answered, true);
  if (pk) asReply(fresh, pk);
  form.replaceWith(fresh);
  document.title = page.title;
  keepDraft(fresh);
  const first = fresh.querySelector(".errors, .preview") ?? fresh;
  first.tabIndex = -1;
  first.focus();
}

function done(form) {
  keep(draftOf(form));
  document.title = title;
  if (form.dataset.reply) form.remove();
  else {
    const fresh = blank.cloneNode(true);
    for (const name of ["name", "email"]) fresh.elements[name].value = form.elements[name].value;
    form.replaceWith(fresh);
  }
}

function showWaiting(form, page) {
  const said = page.querySelector(".cm");
  const item = Object.assign(document.createElement("li"), { id: said.id, className: said.className });
  item.append(...said.childNodes, page.querySelector(".actions") ?? "");
  const notice = Object.assign(document.createElement("p"), { className: "notice", textContent: page.querySelector("#komid").textContent });
  item.prepend(notice);
  listFor(form).append(item);
  done(form);
  arrive(item, notice.textContent);
}

function listFor(form) {
  const parent = form.closest("li.cm");
  return parent ? repliesOf(parent) : thread.querySelector(":scope > ol") ?? replaceEmpty();
}

function repliesOf(parent) {
  const replies = parent.querySelector(":scope > .replies > ol");
  if (replies) return replies;
  if (parent.closest(".replies .replies .replies")) return parent.parentElement; // no deeper indent
  const nested = Object.assign(document.createElement("div"), { className: "replies" });
  nested.append(document.createElement("ol"));
  parent.append(nested);
  return nested.firstChild;
}

function replaceEmpty() {
  const list = document.createElement("ol");
  thread.querySelector(":scope > .empty").replaceWith(list);
  return list;
}

function showPosted(form, page, address) {
  const name = form.elements.name.value.trim();
  const fresh = [...page.querySelectorAll("#athugasemdir .cm[id]")].filter((item) => !document.getElementById(item.id));
  const own = fresh.filter((item) => item.querySelector("bdi")?.textContent === name);
  const item = (own.length ? own : fresh).sort((one, other) => number(one) - number(other)).pop();
  const parent = form.closest("li.cm");
  const list = listFor(form);
  done(form);
  if (!item) return location.assign(address);
  const theirs = parent && page.getElementById(parent.id)?.querySelector(":scope > .replies");
  if (theirs) parent.querySelector(":scope > .replies").replaceWith(theirs);
  else if (!parent && thread.querySelector(".thread__order a:last-child[aria-current]")) list.prepend(item);
  else list.append(item);
  const count = page.querySelector(`#athugasemdir:has(> ${FORM}) > h2`);
  if (count) thread.querySelector("h2").textContent = count.textContent;
  keep("own", { ...kept("own"), [item.id]: Date.now() + WINDOW });
  showOwn();
  location.replace(`#${item.id}`);
  arrive(item, words.posted);
}

const number = (item) => Number(item.id.match(/\d+/)[0]);

// The writer may change a comment on the comment's own page, which lies above the one for reports.
function showOwn() {
  for (const [id, until] of Object.entries(kept("own") ?? {})) {
    const foot = document.getElementById(id)?.querySelector(".cm__f");
    const report = foot?.querySelector("a:last-child");
    if (!report || foot.querySelector(".own") || Date.now() > until) continue;
    const link = Object.assign(document.createElement("a"), { className: "linkish own", textContent: words.change, href: new URL("..", report.href) });
    foot.prepend(link);
  }
}

function arrive(item, text) {
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "center" });
  say(text);
}

function say(text) {
  status.textContent = text;
}

function parse(html) {
  return new DOMParser().parseFromString(html, "text/html");
}

// Replies

function reply(link, pk) {
  const item = link.closest("li");
  let form = item.querySelector(`:scope > ${FORM}`);
  if (!form) {
    form = blank.cloneNode(true);
    form.setAttribute("action", link.pathname);
    form.dataset.tokenUrl += `?reply=${pk}`;
    form.querySelector("h2").textContent = link.textContent;
    asReply(form, pk);
    const now = thread.querySelector(`:scope > ${FORM}`);
    for (const name of ["name", "email"]) form.elements[name].value = now.elements[name].value;
    item.querySelector(":scope > article").after(form);
    restore(form);
  }
  const { name, text } = form.elements;
  (name.value ? text : name).focus();
}

function asReply(form, pk) {
  form.dataset.reply = pk;
  for (const part of [form, ...form.querySelectorAll("[id], [for], [aria-describedby], [href^='#']")]) {
    if (part.id) part.id += `-${pk}`;
    for (const name of ["for", "aria-describedby", "aria-labelledby", "href"]) {
      const value = part.getAttribute(name);
      if (value) part.setAttribute(name, value.split(" ").map((id) => `${id}-${pk}`).join(" "));
    }
  }
  const cancel = Object.assign(document.createElement("button"), { type: "button", className: "btn btn--quiet cancel", textContent: words.cancel });
  form.querySelector(".actions").append(" ", cancel);
}

function close(form) {
  const item = form.closest("li");
  document.title = title;
  form.remove();
  [...item.querySelectorAll(":scope > article .cm__f a")].find(replyOf)?.focus();
}

const replyOf = (link) => blank && link.href.startsWith(blank.action) && link.href.slice(blank.action.length).match(/^(\d+)\/$/)?.[1];

// Pages of the thread: order, languages, more

async function open(link) {
  if (link.ariaBusy === "true") return;
  link.ariaBusy = "true";
  say(words.loading);
  try {
    const answer = await fetch(link.href, { cache: "no-cache" });
    const page = parse(await answer.text());
    if (!answer.ok || !page.querySelector("#athugasemdir > ol > li")) throw new Error(answer.status);
    if (link.closest(".cm--more")) unfold(link.closest(".cm--more"), page);
    else if (link.rel === "next") append(page);
    else turn(link, page);
    showOwn();
    say("");
  } catch {
    location.assign(link.href);
  }
}

function append(page) {
  const items = [...page.querySelector("#athugasemdir > ol").children].filter((item) => !item.id || !document.getElementById(item.id));
  thread.querySelector(":scope > ol").append(...items);
  const ways = page.querySelector("#athugasemdir > .pager [rel=next]");
  const next = thread.querySelector(":scope > .pager [rel=next]");
  if (ways) next.replaceWith(ways);
  else next.remove();
  focus(items[0]);
}

// The page of a branch: what is not here yet goes under what it answers.
function unfold(more, page) {
  const fresh = [...page.querySelectorAll("#athugasemdir > ol li.cm[id]")].filter((item) => !document.getElementById(item.id));
  for (const item of fresh) {
    const above = item.parentElement.closest("li.cm");
    if (!fresh.includes(above)) repliesOf(document.getElementById(above.id)).append(item);
  }
  const next = page.querySelector("#athugasemdir > .pager [rel=next]");
  if (next) more.replaceChildren(next);
  else more.remove();
  if (fresh.length) focus(fresh[0]);
  else if (next) open(next);
}

function turn(link, page) {
  const address = new URL(link.href);
  showList(page);
  if (address.pathname === location.pathname) history.replaceState(null, "", link.href);
  focus(thread.querySelector("h2"));
}

// All that stands above the form, or above what says that there is none.
function showList(page) {
  const [our, their] = [document, page].map((one) => one.querySelector(`#athugasemdir > :is(${FORM}, #lokad)`));
  while (our.previousSibling) our.previousSibling.remove();
  while (their.previousSibling) our.parentElement.prepend(their.previousSibling);
}

function focus(item) {
  item.tabIndex = -1;
  item.focus();
}

// What happens on the page

function start() {
  thread.addEventListener("focusin", ({ target }) => { if (target.form?.matches(FORM)) askForToken(target.form); });
  thread.addEventListener("input", ({ target }) => { if (target.form?.matches(FORM)) keepDraft(target.form); });
  thread.addEventListener("submit", (event) => {
    if (!event.target.matches(FORM)) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  thread.addEventListener("keydown", (event) => {
    const form = event.target.closest(FORM);
    if (event.key === "Escape" && !event.isComposing && form?.dataset.reply) close(form);
  });
  thread.addEventListener("click", (event) => {
    if (event.target.matches(".cancel")) close(event.target.form);
    const link = event.target.closest("a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const pk = replyOf(link);
    const isOfThread = link.closest(".thread__order, .thread__languages, .cm--more") || (link.rel === "next" && link.closest(".pager"));
    if (!pk && !isOfThread) return;
    event.preventDefault();
    if (pk) reply(link, pk);
    else open(link);
  });
  if (main) restore(main);
  showOwn();
}

if (thread) start();
