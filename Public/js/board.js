// Moves notes on the board by mouse, touch and keyboard. Each note holds the form that moves it; this module fills
// and sends that form, and puts the note back where the server refuses. Its words are data on the table.

const selector = ".board .note[data-id]";
const far = 6;
const press = 280;
const edge = 56;

let held = null;
let drag = null;
let clickToIgnore = false;

const announcer = document.createElement("p");
announcer.className = "unseen";
announcer.setAttribute("aria-live", "assertive");
document.body.append(announcer);

prepare();
document.addEventListener("forkant:replaced", prepare);

function prepare() {
  for (const note of document.querySelectorAll(selector)) {
    note.tabIndex = 0;
    note.setAttribute("aria-describedby", "board-help");
    for (const link of note.querySelectorAll("a")) link.draggable = false;
  }
}

// Places: a cell, and the note it lands before (none: last).

const board = (note) => note.closest(".board");
const cells = (table) => [...table.querySelectorAll(".cell")];
const notes = (cell) => [...cell.querySelectorAll(":scope > .note")];
const title = (note) => note.querySelector("[data-title]")?.textContent.trim() ?? "";
const place = (note) => ({ cell: note.parentElement, before: nextNote(note) });
const same = (one, other) => one.cell === other.cell && one.before === other.before;

function nextNote(note) {
  let next = note.nextElementSibling;
  while (next && !next.matches(".note")) next = next.nextElementSibling;
  return next;
}

function put(note, { cell, before }) {
  if (before?.parentElement === cell) cell.insertBefore(note, before);
  else cell.insertBefore(note, rest(cell));
}

// What of a crowded cell does not hang here stands below its notes.
function rest(cell) {
  return cell.querySelector(":scope > .rest");
}

function say(note, phrase, extra = {}) {
  const cell = note.parentElement;
  const words = {
    title: title(note), column: cell?.dataset.column, theme: cell?.dataset.row,
    place: cell ? notes(cell).indexOf(note) + 1 : "", count: cell ? notes(cell).length : "", ...extra,
  };
  return (board(note)?.dataset[phrase] ?? "").replace(/\{(\w+)\}/g, (_, name) => words[name] ?? "");
}

const announce = (text) => { announcer.textContent = text; };
const tell = (detail) => document.dispatchEvent(new CustomEvent("forkant:say", { detail }));

// Sending

async function settle(note, origin, isUndo = false) {
  const target = place(note);
  if (same(target, origin)) return;
  const form = note.querySelector("form.move-form");
  const body = new URLSearchParams(new FormData(form));
  body.set("stage", target.cell.dataset.stage);
  body.set("theme", target.cell.dataset.theme);
  body.set("before", target.before?.dataset.id ?? rest(target.cell)?.dataset.before ?? "");
  body.set("version", note.dataset.version);

  note.classList.add("sending");
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    const json = await answer.json().catch(() => ({}));
    if (!answer.ok || answer.redirected) {
      putBack(note, origin, [json.title, json.detail].filter(Boolean).join(" ") || say(note, "refused"));
      return;
    }
    // More must be said first, as when an action is closed: the server tells where.
    if (json.location) {
      put(note, origin);
      location.assign(json.location);
      return;
    }
    accept(note, json, target);
    arrived(note, origin, isUndo);
  } catch {
    putBack(note, origin, say(note, "lost"));
  } finally {
    note.classList.remove("sending");
    document.dispatchEvent(new CustomEvent("forkant:settled"));
  }
}

function accept(note, json, target) {
  note.dataset.version = json.version ?? Number(note.dataset.version) + 1;
  const form = note.querySelector("form.move-form");
  form.elements.version.value = note.dataset.version;
  for (const name of ["stage", "theme"]) {
    if (form.elements[name]) form.elements[name].value = target.cell.dataset[name];
  }
}

function arrived(note, origin, isUndo) {
  note.classList.add("just-moved");
  setTimeout(() => note.classList.remove("just-moved"), 1500);
  const text = say(note, isUndo ? "undone" : "dropped");
  if (isUndo) return tell({ text });
  const id = note.id;
  const undo = () => {
    const current = document.getElementById(id);
    const cell = current && cells(board(current)).find(
      (one) => one.dataset.stage === origin.cell.dataset.stage && one.dataset.theme === origin.cell.dataset.theme);
    if (!cell) return;
    const now = place(current);
    put(current, { cell, before: origin.before && document.getElementById(origin.before.id) });
    current.focus();
    settle(current, now, true);
  };
  tell({ text, action: { title: board(note).dataset.undo, run: undo } });
}

