// How high the box at the foot is, so that what is scrolled to stops above it.
const foot = document.querySelector(".foot");

export function watchFoot() {
  new ResizeObserver(measure).observe(foot);
  // A browser is content with a part of a large field; its ring would run behind the box.
  document.addEventListener("keyup", ({ key }) => {
    if (key === "Tab" && document.activeElement.closest(".card")) show(document.activeElement);
  });
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
