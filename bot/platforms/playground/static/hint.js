// The first hint, which stays away once it was sent away.
const main = document.getElementById("messages");

export function rememberHint() {
  const hint = document.querySelector(".hint-box");
  if (!hint) return;
  const key = `hint ${main.dataset.room} ${main.dataset.run} ${new URLSearchParams(main.dataset.query).get("as")}`;
  const hide = hint.querySelector("#dismiss");
  hint.hidden = sessionStorage.getItem(key) === "hidden";
  hide.hidden = false;
  hide.onclick = () => {
    sessionStorage.setItem(key, "hidden");
    hint.hidden = true;
    document.getElementById("typed").focus();
  };
}