function putBack(note, origin, text) {
  put(note, origin);
  tell({ text, tone: "late" });
}

// Keyboard

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

document.addEventListener("forkant:key", (event) => {
  const link = event.detail.key === "o" && event.detail.target.closest(selector)?.querySelector("a");
  if (!link) return;
  event.preventDefault();
  link.click();
});

document.addEventListener("keydown", (event) => {
  if (drag?.isFlying && event.key === "Escape") return stop(event);
  const note = event.target.closest?.(selector);
  if (!note || event.target !== note) return;
  if (!held) {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (isPlain && event.key in steps && !document.documentElement.hasAttribute("data-shortcuts-off")) {
      event.preventDefault();
      neighbour(note, ...steps[event.key])?.focus();
      return;
    }
    if (event.key !== "Enter" && event.key !== " ") return;
    if (note.classList.contains("sending")) return;
    event.preventDefault();
    held = { note, origin: place(note) };
    note.classList.add("held");
    announce(say(note, "picked"));
    return;
  }
  if (event.key in steps) {
    event.preventDefault();
    step(note, ...steps[event.key]);
    note.focus();
    note.scrollIntoView({ block: "nearest", inline: "nearest" });
    announce(say(note, "at"));
  } else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    const { origin } = held;
    release();
    settle(note, origin);
  } else if (event.key === "Escape") {
    event.preventDefault();
    letGo();
  }
});

// Moving a note in the document takes its focus away for an instant; only a focus that stays away lets it go.
document.addEventListener("focusout", () => {
  setTimeout(() => {
    if (held && document.activeElement !== held.note) letGo();
  });
});

function release() {
  held.note.classList.remove("held");
  held = null;
}

function letGo() {
  const { note, origin } = held;
  release();
  const hadFocus = document.activeElement === note;
  put(note, origin);
  if (hadFocus) note.focus();
  announce(say(note, "cancelled"));
}

function step(note, across, down) {
  const row = note.closest("tr");
  const column = [...row.querySelectorAll(".cell")].indexOf(note.parentElement);
  if (across) {
    const cell = row.querySelectorAll(".cell")[column + across];
    if (cell) put(note, { cell, before: notes(cell)[notes(note.parentElement).indexOf(note)] });
    return;
  }
  const others = notes(note.parentElement);
  const index = others.indexOf(note) + down;
  if (index >= 0 && index < others.length) {
    put(note, { cell: note.parentElement, before: down < 0 ? others[index] : others[index + 1] });
    return;
  }
  const cell = (down < 0 ? row.previousElementSibling : row.nextElementSibling)?.querySelectorAll(".cell")[column];
  if (cell) put(note, { cell, before: down < 0 ? null : notes(cell)[0] });
}

// The note beside this one, over empty fields.
function neighbour(note, across, down) {
  const cell = note.parentElement;
  const index = notes(cell).indexOf(note);
  if (down && notes(cell)[index + down]) return notes(cell)[index + down];
  const row = note.closest("tr");
  const column = [...row.querySelectorAll(".cell")].indexOf(cell);
  const line = across
    ? [...row.querySelectorAll(".cell")]
    : [...row.parentElement.children].map((one) => one.querySelectorAll(".cell")[column]);
  const here = line.indexOf(cell);
  const way = across || down;
  for (let at = here + way; at >= 0 && at < line.length; at += way) {
    const found = line[at] ? notes(line[at]) : [];
    if (found.length) return across ? found[Math.min(index, found.length - 1)] : found.at(down < 0 ? -1 : 0);
  }
  return null;
}

// Mouse, pen and touch

document.addEventListener("pointerdown", (event) => {
  clickToIgnore = false;
  const note = event.target.closest?.(selector);
  if (!note || drag || event.button !== 0 || event.target.closest("button, select, summary, input")) return;
  if (note.classList.contains("sending")) return;
  if (held) letGo();
  drag = { note, origin: place(note), pointer: event.pointerId, x: event.clientX, y: event.clientY };
  drag.startX = drag.x;
  drag.startY = drag.y;
  // From now on news must not put another note in its place: the finger would hold nothing.
  note.classList.add("pressed");
  if (event.pointerType === "touch") drag.press = setTimeout(fly, press);
});

