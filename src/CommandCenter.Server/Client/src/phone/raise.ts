import type { Outbox } from "./outbox";
import { newKey } from "./outbox";
import { go } from "./views";

type Step = "what" | "where" | "bad" | "after";

const view = document.querySelector<HTMLElement>("#raise-view")!;
const words = document.querySelector<HTMLTextAreaElement>("#raise-words")!;

let type: HTMLElement | null = null;
let zone: HTMLElement | null = null;
let incident = "";

/** Raises an incident in three taps. After the third it is kept on the phone; words and photos follow in the same order. */
export function startRaise(outbox: Outbox): void {
  view.addEventListener("click", event => {
    const button = (event.target as Element).closest<HTMLElement>("button, #raise-back");
    if (button?.dataset.type) choose(button);
    else if (button?.dataset.zone) place(button);
    else if (button?.dataset.level) void raise(button, outbox);
    else if (button?.id === "raise-done") void finish(outbox);
    else if (button?.id === "raise-back" && stepBack()) event.preventDefault();
  });
}

/** The incident that was raised last, which words, photos and voice notes are added to. */
export function raised(): string | null {
  return incident || null;
}

/** Begins anew. */
export function beginRaise(): void {
  type = zone = null;
  words.value = "";
  step("what");
}

function step(to: Step): void {
  view.dataset.step = to;
  const chosen = [type, zone].filter(e => e !== null).map(e => e!.textContent!.trim()).join(" · ");
  view.querySelectorAll(".chosen").forEach(e => { e.textContent = chosen; });
  scrollTo(0, 0);
}

function choose(button: HTMLElement): void {
  type = button;
  view.querySelectorAll<HTMLElement>("[data-level]").forEach(l => l.classList.toggle("usual", l.dataset.level === button.dataset.severity));
  step("where");
}

function place(button: HTMLElement): void {
  zone = button;
  step("bad");
}

async function raise(button: HTMLElement, outbox: Outbox): Promise<void> {
  incident = `i-${newKey().slice(0, 12)}`;
  const text = `${type!.textContent!.trim()} · ${zone!.textContent!.trim()}`;
  const body = { type: type!.dataset.type, zone: zone!.dataset.zone, severity: Number(button.dataset.level), text };
  await outbox.add(`incidents/${incident}/raise`, body, `＋ ${text}`);
  step("after");
}

async function finish(outbox: Outbox): Promise<void> {
  const text = words.value.trim();
  if (text) await outbox.add(`incidents/${incident}/note`, { text }, text);
  go("home");
}

function stepBack(): boolean {
  const from = view.dataset.step as Step;
  if (from === "where") step("what");
  else if (from === "bad") step("where");
  return from === "where" || from === "bad";
}
