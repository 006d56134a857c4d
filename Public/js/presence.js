// Tells, while the page is open and in sight, that its reader is here; the server forgets it soon after.

const place = document.querySelector("[data-presence]");
const pause = 10000;
// Another for each page that is open, so that one that closes does not take its reader from the others.
const page = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
let timer = null;

if (place) {
  come();
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : come()));
  addEventListener("pagehide", leave);
}

function body(doing) {
  return new URLSearchParams({ csrf: place.dataset.csrf, page, doing });
}

async function come() {
  clearTimeout(timer);
  if (document.hidden) return;
  timer = setTimeout(come, pause);
  const sent = { method: "POST", body: body(place.dataset.doing), headers: { Accept: "application/json" } };
  const answer = await fetch(place.dataset.presence, sent).catch(() => null);
  // Signed out, or no longer among those who work here.
  if (answer && (!answer.ok || answer.redirected)) clearTimeout(timer);
}

function leave() {
  clearTimeout(timer);
  navigator.sendBeacon(place.dataset.presence, body("left"));
}
