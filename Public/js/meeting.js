// The keys of a board meeting: each presses what the page shows for it. They are off where the shortcuts are, and where
// somebody writes. The clock counts on from what the server said, so that all screens agree.

const box = document.querySelector("#shortcuts input");
const keys = {
  PageDown: "next", ArrowRight: "next", j: "next", PageUp: "previous", ArrowLeft: "previous", k: "previous",
  f: "forward", b: "back", h: "hold", d: "done", u: "undo", c: "clock",
  t: "text", e: "end",
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat || !box?.checked) return;
  if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const name = /^[1-9]$/.test(event.key) ? `note-${event.key}` : keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  const aim = step ? neighbour(step) : name && document.querySelector(`[data-key="${name}"]`);
  if (!aim) return;
  event.preventDefault();
  if (aim.localName === "details") open(aim);
  else (aim.localName === "div" ? aim.querySelector("button") : aim).click();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const field = event.target.closest("details[data-key]");
  if (!field) return;
  field.open = false;
  field.querySelector("summary").focus();
});

function neighbour(step) {
  const slips = [...document.querySelectorAll(".slip")];
  return slips[slips.findIndex((slip) => slip.ariaCurrent === "true") + step]?.querySelector("a");
}

function open(details) {
  details.open = true;
  details.querySelector("textarea, input:not([type=hidden])").focus();
}

const marks = [[300, "five"], [60, "one"], [0, "over"]];
let seen = null;
let end = 0;
let last = null;

setInterval(tick, 500);
document.addEventListener("forkant:replaced", tick);
tick();

function tick() {
  const clock = document.querySelector("[data-left]");
  if (!clock) return;
  if (clock !== seen) {
    seen = clock;
    end = performance.now() + Number(clock.dataset.left) * 1000;
  }
  const isRunning = clock.hasAttribute("data-runs");
  const left = isRunning ? Math.round((end - performance.now()) / 1000) : Number(clock.dataset.left);
  const beyond = Math.abs(left);
  const text = `${left < 0 ? "+" : ""}${Math.floor(beyond / 60)}:${String(beyond % 60).padStart(2, "0")}`;
  const face = clock.querySelector("b");
  if (face.textContent !== text) face.textContent = text;
  const part = Math.max(0, Math.min(100, Math.round(left / Number(clock.dataset.whole) * 100)));
  clock.querySelector(".left").setAttribute("stroke-dasharray", `${part} 100`);
  clock.classList.toggle("over", left <= 0);
  const spoken = document.querySelector("[data-five]");
  for (const [at, name] of marks) {
    if (last !== null && last > at && left <= at) spoken.textContent = spoken.dataset[name];
  }
  last = left;
}

document.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
