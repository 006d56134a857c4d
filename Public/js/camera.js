// On a phone the camera is one tap away: what it takes is put beside the photos that are chosen already.

prepare();
document.addEventListener("forkant:replaced", prepare);

function prepare() {
  const chooser = document.querySelector("[data-camera] [name=photos]");
  if (!chooser || !matchMedia("(pointer: coarse)").matches || document.getElementById("camera")) return;
  const camera = Object.assign(document.createElement("input"), { type: "file", id: "camera", accept: "image/*" });
  camera.setAttribute("capture", "environment");
  camera.hidden = true;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button camera" });
  const words = document.querySelector("[data-camera]").dataset;
  button.textContent = words.camera;
  chooser.closest(".chooser").querySelector(".button").textContent = words.choose;
  button.addEventListener("click", () => camera.click());
  camera.addEventListener("change", (event) => {
    event.stopPropagation();
    if (!camera.files.length) return;
    const transfer = new DataTransfer();
    for (const file of [...chooser.files, ...camera.files]) transfer.items.add(file);
    chooser.files = transfer.files;
    camera.value = "";
    chooser.dispatchEvent(new Event("change", { bubbles: true }));
  });
  chooser.closest(".chooser").before(button, camera);
}
