import { Idiomorph } from "idiomorph";
import { tick } from "./clock";

// Base64 of the two bytes with which every gzip stream begins.
const Gzip = "H4sI";

type Hook = (panel: HTMLElement) => void;

type Received = (topic: string, sequence: number, html: string) => void;

const hooks: Hook[] = [];
const receivers: Received[] = [];
const waiting = new Map<string, Promise<void>>();

/** Runs on every panel now and after each of its changes. */
export function onPanel(hook: Hook): void {
  hooks.push(hook);
  panels().forEach(hook);
}

/** Runs on every panel as it comes, once it is on the page. */
export function onReceived(receiver: Received): void {
  receivers.push(receiver);
}

/** The topics that this page shows. */
export function topicsOnPage(): string[] {
  return [...new Set(panels().map(p => p.dataset.topic!))];
}

/** The newest sequence that the page shows of a topic. */
export function newest(topic: string): number {
  return Math.max(0, ...panels(topic).map(p => Number(p.dataset.sequence ?? 0)));
}

/** Takes a panel as it comes; panels of one topic are put in one after another, in the order in which they came. */
export function receive(topic: string, sequence: number, html: string): Promise<void> {
  const before = waiting.get(topic) ?? Promise.resolve();
  const now = before.then(async () => put(topic, sequence, html.startsWith(Gzip) ? await unpack(html) : html)).catch(() => {});
  waiting.set(topic, now);
  return now;
}

/** Forgets what the page shows, so that an earlier picture can come. */
export function forget(): void {
  panels().forEach(panel => delete panel.dataset.sequence);
}

function panels(topic?: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(topic ? `[data-topic="${CSS.escape(topic)}"]` : "[data-topic]")];
}

function put(topic: string, sequence: number, html: string): void {
  for (const panel of panels(topic)) {
    if (sequence < Number(panel.dataset.sequence ?? 0)) continue;
    Idiomorph.morph(panel, html, { morphStyle: "innerHTML", ignoreActiveValue: true, callbacks: { beforeAttributeUpdated: isServers } });
    panel.dataset.sequence = String(sequence);
    hooks.forEach(hook => hook(panel));
  }
  receivers.forEach(receiver => receiver(topic, sequence, html));
  tick();
}

// What a first press or a command under way has put on a button is the browser's alone.
function isServers(name: string): boolean {
  return !["data-armed", "data-armed-at", "data-busy"].includes(name);
}

async function unpack(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
