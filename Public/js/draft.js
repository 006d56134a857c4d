// What is typed in a report is kept in this tab alone until it is sent, so that a page that is loaded anew, as when the
// camera took the phone's memory, has it still. Nothing is kept of what is confidential, no name, and not from whom it is kept.

const place = () => document.querySelector("[data-door]");
const form = () => place()?.querySelector("form");
const key = () => `report-draft ${form().getAttribute("action")}`;
const left = ["csrf", "code", "name", "contact", "q", "unit", "kept-from"];

restore();
document.addEventListener("forkant:fill", ({ detail }) => fill(detail.fields, detail.photos, detail.code));
document.addEventListener("forkant:reported", forget);
document.addEventListener("forkant:forget", forget);
for (const event of ["input", "change"]) {
  document.addEventListener(event, ({ target }) => { if (form() && target.form === form()) save(); });
}

function typed() {
  return [...new FormData(form())].filter(([name, value]) => typeof value === "string" && !left.includes(name));
}

function save() {
  const fields = typed();
  const kind = fields.find(([name]) => name === "kind")?.[1];
  const isConfidential = place().dataset.confidential.split(" ").includes(kind);
  const hasWords = fields.some(([name, value]) => ["what", "place"].includes(name) && value.trim());
  try {
    if (isConfidential || !hasWords) sessionStorage.removeItem(key());
    else sessionStorage.setItem(key(), JSON.stringify(fields));
  } catch { /* the form works without a draft */ }
}

function restore() {
  // What the server gives back is newer.
  if (!form() || form().querySelector(".problems")) return;
  let fields = null;
  try { fields = JSON.parse(sessionStorage.getItem(key())); } catch { /* none */ }
  if (!fields) return;
  fill(fields);
  const note = place().querySelector("[data-restored]");
  note.hidden = false;
  note.querySelector("button").addEventListener("click", () => {
    forget();
    form().reset();
    form().elements.photos.dispatchEvent(new Event("change", { bubbles: true }));
    note.hidden = true;
    form().elements.kind[0].focus();
  });
}

function fill(fields, photos = [], code = null) {
  const { elements } = form();
  for (const box of form().querySelectorAll("input[type=checkbox]")) box.checked = false;
  for (const [name, value] of fields) {
    const field = elements[name];
    if (!field || name === "code") continue;
    if (field instanceof RadioNodeList) {
      for (const one of field) if (one.type === "radio" || one.value === value) one.checked = one.value === value;
    } else if (field.type === "checkbox") {
      field.checked = true;
    } else {
      field.value = value;
    }
    const shut = (field instanceof RadioNodeList ? field[0] : field).closest("details");
    if (shut && name === "happened" && value) shut.open = true;
  }
  if (code) elements.code.value = code;
  if (!photos.length) return;
  const transfer = new DataTransfer();
  for (const { type, bytes } of photos) transfer.items.add(new File([bytes], "foto.jpg", { type }));
  elements.photos.files = transfer.files;
  elements.photos.dispatchEvent(new Event("change", { bubbles: true }));
}

function forget() {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith("report-draft ")) sessionStorage.removeItem(name);
  } catch { /* none */ }
  const note = place()?.querySelector("[data-restored]");
  if (note) note.hidden = true;
}
