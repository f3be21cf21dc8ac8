// What is picked and typed in a form, kept in this window until the form is answered.
const main = document.getElementById("messages");
const FIELDS = "input:not([type=hidden]), select, textarea";

export function keepDrafts() {
  document.addEventListener("input", ({ target }) => keep(target.closest("form.card")));
}

// Whether a field is no longer as it came.
export function isChanged(field) {
  if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
  if (field.matches("select")) {
    const first = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(first, 0);
  }
  return field.value !== field.defaultValue;
}

export function fieldsOf(form) {
  return [...form.querySelectorAll(FIELDS)];
}

function keep(form) {
  if (!form) return;
  const changed = fieldsOf(form).filter(isChanged);
  if (!changed.length) return forget(form);
  const fields = changed.map((field) => [field.id, ticks(field) ? field.checked : field.value]);
  sessionStorage.setItem(key(form), JSON.stringify({ version: version(form), fields }));
}

// A draft belongs to one version of its message: another may ask something else.
export function restore(form) {
  const kept = JSON.parse(sessionStorage.getItem(key(form)));
  if (!kept) return;
  if (kept.version !== version(form)) return forget(form);
  for (const [id, value] of kept.fields) {
    const field = document.getElementById(id);
    if (!field || !form.contains(field)) continue;
    if (ticks(field)) field.checked = value;
    else field.value = value;
  }
}

export function forget(form) {
  sessionStorage.removeItem(key(form));
}

export function forgetAll() {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith("draft ")) sessionStorage.removeItem(name);
  }
}

function ticks(field) {
  return field.matches("[type=checkbox], [type=radio]");
}

function key(form) {
  const { room, run, query } = main.dataset;
  return `draft ${room} ${run} ${new URLSearchParams(query).get("as")} ${form.id}`;
}

function version(form) {
  return form.closest(".entry").dataset.version;
}
