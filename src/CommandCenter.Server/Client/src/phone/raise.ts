import type { Outbox } from "./outbox";
import { newKey } from "./outbox";
import { go } from "./views";

type Step = "what" | "where" | "bad" | "after";

const view = document.querySelector<HTMLElement>("#raise-view")!;
const words = document.querySelector<HTMLTextAreaElement>("#raise-words")!;

type Choice = Element & HTMLOrSVGElement;

let type: Choice | null = null;
let zone: Choice | null = null;
let incident = "";

/** Raises an incident in three taps. After the third it is kept on the phone; words and photos follow in the same order. */
export function startRaise(outbox: Outbox): void {
  view.addEventListener("click", event => {
    const button = (event.target as Element).closest<HTMLElement>("button, [data-zone], #raise-back");
    if (button?.dataset.type) choose(button);
    else if (button?.dataset.zone) place(button);
    else if (button?.dataset.level) void raise(button, outbox);
    else if (button?.id === "raise-done") void finish(outbox);
    else if (button?.id === "raise-back" && stepBack()) event.preventDefault();
  });
  view.addEventListener("keydown", event => {
    const shape = (event.target as Element).closest<SVGElement>("g[data-zone]");
    if (!shape || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    place(shape);
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
  const chosen = [type, zone].filter(e => e !== null).map(e => nameOf(e!)).join(" · ");
  view.querySelectorAll(".chosen").forEach(e => { e.textContent = chosen; });
  scrollTo(0, 0);
}

// A zone of the site plan has more in it than its name.
function nameOf(choice: Choice): string {
  return choice.dataset.name ?? choice.textContent!.trim();
}

function choose(button: Choice): void {
  type = button;
  view.querySelectorAll<HTMLElement>("[data-level]").forEach(l => l.classList.toggle("usual", l.dataset.level === button.dataset.severity));
  step("where");
}

function place(button: Choice): void {
  zone = button;
  step("bad");
}

async function raise(button: HTMLElement, outbox: Outbox): Promise<void> {
  incident = `i-${newKey().slice(0, 12)}`;
  const text = `${nameOf(type!)} · ${nameOf(zone!)}`;
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
