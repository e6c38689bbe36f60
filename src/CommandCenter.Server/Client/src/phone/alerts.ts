import { chime, unlock } from "../chime";
import { onPanel } from "../panels";

const Again = 30000;
const Shake = [400, 150, 400, 150, 400];

const home = document.querySelector<HTMLElement>("[data-topic^='phone:']")!;
const sound = document.querySelector<HTMLInputElement>("#sound")!;
const awake = document.querySelector<HTMLInputElement>("#awake")!;
const title = document.title;

let known: Set<string> | null = null;
let rangAt = 0;
let lock: WakeLockSentinel | null = null;

/** Rings and shakes for what is new or has gone up, and again every half minute while something waits to be seen. */
export function startAlerts(): void {
  sound.checked = localStorage.getItem("phone-sound") !== "0";
  sound.addEventListener("change", () => localStorage.setItem("phone-sound", sound.checked ? "1" : "0"));
  // Browsers make no sound before somebody has touched the page.
  document.addEventListener("pointerdown", () => void unlock(), { once: true });
  onPanel(panel => { if (panel === home) look(); });
  setInterval(() => { if (wanting() > 0 && performance.now() - rangAt > Again) ring(); }, 1000);
  startAwake();
}

function look(): void {
  const now = new Set([...home.querySelectorAll<HTMLElement>("[data-alert]")].map(e => e.dataset.alert!));
  const isNew = known !== null && [...now].some(key => !known!.has(key));
  known = now;
  const count = wanting();
  document.title = count > 0 ? `(${count}) ${title}` : title;
  if (isNew) ring();
}

function wanting(): number {
  return home.querySelectorAll("[data-wants]").length;
}

function ring(): void {
  rangAt = performance.now();
  if (!sound.checked) return;
  // Before the first touch a browser does not shake and complains.
  if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.(Shake);
  void chime();
}

// Only secure pages may keep the screen on; elsewhere the option is not shown.
function startAwake(): void {
  if (!("wakeLock" in navigator)) return;
  document.querySelector<HTMLElement>("#awake-row")!.hidden = false;
  awake.checked = localStorage.getItem("phone-awake") === "1";
  const apply = async () => {
    localStorage.setItem("phone-awake", awake.checked ? "1" : "0");
    await lock?.release();
    lock = awake.checked && document.visibilityState === "visible" ? await navigator.wakeLock.request("screen").catch(() => null) : null;
  };
  awake.addEventListener("change", () => void apply());
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") void apply(); });
  void apply();
}
