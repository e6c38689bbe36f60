/** A sentence that stays long enough to be read, and is read out by screen readers. */
export function say(text: string, kind: "good" | "soon" | "stop" = "good"): void {
  let place = document.querySelector<HTMLElement>("#toasts");
  if (!place) {
    place = document.createElement("div");
    place.id = "toasts";
    place.popover = "manual";
    place.setAttribute("role", "status");
    place.setAttribute("aria-live", "assertive");
    document.body.append(place);
  }
  const toast = document.createElement("p");
  toast.className = `toast ${kind}`;
  toast.textContent = text;
  place.append(toast);
  // Shown anew, so that it stands above a dialog that was opened meanwhile.
  place.hidePopover?.();
  place.showPopover?.();
  setTimeout(() => toast.remove(), Math.max(4000, text.length * 160));
}
