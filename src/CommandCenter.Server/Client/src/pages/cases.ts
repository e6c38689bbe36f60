import { isTyping, startActions } from "../actions";
import { startCards } from "../cards";
import { localOf, now, startClock } from "../clock";
import { act } from "../commands";
import { newId, startForms, type Sent } from "../forms";
import { startHouseholdField } from "../households";
import { startLedger } from "../ledger";
import { startLive } from "../live";
import { onPanel } from "../panels";
import { say } from "../toast";

const InterimIn = 2 * 3600_000;
const register = document.querySelector<HTMLDialogElement>("#register")!;
const answer = document.querySelector<HTMLFormElement>("#answer");

startClock();
startActions();
startForms(onSent, collect);
startHouseholdField(register.querySelector("form")!);
if (answer) startCards(answer);
startLedger();
onPanel(panel => { if (panel.dataset.topic?.startsWith("case:")) gate(panel); });
startLive();
document.addEventListener("click", event => {
  if ((event.target as Element).closest("#new")) register.showModal();
});
document.addEventListener("keydown", onKey);
for (const next of document.querySelectorAll<HTMLInputElement>("input[name=next]")) {
  if (!next.value) next.value = localOf(now() + InterimIn);
}

// A new card is written before the matter is answered by it: the answer names it.
async function collect(body: Record<string, unknown>, form: HTMLFormElement): Promise<boolean> {
  const question = form === answer ? form.querySelector<HTMLInputElement>("[name=_question]")!.value.trim() : "";
  if (!question || body.card) return true;
  const id = newId("q");
  if (!(await act(`cards/${id}/write`, { question, answer: body.text, clause: body.clause }))) return false;
  body.card = id;
  return true;
}

function onSent(sent: Sent, form: HTMLFormElement): void {
  if (form.closest("#register")) {
    location.href = `/cases?case=${sent.id}`;
    return;
  }
  say(form.dataset.done!);
  form.closest("details")!.open = false;
}

// What may be done follows from how far the matter is and who answers for it; the rest says why not.
function gate(panel: HTMLElement): void {
  const matter = panel.querySelector<HTMLElement>("[data-responsible]");
  if (!matter) return;
  const { open, responsible, kind } = matter.dataset;
  for (const form of document.querySelectorAll<HTMLFormElement>(".work form")) {
    const fits = form.dataset.when === "answered" ? open === undefined : open !== undefined && (form.dataset.when !== "complex" || kind === "Complex");
    const may = form.dataset.may === "any" || (form.dataset.may === "own" && responsible === document.body.dataset.post);
    form.closest("details")!.hidden = !fits || form.dataset.may === "no";
    form.querySelector<HTMLElement>(".not-mine")!.hidden = may;
    form.querySelector<HTMLFieldSetElement>("fieldset.all")!.disabled = !may;
  }
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target) || document.querySelector("dialog[open]")) return;
  if (event.key.toUpperCase() === "N") {
    event.preventDefault();
    register.showModal();
    return;
  }
  const part = document.querySelector<HTMLDetailsElement>(`.work details[data-open-key="${CSS.escape(event.key.toUpperCase())}"]:not([hidden])`);
  if (!part) return;
  event.preventDefault();
  part.open = true;
  part.querySelector<HTMLElement>("textarea, select, input:not([type=hidden])")?.focus();
}
