// Answers for the doors where one reports, and for nothing else: without network with the copy that the page laid by, which
// knows nobody. Sends what waits when the browser says that the network is back.

importScripts("outbox.js");

const patience = 8000;
const door = /^\/(report|r\/[^/]+)$/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (door.test(url.pathname)) event.respondWith(open(request, url));
  } else if (url.pathname.startsWith("/static/")) {
    event.respondWith(caches.match(request).then((known) => known ?? fetch(request)));
  }
});

addEventListener("sync", (event) => {
  if (event.tag === "forkant-outbox") {
    event.waitUntil(outbox.send().then((isDone) => { if (!isDone) throw new Error("later"); }));
  }
});

async function open(request, url) {
  const kept = await caches.match(`${url.pathname}/kept`);
  if (!kept) return fetch(request);
  const answer = fetch(request).catch(() => kept);
  const late = new Promise((done) => setTimeout(() => done(kept), patience));
  const first = await Promise.race([answer, late]);
  return first.status >= 500 ? kept : first;
}
