// How high the box at the foot is, so that what is scrolled to stops above it.
const foot = document.querySelector(".foot");
let height = foot.offsetHeight;

export function watchFoot() {
  new ResizeObserver(grow).observe(foot);
  // A browser is content with a part of a large field; its ring would run behind the box.
  document.addEventListener("keyup", ({ key }) => {
    if (key === "Tab" && document.activeElement.closest(".card")) show(document.activeElement);
  });
}

// A notice makes the box higher: the message that has just arrived stays clear of it.
function grow() {
  const { activeElement } = document;
  const bottom = activeElement.getBoundingClientRect().bottom;
  const wasClear = bottom <= innerHeight - height;
  height = foot.offsetHeight;
  measure();
  if (activeElement.matches(".entry") && wasClear && bottom > innerHeight - height) bring(activeElement);
}

export function show(field) {
  field.scrollIntoView({ block: "nearest" });
}

function measure() {
  document.documentElement.style.setProperty("--foot", `${foot.offsetHeight}px`);
}

// A message too long for the room above the box is read from its beginning.
export function bring(entry) {
  measure();
  const room = innerHeight - foot.offsetHeight - 32;
  entry.scrollIntoView({ block: entry.offsetHeight > room ? "start" : "nearest" });
}
