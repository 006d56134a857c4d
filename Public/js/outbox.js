// Reports that could not be sent wait here, on this device, until they can. Used by the page and by the service worker:
// both call self.outbox. A report's code is the key by which it is taken in once, however often it is sent. What is sent
// is deleted here at once; of one without a name only its code stays, until somebody has seen it.

self.outbox = (() => {
  // Whoever looks on waits a minute; what waits already is sent over the slowest line.
  const patience = 60000;
  const longest = 600000;
  const news = "BroadcastChannel" in self ? new BroadcastChannel("forkant-outbox") : null;

  function open() {
    return new Promise((done, fail) => {
      const asked = indexedDB.open("forkant-outbox", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("report", { keyPath: "code" });
        asked.result.createObjectStore("about");
      };
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
  }

  // The result is there when the disk has it.
  async function work(store, mode, deed) {
    const database = await open();
    try {
      return await new Promise((done, fail) => {
        const transaction = database.transaction(store, mode, { durability: "strict" });
        const asked = deed(transaction.objectStore(store));
        transaction.oncomplete = () => done(asked?.result);
        transaction.onabort = transaction.onerror = () => fail(transaction.error);
      });
    } finally {
      database.close();
    }
  }

  // Whoever only looks leaves nothing behind, not even an empty box.
  async function isThere() {
    return !indexedDB.databases || (await indexedDB.databases()).some(({ name }) => name === "forkant-outbox");
  }

  const all = async () => (await isThere() ? work("report", "readonly", (store) => store.getAll()) : []);
  const get = (code) => work("report", "readonly", (store) => store.get(code));
  const note = (name, value) => work("about", "readwrite", (store) => store.put(value, name));
  const noted = async (name) => (await isThere() ? work("about", "readonly", (store) => store.get(name)) : null);

  async function put(entry) {
    await work("report", "readwrite", (store) => store.put(entry));
    tell();
  }

  async function remove(code) {
    await work("report", "readwrite", (store) => store.delete(code));
    tell();
  }

  function forget() {
    return new Promise((done) => {
      const asked = indexedDB.deleteDatabase("forkant-outbox");
      asked.onsuccess = asked.onerror = asked.onblocked = () => { tell(); done(); };
    });
  }

  function tell() {
    news?.postMessage("changed");
    if (self.document) document.dispatchEvent(new CustomEvent("forkant:outbox"));
  }

  // Sixteen letters of five bits, as the server makes them.
  function newCode() {
    const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const code = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => letters[byte & 31]).join("");
    return code.match(/.{4}/g).join("-");
  }

  // The page and the worker never send at once.
  function send(isAsked = false) {
    if (!self.navigator.locks) return sendAll(isAsked);
    return navigator.locks.request("forkant-outbox", () => sendAll(isAsked));
  }

  // Says whether all that can be sent is sent.
  async function sendAll(isAsked) {
    for (const entry of await all()) {
      if (entry.state === "sent" || (entry.state === "refused" && !isAsked)) continue;
      try {
        await sendOne(entry, isAsked);
      } catch {
        if (entry.state !== "waiting") await put({ ...entry, state: "waiting" });
        return false;
      }
    }
    return true;
  }

  async function sendOne(entry, isAsked) {
    const body = new FormData();
    for (const [name, value] of entry.fields) body.append(name, value);
    for (const { type, bytes } of entry.photos) body.append("photos", new Blob([bytes], { type }), "foto.jpg");
    // In nobody's name but that of whoever wrote it: a guest's goes without cookies, and another's waits.
    const isGuest = !entry.owner && entry.action !== "/report";
    if (!isGuest) {
      const seal = await freshSeal();
      const isSame = seal && (seal.owner === entry.owner || (!entry.owner && isAsked));
      if (!isSame) return entry.state === "signedOut" ? undefined : put({ ...entry, state: "signedOut" });
      body.append("csrf", seal.csrf);
    }
    const answer = await fetch(entry.action, {
      method: "POST", body, credentials: isGuest ? "omit" : "same-origin", signal: AbortSignal.timeout(longest),
      headers: { Accept: "application/json", "Accept-Language": entry.language },
    });
    if (isLater(answer)) throw new Error("later");
    // Somebody may have taken it away meanwhile.
    if (!await get(entry.code)) return;
    if (answer.status === 401 || answer.redirected) return put({ ...entry, state: "signedOut" });
    const json = await answer.json().catch(() => ({}));
    if (!answer.ok) return put({ ...entry, state: "refused", because: json.detail || json.title || "" });
    if (!json.hasCode) {
      await note("told", true);
      return remove(entry.code);
    }
    return put({ code: json.code, language: entry.language, state: "sent" });
  }

  const isLater = (answer) => answer.status === 429 || answer.status >= 500;

  async function freshSeal() {
    const answer = await fetch("/report/seal", { headers: { Accept: "application/json" }, cache: "no-store" });
    if (isLater(answer)) throw new Error("later");
    return answer.ok && !answer.redirected ? answer.json() : null;
  }

  return { all, get, put, remove, forget, note, noted, newCode, send, isLater, news, patience };
})();
