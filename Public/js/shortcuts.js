// The keys that are listed where ? shows them: each presses what its line names, or goes to it where it is a field. What a
// page's own module does with a key it does on `forkant:key`. They can be switched off where ? shows them.

const dialog = document.getElementById("shortcuts");
const key = "shortcuts-off";
const box = dialog?.querySelector("input");

if (box) {
  box.checked = !isOff();
  mark();
  box.addEventListener("change", () => {
    mark();
    try {
      if (box.checked) localStorage.removeItem(key);
      else localStorage.setItem(key, "yes");
    } catch { /* storage is forbidden: the choice holds for this page */ }
  });
}

document.addEventListener("click", ({ target }) => {
  if (target.closest?.("[data-shortcuts]")) dialog?.showModal();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !box?.checked) return;
  if (event.target.closest("input, textarea, select, [contenteditable], dialog, [popover]:popover-open, .held")) return;
  if (run(event)) event.preventDefault();
});

function run({ key, target }) {
  if (key === "?") {
    dialog.showModal();
    return true;
  }
  const line = dialog.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (line) return go(document.querySelector(line.dataset.goal));
  return !document.dispatchEvent(new CustomEvent("forkant:key", { detail: { key, target }, cancelable: true }));
}

function go(goal) {
  if (goal?.matches("input, textarea, select")) goal.focus();
  else goal?.click();
  return Boolean(goal);
}

// For modules that use keys which mean something else without them.
function mark() {
  document.documentElement.toggleAttribute("data-shortcuts-off", !box.checked);
}

function isOff() {
  try { return localStorage.getItem(key) === "yes"; } catch { return false; }
}
