import { startCharts } from "../charts";
import { setClock, startClock } from "../clock";
import { forget, receive, topicsOnPage } from "../panels";

const reel = document.querySelector<HTMLElement>(".reel")!;
const [slider, play, speed, shown, said] = ["moment", "play", "speed", "at", "said"].map(id => document.getElementById(id)!) as
  [HTMLInputElement, HTMLButtonElement, HTMLSelectElement, HTMLElement, HTMLElement];
const from = Date.parse(reel.dataset.from!);
const zone = /([+-]\d\d:\d\d)$/.exec(reel.dataset.from!)![1];
const marks = [...reel.querySelectorAll<HTMLElement>("[data-at]")].map(m => (Date.parse(m.dataset.at!) - from) / 1000);

let playing = false;
let wanted: number | null = null;
let loading = false;

/** Goes to a second of the day; of several wishes while one is on its way, the last counts. */
async function go(second: number): Promise<void> {
  wanted = Math.min(Number(slider.max), Math.max(0, second));
  slider.value = String(wanted);
  shown.textContent = iso(wanted).slice(11, 19);
  if (loading) return;
  loading = true;
  while (wanted !== null) {
    const next: number = wanted;
    wanted = null;
    await show(next).catch(() => { said.textContent = said.dataset.failed!; });
  }
  loading = false;
}

async function show(second: number): Promise<void> {
  const query = new URLSearchParams([["at", iso(second)], ["culture", document.documentElement.lang], ...topicsOnPage().map(t => ["topic", t])]);
  const response = await fetch(`/api/operations/${document.body.dataset.operation}/replay?${query}`);
  if (!response.ok) throw new Error(String(response.status));
  const picture: { sequence: number; at: string; panels: { topic: string; html: string }[] } = await response.json();
  forget();
  await Promise.all(picture.panels.map(p => receive(p.topic, picture.sequence, p.html)));
  setClock(picture.at, 0);
  document.body.dataset.sequence = String(picture.sequence);
  said.textContent = "";
}

// The offset stays that of the place, so that the server reads the same day.
function iso(second: number): string {
  const minutes = (zone[0] === "-" ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  return new Date(from + second * 1000 + minutes * 60000).toISOString().slice(0, 23) + zone;
}

function setPlaying(on: boolean): void {
  playing = on;
  play.textContent = on ? `❚❚ ${play.dataset.pause}` : `▶ ${play.dataset.play}`;
  if (on && Number(slider.value) >= Number(slider.max)) void go(0);
}

function toMark(direction: 1 | -1): void {
  const now = Number(slider.value);
  const target = direction > 0 ? marks.find(m => m > now + 1) : marks.filter(m => m < now - 1).at(-1);
  void go(target ?? (direction > 0 ? Number(slider.max) : 0));
}

slider.addEventListener("input", () => { setPlaying(false); void go(Number(slider.value)); });
play.addEventListener("click", () => setPlaying(!playing));
document.getElementById("before")!.addEventListener("click", () => toMark(-1));
document.getElementById("after")!.addEventListener("click", () => toMark(1));
reel.addEventListener("click", event => {
  const at = (event.target as HTMLElement).dataset?.at;
  if (at) void go((Date.parse(at) - from) / 1000);
});
document.addEventListener("keydown", event => {
  if ((event.target as HTMLElement).matches("input, select, button")) return;
  if (event.key === " ") setPlaying(!playing);
  else if (event.key === "ArrowLeft") void go(Number(slider.value) - 60);
  else if (event.key === "ArrowRight") void go(Number(slider.value) + 60);
  else return;
  event.preventDefault();
});
setInterval(() => {
  if (!playing || loading) return;
  void go(Number(slider.value) + Number(speed.value));
  if (Number(slider.value) >= Number(slider.max)) setPlaying(false);
}, 1000);

startClock();
startCharts();
void go(Number(slider.value));
