import { follow, unfollow } from "../live";
import { onPanel, receive } from "../panels";
import { forgetBut, lastSeen } from "./last_state";

const place = document.querySelector<HTMLElement>("#files")!;
const home = document.querySelector<HTMLElement>("[data-topic^='phone:']")!;
let open: string | null = null;

/** Keeps the files of all incidents on the list at hand, so that each opens at once, with or without a network. */
export function startFiles(): void {
  onPanel(panel => {
    if (panel === home) void keep();
    if (panel.parentElement === place) markOwn(panel);
  });
}

/** Shows the file of an incident, or none. */
export async function showFile(incident: string | null): Promise<void> {
  open = incident;
  if (incident) await keep();
  for (const slot of slots()) slot.hidden = slot.dataset.incident !== incident;
}

async function keep(): Promise<void> {
  const wanted = new Set([...home.querySelectorAll<HTMLElement>("[data-incident]")].map(e => e.dataset.incident!));
  if (open) wanted.add(open);
  for (const slot of slots()) {
    if (wanted.has(slot.dataset.incident!)) wanted.delete(slot.dataset.incident!);
    else if (slot.dataset.incident !== open) drop(slot);
  }
  if (wanted.size === 0) return;
  for (const incident of wanted) await add(incident);
  await follow();
}

async function add(incident: string): Promise<void> {
  if (slots().some(s => s.dataset.incident === incident)) return;
  const slot = document.createElement("div");
  slot.className = "panel-slot";
  slot.dataset.topic = `phone-incident:${incident}`;
  slot.dataset.incident = incident;
  slot.hidden = incident !== open;
  place.append(slot);
  const seen = await lastSeen(slot.dataset.topic);
  if (seen) await receive(slot.dataset.topic, seen.sequence, seen.html);
}

function drop(slot: HTMLElement): void {
  slot.remove();
  void unfollow(slot.dataset.topic!);
  void forgetBut([...document.querySelectorAll<HTMLElement>("[data-topic]")].map(e => e.dataset.topic!));
}

// Others may read along; what handles the incident is for the group that owns it, and for command.
function markOwn(panel: HTMLElement): void {
  const owner = panel.querySelector<HTMLElement>("[data-owner]")?.dataset.owner;
  panel.classList.toggle("foreign", owner !== document.body.dataset.group && !document.body.dataset.all);
}

function slots(): HTMLElement[] {
  return [...place.children] as HTMLElement[];
}
