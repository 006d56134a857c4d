// A display in a hallway asks for its page anew, for months. What it shows stays while the server is away for a moment; what
// it has not heard of for long it shows no more. Once a day the page is loaded whole, so that it follows new releases.

const main = () => document.querySelector("main");
const rest = Number(main().dataset.rest) * 1000;
const patience = 30 * 60000;
const day = 24 * 3600000;
const begun = performance.now();
let heard = begun;
let timer = setInterval(ask, rest);

async function ask() {
  try {
    const answer = await fetch(location.href, { cache: "no-store", credentials: "omit" });
    const isPage = [200, 410].includes(answer.status) && answer.headers.get("Content-Type")?.includes("html");
    if (!isPage) throw new Error("not the page");
    heard = performance.now();
    if (heard - begun > day && answer.ok) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("main.hallway");
    if (fresh.outerHTML !== main().outerHTML) main().replaceWith(document.adoptNode(fresh));
    document.title = page.title;
    if (answer.status === 410) clearInterval(timer);
  } catch {
    if (performance.now() - heard < patience) return;
    const line = document.createElement("p");
    line.className = "now";
    line.textContent = main().dataset.lost;
    main().replaceChildren(line);
  }
}
