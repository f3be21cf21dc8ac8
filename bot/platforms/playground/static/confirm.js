// The question that stands before some buttons.
const dialog = document.getElementById("confirm");

export function confirmed(button) {
  const asked = button?.dataset ?? {};
  if (!asked.confirmTitle) return Promise.resolve(true);
  document.getElementById("confirm-title").textContent = asked.confirmTitle;
  document.getElementById("confirm-text").textContent = asked.confirmText;
  document.getElementById("confirm-yes").textContent = asked.confirmYes;
  document.getElementById("confirm-no").textContent = asked.confirmNo;
  dialog.returnValue = "no";
  dialog.showModal();
  // The safe answer is the one under the finger.
  document.getElementById("confirm-no").focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}
