// A list narrows as its filters are chosen. Where the list is a live part it changes in place and the focus stays;
// elsewhere the form is sent.

const pause = 350;
let timer = null;

document.addEventListener("change", ({ target }) => {
  const form = target.closest?.("form[data-filter]");
  if (form && target.type !== "search") show(form);
});

document.addEventListener("input", ({ target }) => {
  const form = target.closest?.("form[data-filter]");
  if (!form || target.type !== "search" || !isLive()) return;
  clearTimeout(timer);
  timer = setTimeout(() => show(form), pause);
});

function isLive() { return document.querySelector("[data-live-part]"); }

function show(form) {
  clearTimeout(timer);
  if (!isLive()) return form.requestSubmit();
  const address = new URL(form.action);
  address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== "")).toString();
  history.replaceState(history.state, "", address);
  document.dispatchEvent(new CustomEvent("forkant:refresh"));
}
