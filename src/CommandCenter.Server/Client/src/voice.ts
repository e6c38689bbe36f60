import { chime, unlock } from "./chime";

interface Sentence { text: string; language: string; times: number }

const Twice = 2;
// A call that is older than this many others would send people to a window that has gone on.
const MostWaiting = 6;
const Muted = "hall-muted";
// Some engines never report the end of an utterance; the queue must not stand still for that.
const LongestWait = (text: string) => 4000 + text.length * 450;

const queue: Sentence[] = [];
let last: Sentence | null = null;
let allowed = false;
let busy = false;
let muted = localStorage.getItem(Muted) === "1";

const start = document.querySelector<HTMLButtonElement>("#sound-start")!;
const again = document.querySelector<HTMLButtonElement>("#sound-again")!;
const mute = document.querySelector<HTMLButtonElement>("#sound-mute")!;
const warning = document.querySelector<HTMLElement>("#no-voice")!;

/** Readies the buttons; a machine that may make sound unasked starts by itself. */
export function startVoice(): void {
  start.addEventListener("click", () => void allow());
  again.addEventListener("click", () => { if (last) enqueue({ ...last, times: 1 }); });
  mute.addEventListener("click", () => setMuted(!muted));
  setMuted(muted);
  globalThis.speechSynthesis?.addEventListener("voiceschanged", showWarning);
  // Voices come in late; the sign waits a moment so that it is never wrong for long.
  setTimeout(showWarning, 1500);
  void allow();
}

/** Queues an announcement: one after the other, each said twice, the oldest left out where too many wait. */
export function announce(text: string, language: string): void {
  last = { text, language, times: Twice };
  enqueue(last);
}

function enqueue(sentence: Sentence): void {
  if (!allowed || muted) return;
  queue.push(sentence);
  if (queue.length > MostWaiting) queue.shift();
  void drain();
}

async function drain(): Promise<void> {
  if (busy) return;
  busy = true;
  for (let next = queue.shift(); next; next = queue.shift()) {
    await chime();
    for (let time = 0; time < next.times && !muted; time++) await say(next);
  }
  busy = false;
}

function say(sentence: Sentence): Promise<void> {
  const voice = voiceFor(sentence.language);
  if (!voice) return Promise.resolve();
  return new Promise(resolve => {
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    const giveUp = setTimeout(() => { speechSynthesis.cancel(); resolve(); }, LongestWait(sentence.text));
    utterance.onend = utterance.onerror = () => { clearTimeout(giveUp); resolve(); };
    speechSynthesis.speak(utterance);
  });
}

function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  const spoken = language.startsWith("en") ? /^en/i : /^(zh|cmn)(?![-_](HK|TW))/i;
  const fitting = (globalThis.speechSynthesis?.getVoices() ?? []).filter(v => spoken.test(v.lang));
  // A voice of this machine goes on speaking when the network is gone.
  return fitting.find(v => v.localService) ?? fitting[0];
}

async function allow(): Promise<void> {
  allowed = await unlock();
  start.hidden = allowed;
}

function setMuted(value: boolean): void {
  muted = value;
  localStorage.setItem(Muted, value ? "1" : "0");
  mute.setAttribute("aria-pressed", String(value));
  mute.textContent = (value ? mute.dataset.on : mute.dataset.off) ?? "";
  if (!value) return;
  queue.length = 0;
  globalThis.speechSynthesis?.cancel();
}

function showWarning(): void {
  warning.hidden = voiceFor(document.documentElement.lang) !== undefined;
}
