// Hearing of changes while the page is looked at.
import { apply, query } from "./page.js";

let source = null;
let asking = false;
let again = false;

export function watch() {
  document.addEventListener("visibilitychange", attend);
  attend();
}

// A browser keeps only six lines open to one place, so a window that is out of sight gives up its own.
function attend() {
  if (document.hidden) {
    source?.close();
    source = null;
  } else if (!source) {
    source = new EventSource("/live");
    source.addEventListener("message", refresh);
  }
}

async function refresh(event) {
  const [run, revision] = event.data.split(" ");
  const main = document.getElementById("messages");
  if (run === main.dataset.run && Number(revision) <= Number(main.dataset.revision)) return;
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  do {
    again = false;
    await ask();
  } while (again);
  asking = false;
}

async function ask() {
  try {
    const response = await fetch(`/state${query()}`, { headers: { Accept: "application/json" } });
    const state = await response.json();
    if (response.ok) apply(state);
  } catch {
    // The line comes back by itself and then tells of whatever was missed.
  }
}
