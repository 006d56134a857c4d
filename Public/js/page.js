// Tells the stylesheet that scripts run, and says sentences at the foot of the page:
// document.dispatchEvent(new CustomEvent("forkant:say", { detail: { text, tone, action: { title, run } } }))

document.documentElement.classList.add("has-script");

// Long lists are looked through by their headings where the screen is small.
if (matchMedia("(max-width: 40rem)").matches) {
  for (const part of document.querySelectorAll("details[data-shut-on-phone]")) part.open = false;
}

const seconds = 10;
const toasts = document.createElement("div");
toasts.className = "toasts";
toasts.setAttribute("role", "status");
document.body.append(toasts);

document.addEventListener("forkant:say", ({ detail }) => {
  const toast = document.createElement("div");
  toast.className = detail.tone ? `toast ${detail.tone}` : "toast";
  const text = document.createElement("span");
  text.textContent = detail.text;
  toast.append(text);
  if (detail.action) {
    toast.append(button(detail.action.title, () => {
      toast.remove();
      detail.action.run();
    }));
  }
  toast.append(button(document.body.dataset.close, () => toast.remove()));
  toasts.replaceChildren(toast);
  if (detail.tone !== "late") removeUnlessWanted(toast);
});

function button(title, run) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = title;
  button.addEventListener("click", run);
  return button;
}

function removeUnlessWanted(toast) {
  setTimeout(() => {
    if (toast.matches(":hover, :focus-within")) removeUnlessWanted(toast);
    else toast.remove();
  }, seconds * 1000);
}
