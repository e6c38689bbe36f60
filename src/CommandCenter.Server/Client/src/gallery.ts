/** Photos open in full on a tap, and close on the next. */
export function startGallery(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#photo")!;
  const picture = dialog.querySelector("img")!;
  document.addEventListener("click", event => {
    const source = (event.target as Element).closest<HTMLElement>("[data-photo-src]");
    if (!source) return;
    picture.src = source.dataset.photoSrc!;
    picture.alt = source.getAttribute("aria-label") ?? "";
    dialog.showModal();
  });
  dialog.addEventListener("close", () => picture.removeAttribute("src"));
}
