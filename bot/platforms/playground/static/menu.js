// On a narrow screen the side folds away behind a button.
export function showMenu() {
  const menu = document.getElementById("menu");
  menu.hidden = false;
  document.documentElement.classList.add("folding");
  menu.addEventListener("click", () => {
    const open = menu.getAttribute("aria-expanded") === "true";
    menu.setAttribute("aria-expanded", String(!open));
    menu.querySelector(".more").textContent = open ? "Change" : "Close";
  });
}
