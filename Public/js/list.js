// Keys of a long list: j and k go from row to row, x ticks the row, e changes what it is about.

let last = 0;

document.addEventListener("forkant:key", (event) => {
  const { key, target } = event.detail;
  const rows = [...document.querySelectorAll("[data-live-part=list] tbody tr")];
  const row = rows.indexOf(target.closest("tr"));
  if (row >= 0) last = row;
  const done = { j: () => step(rows, row, 1), k: () => step(rows, row, -1), x: () => tick(rows[row]), e: () => edit(rows[row]) };
  if (done[key]?.()) event.preventDefault();
});

// From outside of the rows one comes back to where one was.
function step(rows, row, way) {
  const next = rows[row < 0 ? Math.min(last, rows.length - 1) : row + way];
  const link = next?.querySelector("th a");
  link?.focus();
  link?.scrollIntoView({ block: "nearest" });
  return Boolean(rows.length);
}

function tick(row) {
  const box = row?.querySelector("input[type=checkbox]");
  box?.click();
  return Boolean(box);
}

function edit(row) {
  const link = row?.querySelector("input[type=checkbox]") && row.querySelector("th a");
  if (link) location.assign(`${link.pathname}/edit`);
  return Boolean(link);
}
