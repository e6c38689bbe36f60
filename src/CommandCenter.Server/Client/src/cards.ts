import { onPanel } from "./panels";

interface Card { id: string; question: string; answer: string; clause: string }

/** Answer cards beside an answer: found while typing, put into the form with one press, and named where the answer departs from its card. */
export function startCards(form: HTMLFormElement): void {
  const find = form.querySelector<HTMLInputElement>("[name=_find]")!;
  const card = form.querySelector<HTMLInputElement>("[name=card]")!;
  const text = form.querySelector<HTMLTextAreaElement>("[name=text]")!;
  const clause = form.querySelector<HTMLSelectElement>("[name=clause]")!;
  const show = (): void => {
    const words = find.value.trim().toLowerCase().split(/\s+/);
    for (const item of items()) item.hidden = !words.every(w => item.textContent!.toLowerCase().includes(w));
    const picked = items().map(read).find(c => c.id === card.value);
    form.querySelector<HTMLElement>(".picked")!.hidden = !picked;
    form.querySelector(".picked b")!.textContent = picked?.question ?? "";
    form.querySelector<HTMLElement>(".departs")!.hidden = !picked || (text.value === picked.answer && clause.value === picked.clause);
    form.querySelector<HTMLElement>(".new-card")!.hidden = !!picked;
    form.querySelector(".clause-text")!.textContent = clause.selectedOptions[0]?.dataset.text ?? "";
  };
  document.addEventListener("click", event => {
    const item = (event.target as Element).closest<HTMLElement>("[data-card]");
    if (item) {
      const chosen = read(item);
      [card.value, text.value, clause.value] = [chosen.id, chosen.answer, chosen.clause];
      form.dispatchEvent(new Event("input"));
      text.focus();
    }
    if ((event.target as Element).closest("[data-unpick]")) {
      card.value = "";
      form.dispatchEvent(new Event("input"));
    }
  });
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  onPanel(panel => { if (panel.dataset.topic === "cards") show(); });
  show();
}

function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-card]")];
}

function read(item: HTMLElement): Card {
  return { id: item.dataset.card!, question: item.dataset.question!, answer: item.dataset.answer!, clause: item.dataset.clause! };
}
