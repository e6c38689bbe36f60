import type { Outbox } from "./outbox";
import { photoOf } from "./photo";
import { startVoice, voiceNote } from "./voice";

/** Photos and voice notes: the fields and buttons for them put what they make into the outbox, for the incident that is meant. */
export function startAttach(outbox: Outbox, raised: () => string | null, shown: () => string | null): void {
  startVoice();
  const meant = (from: Element) => from.closest("#raise-view") ? raised() : shown();
  document.addEventListener("change", event => {
    const input = (event.target as Element).closest<HTMLInputElement>("[data-photo]");
    if (input) void addPhoto(outbox, meant(input), input);
  });
  document.addEventListener("click", event => {
    const button = (event.target as Element).closest<HTMLElement>("[data-voice]");
    if (button) void addVoice(outbox, meant(button), button);
  });
}

async function addPhoto(outbox: Outbox, incident: string | null, input: HTMLInputElement): Promise<void> {
  const photo = await photoOf(input);
  if (photo && incident) await outbox.add(`incidents/${incident}/photos`, undefined, input.closest("label")!.textContent!.trim(), { photo });
}

async function addVoice(outbox: Outbox, incident: string | null, button: HTMLElement): Promise<void> {
  const voice = await voiceNote();
  if (voice && incident) await outbox.add(`incidents/${incident}/voices`, undefined, button.dataset.words!.replace("{0}", String(voice.seconds)), { voice });
}
