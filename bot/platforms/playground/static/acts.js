// Sending what somebody did, once, and showing the answer.
import { confirmed } from "./confirm.js";
import { forget } from "./drafts.js";
import { bring, show } from "./foot.js";
import { apply, notice, query } from "./page.js";

const NO_ANSWER = "The practice room did not answer. Is it still running? What you typed is still here.";

export async function submit(event) {
  const form = event.target;
  const pressed = event.submitter;
  if (!form.matches(".card, [data-act]")) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") === "true") return;
  const box = form.querySelector("#typed");
  if (box && !box.value.trim()) return askForCommand(box);
  busy(form, true);
  try {
    if (await confirmed(pressed)) await send(form, pressed);
  } finally {
    busy(form, false);
  }
}

function askForCommand(box) {
  box.focus();
  notice("Type a command first, for example /schedule-review.");
}

async function send(form, pressed) {
  const body = new URLSearchParams(new FormData(form, pressed));
  if (pressed?.dataset.confirmTitle) body.set("_sure", "yes");
  const target = form.hasAttribute("action") ? new URL(form.action).pathname : "/";
  // The news of a new start may come before its answer does.
  if (form.dataset.then) document.getElementById("messages").dataset.then = form.dataset.then;
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
  settle(form, pressed, target, answer);
}

function settle(form, pressed, target, answer) {
  renew(form);
  notice(answer.notice);
  if (form.matches(".card") && answer.focus && !answer.failed && !pressed.matches("[data-aside]")) forget(form);
  const moved = target === "/clock" && !answer.notice ? answer.time : "";
  const [news] = apply(answer, form, moved).filter((entry) => entry.posted);
  if (answer.focus) arrive(document.getElementById(answer.focus));
  else if (news) bring(document.getElementById(news.id));
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
  (wrong ?? entry).focus({ preventScroll: true });
  if (wrong) show(wrong);
}
