// Putting news into the open page, without touching what somebody is typing.
import { fieldsOf, forgetAll, isChanged } from "./drafts.js";
import { dress } from "./fields.js";
import { rememberHint } from "./hint.js";

const main = document.getElementById("messages");
const entries = document.getElementById("entries");
const held = new Map();
let before = {};

export const query = () => `${main.dataset.query}&since=${main.dataset.revision}`;

const noticed = document.getElementById("notice");

export function notice(text) {
  noticed.style.minHeight = "";
  noticed.textContent = text ?? "";
}

// The room that the notice took stays: whoever has scrolled is about to press something, and what they press
// must not move under the pointer. The next act or notice takes the room back.
function unsay() {
  noticed.style.minHeight = `${noticed.offsetHeight}px`;
  noticed.textContent = "";
}

export function announce(text) {
  document.getElementById("announcer").textContent = text;
}

// `answered`: the form that this state answers; nothing in it is being typed any more. `first`: what to say
// before the news.
export function apply(state, answered = null, first = "") {
  if (String(state.run) !== main.dataset.run) return leave();
  // Two answers may cross: each message goes by its own version, the rest by the later of the two.
  if (state.revision >= Number(main.dataset.revision)) {
    main.dataset.revision = state.revision;
    document.title = state.title;
    for (const [name, html] of Object.entries(state.parts)) redraw(name, html);
  }
  const fresh = state.entries.filter((entry) => put(entry, answered));
  rememberHint();
  tell(state, fresh, first);
  return fresh;
}

// The room was started again: nothing on this page is there any more.
function leave() {
  forgetAll();
  location.assign(main.dataset.then ?? main.dataset.query);
  return [];
}

function redraw(name, html) {
  const part = document.querySelector(`[data-part=${name}]`);
  const drawn = document.createElement("template");
  drawn.innerHTML = html;
  if (part.innerHTML === drawn.innerHTML || part.drawn === html) return;
  const focused = part.contains(document.activeElement) && document.activeElement.id;
  part.drawn = html;
  part.replaceChildren(drawn.content);
  if (focused) (document.getElementById(focused) ?? main).focus({ preventScroll: true });
}

// Returns whether the entry is new here.
function put(entry, answered) {
  const old = document.getElementById(entry.id);
  const drawn = document.createElement("template");
  drawn.innerHTML = entry.html.trim();
  const made = drawn.content.firstElementChild;
  if (old && Number(old.dataset.version) >= Number(made.dataset.version)) return false;
  if (!old) {
    entries.append(made);
    dress(made);
    return true;
  }
  const form = old.querySelector("form.card");
  if (form !== answered && isUsed(form)) hold(old, made);
  else replace(old, made);
  return false;
}

function replace(old, made) {
  held.delete(old.id);
  const focused = old.contains(document.activeElement) && document.activeElement.id;
  old.replaceWith(made);
  dress(made);
  if (focused) (document.getElementById(focused) ?? made).focus({ preventScroll: true });
}

// Whether somebody has begun to fill in the form.
function isUsed(form) {
  if (!form) return false;
  return fieldsOf(form).some((field) => field === document.activeElement || isChanged(field));
}

function hold(old, made) {
  if (!held.has(old.id)) {
    const note = document.createElement("p");
    note.className = "held";
    note.setAttribute("role", "status");
    const show = document.createElement("button");
    show.type = "button";
    show.textContent = "Show the new one";
    show.addEventListener("click", () => {
      const fresh = held.get(old.id);
      replace(old, fresh);
      fresh.focus();
    });
    note.append("This message has changed since you began. What you typed is kept. ", show);
    old.prepend(note);
  }
  held.set(old.id, made);
}

function tell(state, fresh, first) {
  const lines = first ? [first] : [];
  for (const entry of fresh.filter((entry) => entry.posted)) {
    const line = `New message from Peer Review: ${entry.title}`;
    const shown = document.getElementById(entry.id);
    if (isInSight(shown)) lines.push(line);
    else pointTo(shown, line);
  }
  for (const [name, count] of Object.entries(state.unread)) {
    if (count > (before[name] ?? 0)) lines.push(`New message in ${name}`);
  }
  before = state.unread;
  if (lines.length) announce(lines.join(". "));
}

function isInSight(entry) {
  const foot = document.querySelector(".foot").getBoundingClientRect();
  return entry.getBoundingClientRect().top < Math.min(foot.top, innerHeight) - 24;
}

// A message below the window's edge is told of above the box, until it has come into sight.
function pointTo(entry, line) {
  notice(line);
  const watch = () => {
    if (entry.isConnected && !isInSight(entry)) return;
    removeEventListener("scroll", watch);
    if (noticed.textContent === line) unsay();
  };
  addEventListener("scroll", watch, { passive: true });
}
