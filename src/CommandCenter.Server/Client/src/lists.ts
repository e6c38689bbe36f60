import { Idiomorph } from "idiomorph";
import { tick } from "./clock";

const RefreshEvery = 2000;

/** Every number opens the list behind it: data-list names the piece of a page that is shown in the dialog, and kept fresh while it is open. */
export function startLists(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#list");
  if (!dialog) return;
  document.addEventListener("click", event => {
    const source = (event.target as Element).closest<HTMLElement>("[data-list]");
    if (source) void open(dialog, source.dataset.list!);
    else if (event.target === dialog) dialog.close();
  });
  document.addEventListener("acted", () => void refresh(dialog));
  document.addEventListener("keydown", event => {
    const source = event.target as Element;
    if ((event.key === "Enter" || event.key === " ") && source.matches?.("[role=button][data-list]")) void open(dialog, (source as HTMLElement).dataset.list!);
  });
  dialog.addEventListener("close", () => delete dialog.dataset.shown);
  setInterval(() => void refresh(dialog), RefreshEvery);
}

async function open(dialog: HTMLDialogElement, list: string): Promise<void> {
  dialog.dataset.shown = list;
  const html = await load(list);
  if (dialog.dataset.shown !== list) return;
  body(dialog).innerHTML = html ?? `<p class="empty">${document.body.dataset.textOffline ?? ""}</p>`;
  tick();
  if (!dialog.open) dialog.showModal();
  // A screen reader begins with what the list is; Tab goes on to what can be done.
  body(dialog).querySelector<HTMLElement>("h2")?.focus();
}

// What somebody is writing, or has pressed once, is not taken from under their hands: neither before nor while the list is on its way.
async function refresh(dialog: HTMLDialogElement): Promise<void> {
  const list = dialog.dataset.shown;
  if (!dialog.open || !list || isInHand(dialog)) return;
  const html = await load(list);
  if (html === null || dialog.dataset.shown !== list || isInHand(dialog)) return;
  Idiomorph.morph(body(dialog), html, { morphStyle: "innerHTML", ignoreActiveValue: true });
  tick();
}

function isInHand(dialog: HTMLDialogElement): boolean {
  return dialog.querySelector("[data-armed], [data-busy]") !== null
    || [...dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")].some(i => i.value !== i.defaultValue);
}

// A refusal is a sentence of its own; only a line that is cut has nothing to show.
async function load(list: string): Promise<string | null> {
  try {
    return await (await fetch(list)).text();
  } catch {
    return null;
  }
}

function body(dialog: HTMLDialogElement): HTMLElement {
  return dialog.querySelector<HTMLElement>(".list-body")!;
}
