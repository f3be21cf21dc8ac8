// How high the box at the foot is, so that what is scrolled to stops above it.
export function measureFoot() {
  const foot = document.querySelector(".foot");
  new ResizeObserver(() => {
    document.documentElement.style.setProperty("--foot", `${foot.offsetHeight}px`);
  }).observe(foot);
}
