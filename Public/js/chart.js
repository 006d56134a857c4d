// Makes the organisation chart larger and smaller where it stands: by wheel, two fingers, keys and buttons; dragged, it
// moves. Without this the buttons are links that do the same.

const least = 0.25, most = 4;

for (const frame of document.querySelectorAll("[data-chart]")) {
  const drawing = frame.querySelector("svg");
  if (drawing) begin(frame, drawing);
}

function begin(frame, drawing) {
  const { width, height } = drawing.viewBox.baseVal;
  const fits = drawing.classList.contains("fitting");

  const scale = () => drawing.getBoundingClientRect().width / width;

  function show(wanted, x = frame.clientWidth / 2, y = frame.clientHeight / 2) {
    const before = scale();
    const after = Math.min(most, Math.max(least, wanted));
    const [left, top] = [(frame.scrollLeft + x) / before, (frame.scrollTop + y) / before];
    drawing.classList.remove("fitting");
    drawing.setAttribute("width", Math.round(width * after));
    drawing.setAttribute("height", Math.round(height * after));
    frame.scrollTo(left * after - x, top * after - y);
  }

  function fit() {
    drawing.classList.toggle("fitting", fits);
    if (fits) {
      drawing.setAttribute("width", width);
      drawing.setAttribute("height", height);
    } else {
      show(frame.clientWidth / width);
    }
  }

  const ways = { in: () => show(scale() * 1.25), out: () => show(scale() / 1.25), fit };

  for (const link of document.querySelectorAll("[data-zoom]")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ways[link.dataset.zoom]();
    });
  }

  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = { "+": "in", "=": "in", "-": "out", "0": "fit" }[event.key];
    if (!way) return;
    event.preventDefault();
    ways[way]();
  });

  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = frame.getBoundingClientRect();
    show(scale() * Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });

  const fingers = new Map();
  let apart = 0;
  let moved = false;

  frame.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    fingers.set(event.pointerId, event);
    apart = distance();
    moved = false;
  });

  frame.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    fingers.set(event.pointerId, event);
    if (fingers.size === 2) {
      const now = distance();
      if (apart > 0 && now > 0) {
        const box = frame.getBoundingClientRect();
        const [one, other] = [...fingers.values()];
        show(scale() * now / apart, (one.clientX + other.clientX) / 2 - box.left, (one.clientY + other.clientY) / 2 - box.top);
      }
      apart = now;
    } else if (event.pointerType === "mouse") {
      // A finger alone scrolls, as everywhere.
      if (Math.hypot(event.movementX, event.movementY) > 0) {
        moved ||= true;
        frame.classList.add("held");
        frame.scrollBy(last.clientX - event.clientX, last.clientY - event.clientY);
      }
    }
  });

  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    frame.addEventListener(end, (event) => {
      fingers.delete(event.pointerId);
      if (fingers.size === 0) frame.classList.remove("held");
    });
  }

  // What was dragged is not followed.
  frame.addEventListener("click", (event) => { if (moved && event.detail > 0) event.preventDefault(); }, true);
  frame.addEventListener("dragstart", (event) => event.preventDefault());

  function distance() {
    if (fingers.size !== 2) return 0;
    const [one, other] = [...fingers.values()];
    return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  }

  drawing.querySelector("#found")?.scrollIntoView({ block: "center", inline: "center" });
}
