import { startActions } from "../actions";
import { startClock } from "../clock";
import { startForms } from "../forms";
import { startLive } from "../live";
import { onPanel } from "../panels";
import { say } from "../toast";

interface Sheet { sequence: number; hash: string; verified?: { sequence: number; matches: boolean; fault?: number } }

const RefreshEvery = 3000;
const dialog = document.querySelector<HTMLDialogElement>("#finding")!;
const sheet = document.querySelector<HTMLElement>(".chain")!;
let kind = "";

startClock();
startActions();
startForms((_, form) => {
  form.closest("dialog")!.close();
  say(form.dataset.done!);
});
onPanel(narrow);
startLive();
setInterval(() => void chain(), RefreshEvery);
document.addEventListener("click", event => {
  const target = event.target as Element;
  const chip = target.closest<HTMLElement>("[data-kind]");
  if (chip) {
    kind = chip.dataset.kind!;
    narrow();
  }
  const entry = target.closest<HTMLElement>("[data-finding]");
  if (entry) {
    dialog.querySelector<HTMLInputElement>("[name=entry]")!.value = entry.dataset.finding!;
    dialog.showModal();
  }
  const card = target.closest<HTMLElement>("[data-revise]");
  if (card) revise(card.dataset);
  if (target.closest("#verify")) void chain("?verify=true");
});

// The panel comes with all of them; which kind is looked at is this page's own.
function narrow(): void {
  for (const chip of document.querySelectorAll<HTMLElement>("[data-kind]")) chip.setAttribute("aria-pressed", String(chip.dataset.kind === kind));
  for (const row of document.querySelectorAll<HTMLElement>("[data-of]")) row.hidden = kind !== "" && row.dataset.of !== kind;
}

function revise(card: DOMStringMap): void {
  const form = document.querySelector<HTMLFormElement>("#revise form")!;
  form.dataset.command = `cards/${card.revise}/revise`;
  form.querySelector<HTMLTextAreaElement>("[name=answer]")!.value = card.answer!;
  form.querySelector<HTMLSelectElement>("[name=clause]")!.value = card.clause!;
  form.closest("dialog")!.showModal();
}

async function chain(query = ""): Promise<void> {
  const response = await fetch(`/api/operations/${document.body.dataset.operation}/chain${query}`).catch(() => null);
  if (!response?.ok) return;
  const now: Sheet = await response.json();
  document.querySelector("#chain-sequence")!.textContent = String(now.sequence);
  document.querySelector("#chain-hash")!.textContent = now.hash;
  if (!now.verified) return;
  const { sequence, matches, fault } = now.verified;
  const line = document.querySelector<HTMLElement>("#chain-verified")!;
  line.textContent = `${matches ? sheet.dataset.whole : sheet.dataset.broken} #${fault ?? sequence}`;
  line.className = matches ? "whole" : "broken";
}
