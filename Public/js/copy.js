// Buttons that put the text beside them on the clipboard. Where there is none, they stay hidden: the text can be marked.

function prepare() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy][hidden]")) button.hidden = false;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  const text = button?.parentElement.querySelector("[data-copied]");
  if (!text) return;
  try {
    await navigator.clipboard.writeText(text.textContent);
  } catch {
    // The browser said no: the text is marked instead, so that the keys for copying take it.
    getSelection().selectAllChildren(text);
    return;
  }
  const name = button.textContent;
  const said = text.dataset.copied;
  button.textContent = said;
  button.setAttribute("aria-live", "polite");
  setTimeout(() => {
    if (button.textContent === said) button.textContent = name;
  }, 2000);
});

// Parts of the page that are read anew bring new buttons.
new MutationObserver(prepare).observe(document.body, { childList: true, subtree: true });
prepare();
