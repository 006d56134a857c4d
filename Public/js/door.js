// The form where one reports, on a device whose network comes and goes: it is sent without leaving the page; what cannot be
// sent is kept on the device. On phones the form itself is kept, so that it opens without network.

const place = () => document.querySelector("[data-door]");
const isPhone = matchMedia("(pointer: coarse)").matches;
let isSending = false;

prepare();
document.addEventListener("forkant:replaced", prepare);
if (place()) keepDoor().catch(() => { /* the form works without */ });

function prepare() {
  const code = place()?.querySelector("[name=code]");
  if (code && !code.value) {
    code.value = outbox.newCode();
    place().dataset.isCopy = "";
  }
  // A poster's address may say where it hangs; a copy that was kept does not know it.
  const where = place()?.querySelector("[name=place]");
  if (where && !where.value) where.value = new URLSearchParams(location.search).get("place")?.slice(0, 200) ?? "";
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("[data-door]") || event.defaultPrevented) return;
  if (event.submitter?.name === "find" && form.elements.q?.value.trim()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isSending) return;
  isSending = true;
  event.submitter?.setAttribute("aria-busy", "true");
  send(form).finally(() => {
    isSending = false;
    event.submitter?.removeAttribute("aria-busy");
  });
}, true);

document.addEventListener("click", ({ target }) => {
  if (target.matches("[data-keep-here]")) keep(target.closest("[data-door]").querySelector("form"));
});

async function send(form) {
  if (!navigator.onLine) return keepOrAsk(form);
  // The copy has no proof that it comes from here: it goes the way of what waited, even where the network is back already.
  if ("isCopy" in place().dataset) return keepOrAsk(form, true);
  let answer;
  try {
    answer = await fetch(form.action, {
      method: "POST", body: new FormData(form), signal: AbortSignal.timeout(outbox.patience),
    });
    if (outbox.isLater(answer)) return keepOrAsk(form);
    if (answer.redirected) return location.assign(answer.url);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"), form, answer.ok);
  } catch {
    keepOrAsk(form);
  }
}

// The server's answer takes the page's place; photos of a refused form are chosen still.
function show(page, form, isDone) {
  const main = document.adoptNode(page.querySelector("main"));
  const old = form.querySelector("[name=photos]");
  const chooser = main.querySelector("[name=photos]");
  if (chooser && old.files.length && !chooser.matches("[aria-invalid]")) {
    chooser.files = old.files;
    const hint = main.querySelector("#photos-hint");
    if (hint) hint.textContent = form.querySelector("#photos-hint").textContent;
  }
  document.querySelector("main").replaceWith(main);
  document.title = page.title;
  scrollTo(0, 0);
  if (isDone) document.dispatchEvent(new CustomEvent("forkant:reported"));
  document.dispatchEvent(new CustomEvent("forkant:replaced"));
  const problem = main.querySelector("[aria-invalid=true]");
  if (chooser?.files.length) chooser.dispatchEvent(new Event("change", { bubbles: true }));
  (problem?.matches("input, textarea, select") ? problem : problem?.querySelector("input") ?? main).focus();
}

// A phone is somebody's own; a computer may be everybody's, and keeps nothing unasked.
async function keepOrAsk(form, isPhoneCopy = isPhone) {
  const words = place().dataset;
  const wrong = missing(form);
  if (wrong) {
    say(words.missing, "late");
    return wrong.focus();
  }
  if (isPhoneCopy) return keep(form);
  notice(words.unreachable, words.keepHereTitle);
}

function missing(form) {
  const { kind, what, anonymous, name, photos } = form.elements;
  if (![...kind].some((one) => one.checked)) return kind[0];
  if (!what.value.trim()) return what;
  if (name && !anonymous.checked && !name.value.trim()) return name;
  return photos.files.length > Number(place().dataset.mostPhotos) ? photos : null;
}

async function keep(form) {
  const door = place();
  const { elements } = form;
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrf");
  const kind = [...elements.kind].find((one) => one.checked);
  try {
    const photos = await Promise.all([...elements.photos.files].map(
      async (file) => ({ type: file.type, bytes: await file.arrayBuffer() })));
    const action = new URL(form.action).pathname;
    await outbox.put({
      code: elements.code.value, action, fields, photos, state: "waiting",
      language: document.documentElement.lang, owner: door.dataset.owner || await remembered(action),
      title: kind.closest("label").firstChild.nextSibling?.textContent ?? "",
      isConfidential: door.dataset.confidential.split(" ").includes(kind.value),
    });
  } catch {
    return say(door.dataset.full, "late");
  }
  document.dispatchEvent(new CustomEvent("forkant:reported"));
  form.reset();
  elements.code.value = outbox.newCode();
  elements.photos.dispatchEvent(new Event("change", { bubbles: true }));
  notice(isPhone ? door.dataset.keptOnPhone : door.dataset.keptHere);
  if (navigator.onLine) document.dispatchEvent(new CustomEvent("forkant:send"));
  const ready = await navigator.serviceWorker?.getRegistration(location.pathname);
  await ready?.sync?.register("forkant-outbox").catch(() => { /* sent on the next visit */ });
}

const remembered = async (action) => (action === "/report" ? await outbox.noted("owner") : "") ?? "";
const say = (text, tone) => document.dispatchEvent(new CustomEvent("forkant:say", { detail: { text, tone } }));

function notice(text, choice) {
  const banner = place().querySelector("[data-notice]");
  const line = banner.firstElementChild;
  line.replaceChildren();
  const words = document.createElement("p");
  words.textContent = text;
  line.append(words);
  if (choice) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.dataset.keepHere = "";
    button.textContent = choice;
    line.append(button);
  }
  banner.hidden = false;
  banner.tabIndex = -1;
  banner.focus();
}

// Lays the form by, as a stranger sees it, with its stylesheet and scripts; those of earlier releases go.
async function keepDoor() {
  const { worker, scope, copy, owner, manifest } = place().dataset;
  const head = (rel, href) => document.head.append(Object.assign(document.createElement("link"), { rel, href }));
  if (manifest) {
    head("manifest", manifest);
    head("apple-touch-icon", place().dataset.icon);
  }
  if (!("serviceWorker" in navigator) || !navigator.onLine) return;
  if (!worker) return forgetDoors();
  if (!isPhone) return;
  await navigator.serviceWorker.register(worker, { scope });
  const name = `forkant-door ${worker}`;
  const cache = await caches.open(name);
  const answer = await fetch(copy, {
    credentials: "omit", headers: { "Accept-Language": document.documentElement.lang },
  });
  if (!answer.ok) return;
  await cache.put(copy, answer);
  const files = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload], script[src]")]
    .map((one) => one.href || one.src);
  const drawings = [...document.querySelectorAll("svg use")].map((one) => one.getAttribute("href").split("#")[0]);
  await cache.addAll(new Set([...files, ...drawings]));
  for (const other of await caches.keys()) {
    if (other.startsWith("forkant-door ") && other !== name) await caches.delete(other);
  }
  if (owner) await outbox.note("owner", owner);
  document.documentElement.dataset.doorKept = "";
}

async function forgetDoors() {
  if (!("serviceWorker" in navigator)) return;
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
  for (const name of await caches.keys()) if (name.startsWith("forkant-door ")) await caches.delete(name);
}

document.addEventListener("forkant:forget", forgetDoors);
