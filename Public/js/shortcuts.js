// ? shows the shortcuts, n reports something, / goes to the search field. They can be switched off where ? shows them.

const dialog = document.getElementById("shortcuts");
const key = "shortcuts-off";
const box = dialog?.querySelector("input");

if (box) {
  box.checked = !isOff();
  box.addEventListener("change", () => {
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
  const run = { "?": () => dialog.showModal(), n: report, "/": search }[event.key];
  if (run?.() !== false && run) event.preventDefault();
});

function isOff() {
  try { return localStorage.getItem(key) === "yes"; } catch { return false; }
}

function report() {
  const link = document.querySelector(".rail > a.primary");
  link?.click();
  return Boolean(link);
}

function search() {
  const field = document.querySelector("input[type=search]");
  field?.focus();
  return Boolean(field);
}
