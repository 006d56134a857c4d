// Keeps the page as new as the data. The stream tells that something changed; the page is fetched again and the parts
// named data-live-part that differ are replaced, save those in which somebody writes or drags just now. The address says
// how far the server had heard when the page was made: what has changed since is told when the stream opens. News may
// bring hints, which a module can show before the page has come, and the time within which pages are best asked for where
// many stand open.

const least = 200;
// What was hinted at has come to rest by then.
const glance = 400;
const patience = 5000;
const rest = 60000;
const address = document.body.dataset.live;

let stream = null;
let last = 0;
let timer = null;
let due = 0;
let hasLost = false;
let retry = 1000;
let isFetching = false;
let isAsked = false;
let lostTimer = null;
let restTimer = null;
let seen = new WeakMap();

document.addEventListener("forkant:refresh", () => ask(0));
for (const event of ["forkant:settled", "forkant:hinted"]) {
  document.addEventListener(event, () => { seen = new WeakMap(); });
}
for (const event of ["focusout", "forkant:settled"]) {
  document.addEventListener(event, () => { if (document.documentElement.hasAttribute("data-waiting")) ask(); });
}

if (address) {
  open();
  document.addEventListener("visibilitychange", () => {
    clearTimeout(restTimer);
    if (document.hidden) {
      restTimer = setTimeout(close, rest);
    } else if (!stream) {
      open();
    }
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => {
    if (event.persisted && !stream) open();
  });
}

function open() {
  stream = new EventSource(address);
  stream.addEventListener("open", () => {
    retry = 1000;
    clearTimeout(lostTimer);
    lostTimer = null;
    document.querySelector(".offline")?.remove();
    if (hasLost) ask();
    hasLost = false;
  });
  stream.addEventListener("changed", (event) => {
    const { within, hints } = JSON.parse(event.data);
    for (const detail of hints) document.dispatchEvent(new CustomEvent("forkant:hint", { detail }));
    ask(least, Math.max(Math.random() * within, hints.length ? glance : 0));
  });
  stream.addEventListener("error", () => {
    lostTimer ??= setTimeout(showLost, patience);
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = null;
    setTimeout(() => { if (!document.hidden && !stream) open(); }, retry);
    retry = Math.min(retry * 2, 30000);
  });
}

function close() {
  stream?.close();
  stream = null;
  clearTimeout(lostTimer);
  lostTimer = null;
}

function showLost() {
  if (document.hidden || document.querySelector(".offline")) return;
  const line = document.createElement("p");
  line.className = "offline";
  line.setAttribute("role", "status");
  line.textContent = document.body.dataset.notConnected;
  document.body.append(line);
}

function ask(pause = least, wait = 0) {
  const now = performance.now();
  const at = Math.max(now + wait, last + pause);
  if (timer && due <= at) return;
  clearTimeout(timer);
  due = at;
  timer = setTimeout(refresh, at - now);
}

async function refresh() {
  timer = null;
  if (isFetching) {
    isAsked = true;
    return;
  }
  isFetching = true;
  isAsked = false;
  last = performance.now();
  document.dispatchEvent(new CustomEvent("forkant:reading"));
  const url = location.href;
  try {
    const answer = await fetch(url, { headers: { "X-Forkant-Part": "live" } });
    const isPage = answer.ok && !answer.redirected && answer.headers.get("Content-Type")?.includes("html");
    if (isPage && url === location.href) replace(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    hasLost = true;
  } finally {
    isFetching = false;
    if (isAsked) ask();
  }
}

function replace(page) {
  let isWaiting = false;
  for (const part of document.querySelectorAll("[data-live-part]")) {
    const fresh = page.querySelector(`[data-live-part="${CSS.escape(part.dataset.livePart)}"]`);
    if (!fresh) continue;
    const source = fresh.outerHTML;
    if (seen.get(part) === source || part.outerHTML === source) continue;
    if (isBusy(part)) {
      isWaiting = true;
      continue;
    }
    swap(part, document.adoptNode(fresh));
    seen.set(fresh, source);
  }
  document.documentElement.toggleAttribute("data-waiting", isWaiting);
  document.dispatchEvent(new CustomEvent("forkant:replaced"));
}

function isBusy(part) {
  const fields = [...part.querySelectorAll("input:not([type=hidden]), textarea")];
  return part.contains(document.activeElement) && document.activeElement.matches("input, textarea, select")
    || part.querySelector(".held, .pressed, .dragged, .sending, [popover]:popover-open, dialog[open]")
    || fields.some((field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked);
}

function swap(part, fresh) {
  const focus = part.contains(document.activeElement) ? path(document.activeElement, part) : null;
  const open = [...part.querySelectorAll("details[open]")].map((one) => path(one, part));
  const scrolled = [part, ...part.querySelectorAll("*")].filter((one) => one.scrollLeft || one.scrollTop)
    .map((one) => ({ at: path(one, part), left: one.scrollLeft, top: one.scrollTop }));
  part.replaceWith(fresh);
  for (const at of open) find(at, fresh)?.setAttribute("open", "");
  for (const { at, left, top } of scrolled) find(at, fresh)?.scrollTo({ left, top, behavior: "instant" });
  document.dispatchEvent(new CustomEvent("forkant:replaced"));
  if (focus) find(focus, fresh)?.focus({ preventScroll: true });
}

// The way to an element from the nearest one above it that has an id, so that it is found where things have moved.
function path(element, part) {
  const steps = [];
  let at = element;
  while (at !== part && !at.id) {
    steps.unshift([...at.parentElement.children].indexOf(at));
    at = at.parentElement;
  }
  return { id: at === part ? null : at.id, steps };
}

function find({ id, steps }, part) {
  let at = id ? document.getElementById(id) : part;
  for (const step of steps) at = at?.children[step];
  return at;
}
