// Sending what somebody did, once, and showing the answer.
import { confirmed } from "./confirm.js";
import { announce, apply, notice, query } from "./page.js";

const NO_ANSWER = "The practice room did not answer. Is it still running? What you typed is still here.";

export async function submit(event) {
  const form = event.target;
  const pressed = event.submitter;
  if (form.matches("[data-fill]")) return fill(event, pressed);
  if (!form.matches(".card, [data-act]")) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") === "true") return;
  const box = form.querySelector("#typed");
  if (box && !box.value.trim()) return fill(event, { value: "" });
  busy(form, true);
  try {
    if (await confirmed(pressed)) await send(form, pressed);
  } finally {
    busy(form, false);
  }
}

// The hint's button only fills the box, so that its line is seen before it is sent.
function fill(event, pressed) {
  event.preventDefault();
  const box = document.getElementById("typed");
  box.value = pressed.value;
  box.focus();
  if (!pressed.value) notice("Type a command first, for example /schedule-review.");
}

async function send(form, pressed) {
  const body = new URLSearchParams(new FormData(form, pressed));
  if (pressed?.dataset.confirmTitle) body.set("_sure", "yes");
  const target = form.hasAttribute("action") ? new URL(form.action).pathname : "/";
  let answer;
  try {
    const response = await fetch(target + query(), {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
    });
    answer = await response.json();
  } catch {
    notice(NO_ANSWER);
    return;
  }
  if (answer.problem) return notice(answer.problem);
  renew(form);
  notice(answer.notice);
  const [news] = apply(answer, form).filter((entry) => entry.posted);
  if (answer.focus) arrive(document.getElementById(answer.focus));
  else if (news) bring(document.getElementById(news.id));
  else if (target === "/clock" && !answer.notice) announce(`It is now ${answer.parts.clock}`);
  if (form.id === "say" && !answer.failed) document.getElementById("typed").value = "";
}

// The next press of the same button is an act of its own.
function renew(form) {
  const mark = form.elements.namedItem("_event");
  if (mark) mark.value = Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join("");
}

// aria-disabled in place of disabled: a button that is disabled loses the keyboard's place.
function busy(form, on) {
  form.setAttribute("aria-busy", String(on));
  for (const button of form.querySelectorAll("button")) {
    if (on) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

function arrive(entry) {
  if (!entry) return;
  const wrong = entry.querySelector("[aria-invalid=true]:is(input, select, textarea), [aria-invalid=true] :is(input, select)");
  bring(entry);
  (wrong ?? entry).focus({ preventScroll: !wrong });
}

// A message too long for the window is read from its beginning.
export function bring(entry) {
  entry.scrollIntoView({ block: entry.offsetHeight > innerHeight * 0.6 ? "start" : "nearest" });
}
