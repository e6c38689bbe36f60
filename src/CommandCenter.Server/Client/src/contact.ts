import { send } from "./commands";
import { onPanel } from "./panels";

const told = new Set<string>();

/** The communication check: that it is on a screen somebody can look at is said without a tap; answering it is the tap. */
export function startContact(): void {
  onPanel(note);
  document.addEventListener("visibilitychange", note);
}

function note(): void {
  const check = document.querySelector<HTMLElement>("[data-check]")?.dataset.check;
  if (!check || told.has(check) || document.visibilityState !== "visible") return;
  told.add(check);
  void send("communication/self/seen", { check: Number(check) });
}
