// A form as it is filled in: what was kept of it, and fields that have more than one input.
import { restore } from "./drafts.js";

export function dress(root) {
  root.querySelectorAll("form.card").forEach(restore);
  root.querySelectorAll("input[name$='.picked']").forEach(pair);
  root.querySelectorAll("fieldset.field").forEach(shorten);
}

// A day or a time is typed or picked: doing the one takes the other back.
function pair(picker) {
  const typed = picker.closest(".field").querySelector("input:not([name$='.picked']), textarea");
  picker.addEventListener("input", () => {
    if (picker.value) typed.value = "";
  });
  typed.addEventListener("input", () => {
    if (typed.value) picker.value = "";
  });
}

// Several people: those who are chosen and one empty place; the others come one at a time.
function shorten(fieldset) {
  const places = [...fieldset.querySelectorAll("select")];
  if (places.length < 2 || fieldset.querySelector(".another")) return;
  const more = document.createElement("button");
  more.type = "button";
  more.className = "quiet another";
  more.textContent = "Add another";
  const lastFilled = places.findLastIndex((place) => place.value);
  places.forEach((place, n) => show(place, n <= lastFilled + 1));
  more.hidden = places.every((place) => !place.hidden);
  more.addEventListener("click", () => {
    const next = places.find((place) => place.hidden);
    show(next, true);
    next.focus();
    more.hidden = places.every((place) => !place.hidden);
  });
  fieldset.append(more);
}

function show(place, on) {
  place.hidden = !on;
  for (const label of place.labels) label.hidden = !on;
}