document.addEventListener("pointermove", (event) => {
  if (event.pointerId !== drag?.pointer) return;
  drag.x = event.clientX;
  drag.y = event.clientY;
  if (drag.isFlying) return show();
  if (Math.hypot(drag.x - drag.startX, drag.y - drag.startY) < far) return;
  if (drag.press) finish();
  else fly();
});

document.addEventListener("pointerup", (event) => {
  if (event.pointerId !== drag?.pointer) return;
  if (!drag.isFlying) return finish();
  // On a slow device the last move and the letting go come as one.
  drag.x = event.clientX;
  drag.y = event.clientY;
  show();
  const { note, origin, landing } = drag;
  finish();
  if (!landing) return;
  put(note, landing);
  settle(note, origin);
});

document.addEventListener("pointercancel", (event) => {
  if (event.pointerId === drag?.pointer) finish();
});

document.addEventListener("touchmove", (event) => {
  if (drag?.isFlying) event.preventDefault();
}, { passive: false });

document.addEventListener("contextmenu", (event) => {
  if (drag?.press) event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (!clickToIgnore || !event.target.closest?.(selector)) return;
  clickToIgnore = false;
  event.preventDefault();
}, true);

function stop(event) {
  event.preventDefault();
  const { note } = drag;
  finish();
  announce(say(note, "cancelled"));
}

function fly() {
  const { note } = drag;
  const box = note.getBoundingClientRect();
  const copy = note.cloneNode(true);
  copy.removeAttribute("id");
  for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
  copy.classList.add("flying");
  copy.setAttribute("aria-hidden", "true");
  copy.style.width = `${box.width}px`;
  const mark = document.createElement("li");
  mark.className = "landing";
  mark.setAttribute("aria-hidden", "true");
  Object.assign(drag, { isFlying: true, copy, mark, offX: drag.startX - box.left, offY: drag.startY - box.top });
  document.body.append(copy);
  note.classList.add("dragged");
  document.documentElement.classList.add("dragging");
  getSelection()?.removeAllRanges();
  navigator.vibrate?.(15);
  show();
  requestAnimationFrame(scroll);
}

function show() {
  const { copy, mark, note } = drag;
  copy.style.translate = `${drag.x - drag.offX}px ${drag.y - drag.offY}px`;
  const cell = document.elementFromPoint(drag.x, drag.y)?.closest?.(".board td")?.querySelector(".cell");
  if (cell !== drag.landing?.cell) {
    drag.landing?.cell.classList.remove("over");
    cell?.classList.add("over");
  }
  if (!cell) {
    drag.landing = null;
    mark.remove();
    return;
  }
  const middle = (other) => { const box = other.getBoundingClientRect(); return box.top + box.height / 2; };
  const before = notes(cell).find((other) => other !== note && middle(other) > drag.y) ?? null;
  drag.landing = { cell, before };
  if (mark.parentElement !== cell || mark.nextElementSibling !== (before ?? rest(cell))) cell.insertBefore(mark, before ?? rest(cell));
}

function scroll() {
  if (!drag?.isFlying) return;
  const push = (at, end) => (at < edge ? at - edge : at > end - edge ? at - end + edge : 0) / 5;
  const down = push(drag.y, innerHeight);
  const frame = drag.note.closest(".board-frame");
  const box = frame.getBoundingClientRect();
  const across = push(drag.x - Math.max(box.left, 0), Math.min(box.right, innerWidth) - Math.max(box.left, 0));
  if (down) scrollBy(0, down);
  if (across) frame.scrollLeft += across;
  if (down || across) show();
  requestAnimationFrame(scroll);
}

function finish() {
  clearTimeout(drag.press);
  drag.note.classList.remove("pressed");
  if (drag.isFlying) {
    drag.landing?.cell.classList.remove("over");
    drag.copy.remove();
    drag.mark.remove();
    drag.note.classList.remove("dragged");
    document.documentElement.classList.remove("dragging");
    clickToIgnore = true;
  }
  drag = null;
  document.dispatchEvent(new CustomEvent("forkant:settled"));
}
