// Shows what waits on this device to be sent, and sends it: when the page opens, when the network is back, and now and
// then while something waits. The code of a report without a name is shown here once, and then forgotten.

const rest = 20000;
const place = () => document.querySelector("[data-door]");
let timer = null;

if (place()) attempt();
show();
addEventListener("online", () => attempt());
document.addEventListener("forkant:send", () => attempt());
document.addEventListener("visibilitychange", () => { if (!document.hidden) attempt(); });
outbox.news?.addEventListener("message", show);
for (const event of ["forkant:outbox", "forkant:replaced"]) document.addEventListener(event, show);

async function attempt(isAsked = false) {
  clearTimeout(timer);
  if (!place()) return;
  try {
    const waits = (await outbox.all()).some((one) => one.state !== "sent");
    if (waits && navigator.onLine) await outbox.send(isAsked);
    await show();
    if ((await outbox.all()).some((one) => one.state === "waiting")) timer = setTimeout(attempt, rest);
  } catch { /* a browser that keeps nothing: nothing waits */ }
}

async function show() {
  const list = place()?.querySelector("[data-waiting-list]");
  if (!list) return;
  let entries = [];
  try {
    entries = await outbox.all();
    if (await outbox.noted("told")) {
      await outbox.note("told", false);
      document.dispatchEvent(new CustomEvent("forkant:say", { detail: { text: place().dataset.sent, tone: "ok" } }));
    }
  } catch { /* as above */ }
  const source = JSON.stringify(entries.map(({ code, state }) => [code, state]));
  if (list.dataset.source === source) return;
  list.dataset.source = source;
  const hadFocus = list.contains(document.activeElement);
  const sent = entries.filter((one) => one.state === "sent");
  const waiting = entries.filter((one) => one.state !== "sent");
  const body = list.firstElementChild;
  body.replaceChildren();
  list.hidden = !entries.length;
  for (const entry of sent) body.append(codeOf(entry));
  if (waiting.length) {
    body.append(element("h2", place().dataset.waiting), element("p", place().dataset.waitingAbout, "meta"));
    for (const entry of waiting) body.append(line(entry));
  }
  // Once what waited is gone, the sentence that it waits is no longer true.
  const notice = place().querySelector("[data-notice]");
  if (!waiting.length && notice && !notice.querySelector("[data-keep-here]")) notice.hidden = true;
  if (hadFocus || sent.length) {
    list.tabIndex = -1;
    list.focus();
  }
}

function codeOf({ code }) {
  const words = place().dataset;
  const part = element("section", "", "stack");
  part.append(
    element("h2", words.sentCode), element("p", code, "code"), element("p", words.keepCode),
    button(words.seenCode, () => outbox.remove(code)));
  return part;
}

function line(entry) {
  const words = place().dataset;
  const part = element("div", "", "stack tight waiting");
  const said = entry.fields.find(([name]) => name === "what")?.[1] ?? "";
  part.append(element("b", entry.isConfidential ? words.confidentialReport : entry.title));
  if (!entry.isConfidential) part.append(element("p", said.length > 80 ? `${said.slice(0, 80)}…` : said));
  if (entry.photos.length) part.append(element("p", words.photoCount.replace("{count}", entry.photos.length), "meta"));
  if (entry.state === "signedOut") part.append(element("p", words.signedOut));
  if (entry.state === "refused") part.append(element("p", `${words.refused} ${entry.because}`, "error"));
  const row = element("div", "", "actions");
  row.append(button(words.sendNow, () => attempt(true)));
  if (entry.state === "signedOut") {
    const door = element("a", words.signIn, "button");
    door.href = "/signin?to=/report";
    row.append(door);
  }
  if (entry.state === "refused") row.append(button(words.mend, () => mend(entry)));
  const gone = button(words.remove, () => {
    if (gone.dataset.asked) return outbox.remove(entry.code);
    gone.dataset.asked = "yes";
    gone.textContent = words.removeSure;
  });
  row.append(gone);
  part.append(row);
  return part;
}

async function mend(entry) {
  document.dispatchEvent(new CustomEvent("forkant:fill", { detail: entry }));
  await outbox.remove(entry.code);
}

document.addEventListener("click", async ({ target }) => {
  if (!target.matches("[data-forget-device]")) return;
  document.dispatchEvent(new CustomEvent("forkant:forget"));
  await outbox.forget();
  document.dispatchEvent(new CustomEvent("forkant:say", { detail: { text: place().dataset.forgotten } }));
});

function element(name, text, look) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (look) made.className = look;
  return made;
}

function button(title, run) {
  const made = element("button", title, "button");
  made.type = "button";
  made.addEventListener("click", run);
  return made;
}
