import { say } from "../toast";
import { canRecord, Recorder, type Voice } from "./recorder";

const dialog = document.querySelector<HTMLDialogElement>("#voice")!;
const seconds = dialog.querySelector<HTMLElement>("#voice-seconds")!;
const player = dialog.querySelector("audio")!;

let recorder: Recorder | null = null;

/** Shows the buttons for voice notes where this page may record, and says why where only the address is in the way. */
export function startVoice(): void {
  document.querySelectorAll<HTMLElement>("[data-voice]").forEach(button => { button.hidden = !canRecord(); });
  document.querySelector<HTMLElement>("#voice-none")!.hidden = canRecord() || isSecureContext;
  dialog.querySelector("#voice-stop")!.addEventListener("click", () => recorder?.stop());
  // Whoever puts the phone away is not listened to.
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") recorder?.stop(); });
}

/** Records a voice note and lets it be heard; null where it was thrown away, or the microphone is not given. */
export async function voiceNote(): Promise<Voice | null> {
  let taken: Voice | null = null;
  show("taking");
  seconds.textContent = "0";
  dialog.returnValue = "";
  dialog.showModal();
  const closed = new Promise(resolve => dialog.addEventListener("close", resolve, { once: true }));
  try {
    recorder = await Recorder.start(Number(dialog.dataset.most), n => { seconds.textContent = String(n); }, voice => hear(taken = voice));
    if (!dialog.open) recorder.stop();
  } catch {
    dialog.close("");
    say(dialog.dataset.denied!, "stop");
  }
  await closed;
  recorder?.stop();
  recorder = null;
  forget();
  return dialog.returnValue === "ok" ? taken : null;
}

function hear(voice: Voice): void {
  if (!dialog.open) return;
  player.src = URL.createObjectURL(voice.sound);
  show("taken");
}

function forget(): void {
  player.pause();
  URL.revokeObjectURL(player.src);
  player.removeAttribute("src");
}

function show(step: "taking" | "taken"): void {
  dialog.dataset.step = step;
}
