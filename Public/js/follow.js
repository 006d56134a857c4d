// Shows at once where a note hangs that somebody else has moved, before the page has been read anew. A hint names note
// and theme by the end of their id, and may be older than what hangs here; the page that is read is what counts.

const hints = new Map();
const isCalm = matchMedia("(prefers-reduced-motion: reduce)");

document.addEventListener("forkant:hint", ({ detail }) => {
  hints.set(detail.note, detail);
  follow(detail, true);
});
// A page that is asked for now knows all that was hinted at before; one that is on its way may not.
document.addEventListener("forkant:reading", () => hints.clear());
document.addEventListener("forkant:replaced", () => { for (const hint of hints.values()) follow(hint, false); });

function follow({ note: end, stage, theme, before, version }, isNew) {
  const notes = [...document.querySelectorAll(".board .note")];
  const named = (name) => name && notes.find((one) => one.id.endsWith(name));
  const note = named(end);
  if (!note || !(version > Number(note.dataset.version)) || isTaken(note)) return;
  const isTheme = (value) => (theme ? value.endsWith(theme) : !value);
  const cell = [...note.closest(".board").querySelectorAll(".cell")].find(
    (one) => one.dataset.stage === stage && isTheme(one.dataset.theme));
  if (!cell) return;
  const box = note.getBoundingClientRect();
  const focus = note.contains(document.activeElement) ? document.activeElement : null;
  const next = named(before);
  cell.insertBefore(note, next !== note && next?.parentElement === cell ? next : cell.querySelector(":scope > .rest"));
  focus?.focus({ preventScroll: true });
  note.dataset.version = version;
  const form = note.querySelector("form.move-form");
  for (const name of form ? ["version", "stage", "theme"] : []) {
    form.elements[name].value = note.dataset[name] ?? cell.dataset[name];
  }
  if (isNew) show(note, box);
  document.dispatchEvent(new CustomEvent("forkant:hinted"));
}

// Somebody here carries the note, or is about to say where it shall hang.
function isTaken(note) {
  return note.matches(".held, .pressed, .dragged, .sending") || note.querySelector("details[open]");
}

function show(note, from) {
  note.classList.add("just-moved");
  setTimeout(() => note.classList.remove("just-moved"), 1500);
  if (isCalm.matches) return;
  const box = note.getBoundingClientRect();
  const start = `${from.left - box.left}px ${from.top - box.top}px`;
  note.animate([{ translate: start }, { translate: "0 0" }], { duration: 300, easing: "ease-out" });
}
