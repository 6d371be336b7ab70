// Proposes names while somebody types into a search field: a combobox with a list of options (ARIA 1.2).
// Where anything fails there is no list, and the form works as it does without a script.

const WAIT = 120; // milliseconds after the last key

for (const input of document.querySelectorAll("[data-proposals]")) combine(input);

function combine(input) {
  const id = `${input.id}-list`;
  const list = element("div", { id, class: "proposals", role: "listbox", hidden: "" });
  const said = element("p", { class: "vh", role: "status" });
  let active = null; // the option that the arrows have come to
  let asking = null; // the one request whose answer counts
  let timer;

  input.after(list, said);
  input.parentElement.classList.add("proposing");
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": false });

  function later(event) {
    forget();
    mark(null);
    if (!event.isComposing) timer = setTimeout(ask, WAIT);
  }

  function forget() {
    clearTimeout(timer);
    asking?.abort();
    asking = null;
  }

  async function ask() {
    forget();
    const typed = input.value.trim();
    if (!typed) return close();
    const mine = asking = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.proposals}?q=${encodeURIComponent(typed)}`, { signal: mine.signal });
      const found = await answer.json();
      if (mine === asking) open(found);
    } catch {
      if (mine === asking) close();
    }
  }

  function open({ name, proposals, said: words }) {
    mark(null);
    list.replaceChildren(...proposals.map(option));
    list.hidden = !proposals.length;
    set(list, { "aria-label": name });
    set(input, { "aria-expanded": !list.hidden });
    said.textContent = words;
  }

  function option({ label, kind, url }, place) {
    const item = element("div", { id: `${id}-${place}`, role: "option", "aria-selected": false, "data-url": url });
    const hint = element("span", { class: "hint" });
    hint.textContent = kind;
    item.append(label, " ", hint);
    return item;
  }

  function close() {
    forget();
    open({ name: "", proposals: [], said: "" });
  }

  function mark(option) {
    if (active) set(active, { "aria-selected": false });
    active = option;
    if (!active) return input.removeAttribute("aria-activedescendant");
    set(active, { "aria-selected": true });
    set(input, { "aria-activedescendant": active.id });
    active.scrollIntoView({ block: "nearest" });
  }

  // Past both ends lies the field itself, where no option is chosen.
  function step(down) {
    if (list.hidden) return ask();
    const first = down ? list.firstChild : list.lastChild;
    mark(active ? (down ? active.nextSibling : active.previousSibling) : first);
  }

  function go(option) {
    close();
    location.assign(option.dataset.url);
  }

  function escape() {
    if (list.hidden) input.value = "";
    close();
  }

  // The focus stays in the field, and no later answer takes away what is pressed before it is let go.
  function hold(event) {
    event.preventDefault();
    forget();
  }

  function press(event) {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (key === "ArrowDown" || key === "ArrowUp") step(key === "ArrowDown");
    else if (key === "Enter" && active) go(active);
    else if (key === "Escape" && input.value) escape();
    else return;
    event.preventDefault();
  }

  input.addEventListener("input", later);
  input.addEventListener("compositionend", later);
  input.addEventListener("keydown", press);
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  list.addEventListener("mousedown", hold);
  list.addEventListener("click", ({ target }) => target !== list && go(target.closest("[role=option]")));
  // On a slow line somebody has begun before this script is here.
  if (input === document.activeElement && input.value !== input.defaultValue) ask();
}

function element(tag, attributes) {
  return set(document.createElement(tag), attributes);
}

function set(thing, attributes) {
  for (const [name, value] of Object.entries(attributes)) thing.setAttribute(name, value);
  return thing;
}
