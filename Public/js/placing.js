// One card, alone on the phone: each answer is saved as it is chosen, and tried again until it is. Where the round has
// gone on, the page follows it.

const line = document.querySelector("[data-placing]");
const form = line?.closest("form");
const pause = 3000;
let isDirty = false;
let isSending = false;
let timer = null;

if (form) {
  form.addEventListener("change", () => {
    isDirty = true;
    send();
  });
  addEventListener("online", send);
  // What is not saved yet goes with the form itself, which the button sends.
  form.addEventListener("submit", () => { isDirty = false; clearTimeout(timer); });
}
document.addEventListener("forkant:replaced", follow);

async function send() {
  clearTimeout(timer);
  if (!isDirty || isSending) return;
  isSending = true;
  isDirty = false;
  const fields = new URLSearchParams(new FormData(form));
  say("saving");
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields, headers: { Accept: "application/json" } });
    if (answer.ok) {
      settle(fields);
      say("saved");
    } else if (answer.status === 503) {
      later();
    } else {
      // The page that the form itself leads to says what is wrong, with the answers in sight.
      form.submit();
    }
  } catch {
    later();
  } finally {
    isSending = false;
  }
  if (isDirty && !timer) send();
  else follow();
}

function later() {
  isDirty = true;
  say("unsaved");
  timer = setTimeout(() => { timer = null; send(); }, pause);
}

function say(what) { line.textContent = line.dataset[what]; }

// What is saved is no longer something that somebody is in the middle of.
function settle(fields) {
  for (const field of form.querySelectorAll("input[type=radio]")) {
    field.defaultChecked = fields.get(field.name) === field.value;
  }
}

function follow() {
  const way = document.querySelector("[data-moved-on]");
  if (way && !isDirty && !isSending) location.assign(way.href);
}
