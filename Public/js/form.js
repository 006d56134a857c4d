// Forms: sent once, drafts kept in this tab until sent, characters counted near the limit, focus on the first problem.

for (const form of document.querySelectorAll("form[data-draft]")) restore(form);
forgetSent();
focusFirstProblem();
for (const field of document.querySelectorAll("[data-limit]")) count(field);

document.addEventListener("input", ({ target }) => {
  const form = target.form;
  if (form?.dataset.draft) save(form);
  if (target.dataset?.limit) count(target);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.hasAttribute("data-sent")) {
    event.preventDefault();
    return;
  }
  form.setAttribute("data-sent", "");
  event.submitter?.setAttribute("aria-busy", "true");
  if (form.dataset.draft) write(sentKey(form), "sent");
});

addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-sent]")) {
    form.removeAttribute("data-sent");
    for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".problems a[href^='#']");
  const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!place) return;
  event.preventDefault();
  control(place)?.focus();
});

function control(place) {
  return place.matches("input, textarea, select") ? place : place.querySelector("input, textarea, select");
}

function focusFirstProblem() {
  const first = document.querySelector("form [aria-invalid=true]");
  (first ? control(first) : document.querySelector("form .problems"))?.focus();
}

// Drafts

function draftKey(form) { return `draft:${form.dataset.draft}`; }
function sentKey(form) { return `sent:${form.dataset.draft}`; }

function write(key, text) {
  try { sessionStorage.setItem(key, text); } catch { /* full or forbidden: the form works without a draft */ }
}

function read(key) {
  try { return sessionStorage.getItem(key); } catch { return null; }
}

function kept(form) {
  return [...form.elements].filter((field) => field.name
    && field.matches("textarea, select, input:not([type=hidden], [type=password], [type=file], [type=radio], [type=checkbox])"));
}

function save(form) {
  write(draftKey(form), JSON.stringify(Object.fromEntries(kept(form).map((field) => [field.name, field.value]))));
}

function restore(form) {
  // What the server gives back is newer than the draft.
  if (form.querySelector(".problems, [data-answer]")) return;
  if (read(sentKey(form)) && document.querySelector("[data-said]")) return;
  const draft = JSON.parse(read(draftKey(form)) ?? "null");
  if (!draft) return;
  const changed = kept(form).filter((field) => field.name in draft && draft[field.name] !== field.value);
  for (const field of changed) field.value = draft[field.name];
  if (changed.length) document.dispatchEvent(new CustomEvent("forkant:say", { detail: { text: form.dataset.restored } }));
}

// A form that was sent and is not here again, or is here beside what was said about it, has done its work.
function forgetSent() {
  let keys = [];
  try { keys = Object.keys(sessionStorage).filter((key) => key.startsWith("sent:")); } catch { return; }
  const isSaid = document.querySelector("[data-said]");
  for (const key of keys) {
    const name = key.slice(5);
    const isHere = document.querySelector(`form[data-draft="${CSS.escape(name)}"]`);
    if (!isHere || isSaid) sessionStorage.removeItem(`draft:${name}`);
    sessionStorage.removeItem(key);
  }
}

// Who comes and goes

// A device may be shared. Whoever signs out leaves no draft behind; and with whoever signs in or out it ends that a phone
// believes to know whose is what is written on a form without network (door.js): it asks before it sends that.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const way = form.getAttribute("action") ?? "";
  if (event.defaultPrevented || !/^\/(signin|sign-out)(\/everywhere)?$/.test(way)) return;
  event.preventDefault();
  const late = new Promise((done) => setTimeout(done, 400));
  await Promise.race([forgetOwner(), late]).catch(() => { /* a browser that keeps nothing */ });
  if (way.startsWith("/sign-out")) try { sessionStorage.clear(); } catch { /* none */ }
  form.submit();
});

async function forgetOwner() {
  if (!(await indexedDB.databases()).some(({ name }) => name === "forkant-outbox")) return;
  const asked = indexedDB.open("forkant-outbox");
  await new Promise((done) => {
    asked.onerror = done;
    asked.onsuccess = () => {
      const change = asked.result.transaction("about", "readwrite");
      change.objectStore("about").delete("owner");
      change.oncomplete = change.onabort = done;
    };
  });
}

// Files

document.addEventListener("change", ({ target }) => {
  const told = target.matches?.("input[type=file]") && target.parentElement.querySelector("[data-chosen]");
  if (!told) return;
  const files = [...target.files];
  if (files.length > 1) told.textContent = told.dataset.many.replace("{count}", files.length);
  else told.textContent = files[0]?.name ?? told.dataset.none;
});

// Limits

function count(field) {
  const limit = Number(field.dataset.limit);
  const left = limit - [...field.value].length;
  const isNear = left < Math.min(limit / 4, Math.max(20, limit / 10));
  let line = field.parentElement.querySelector(".left");
  if (!isNear) return line?.remove();
  if (!line) {
    line = document.createElement("p");
    line.setAttribute("aria-live", "polite");
    field.after(line);
  }
  line.className = left < 0 ? "left over" : "left";
  line.textContent = field.dataset.left.replace("{left}", left);
}
