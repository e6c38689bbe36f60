import { startFrom } from "../clock";
import { onReceived, receive, topicsOnPage } from "../panels";
import { storage } from "./store";

interface Pulse { moment: number; speed: number; written: number }

const Every = 5000;
let pulse: Pulse | null = null;
let lastWritten = 0;
let matched: Promise<void> | null = null;

/** Keeps every panel as it comes, and the operation time of the newest pulse, for the next start without a network. */
export function keepLastState(): void {
  onReceived((topic, sequence, html) => void keepSeen(topic, sequence, html));
}

async function keepSeen(topic: string, sequence: number, html: string): Promise<void> {
  await matchLanguage();
  await (await storage()).put("seen", { topic, sequence, html });
}

// Panels are markup in one language: what was kept in another is of no use to this page.
function matchLanguage(): Promise<void> {
  return matched ??= (async () => {
    const [db, language] = [await storage(), document.documentElement.lang];
    if (await db.get("marks", "language") === language) return;
    await db.clear("seen");
    await db.put("marks", language, "language");
  })();
}

/** Notes a pulse; written down now and then, because a pulse comes every second. */
export function notePulse(moment: number, speed: number): void {
  // How long ago that was is a difference of the phone's own clock, which may be wrong without harm.
  pulse = { moment, speed, written: Date.now() };
  if (performance.now() - lastWritten < Every) return;
  lastWritten = performance.now();
  void storage().then(db => db.put("marks", pulse, "pulse"));
}

/** Shows the last state where the page itself is older, and lets the clocks go on from when it was seen. */
export async function recallLastState(): Promise<void> {
  const db = await storage();
  const last: Pulse | undefined = await db.get("marks", "pulse");
  if (last && !pulse) {
    pulse = last;
    startFrom(last.moment + Math.max(0, Date.now() - last.written) * last.speed, last.speed);
  }
  for (const topic of topicsOnPage()) {
    const seen = await lastSeen(topic);
    if (seen) await receive(topic, seen.sequence, seen.html);
  }
}

/** The panel of a topic as it was last seen. */
export async function lastSeen(topic: string): Promise<{ sequence: number; html: string } | undefined> {
  await matchLanguage();
  return (await storage()).get("seen", topic);
}

/** What is no longer on any list is not kept for ever. */
export async function forgetBut(topics: string[]): Promise<void> {
  const db = await storage();
  for (const topic of await db.getAllKeys("seen")) {
    if (!topics.includes(topic)) await db.delete("seen", topic);
  }
}

/** Minutes since the newest pulse, or null where there never was one. */
export function minutesOld(): number | null {
  return pulse ? Math.max(0, Math.floor((Date.now() - pulse.written) / 60000)) : null;
}
