// Shows the photos chosen in a file field, and draws each anew on the device before it is sent or kept: place, time and
// camera stay behind, and large ones become smaller. What the browser cannot read is sent as it is; the server looks at it.

const most = 2000;
const quality = 0.85;
const working = new WeakMap();
const ours = new WeakSet();

document.addEventListener("change", ({ target }) => {
  if (!target.matches?.("input[type=file][data-photos]")) return;
  const work = choose(target).finally(() => {
    if (working.get(target.form) === work) working.delete(target.form);
  });
  working.set(target.form, work);
});

document.addEventListener("submit", (event) => {
  const work = working.get(event.target);
  if (!work) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  work.then(() => event.target.requestSubmit(event.submitter));
}, true);

async function choose(input) {
  const album = shelf(input);
  album.replaceChildren();
  const chosen = [...input.files];
  const files = [];
  for (const file of chosen) {
    try {
      files.push(await prepare(file, album));
    } catch {
      files.push(file);
    }
  }
  if (files.every((file, index) => file === chosen[index])) return;
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
}

function shelf(input) {
  const known = input.closest(".field").querySelector(".photos");
  if (known) return known;
  const album = document.createElement("div");
  album.className = "photos";
  input.closest(".chooser").after(album);
  return album;
}

async function prepare(file, album) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const small = drawn(picture, 176);
  small.setAttribute("role", "img");
  small.setAttribute("aria-label", file.name);
  album.append(small);
  if (ours.has(file)) return file;
  const canvas = drawn(picture, most);
  picture.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
  if (!blob) return file;
  const made = new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
  ours.add(made);
  return made;
}

function drawn(picture, longest) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  // What can be seen through would be black in a JPEG.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
