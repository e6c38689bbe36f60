// The operation's clock, not the machine's: a phone set to the wrong time shows the right one.
let base = Date.parse(document.body.dataset.now ?? "") || Date.now();
let at = performance.now();
let speed = Number(document.body.dataset.speed ?? 1);
let offset = minutesOf(document.body.dataset.now ?? "");

/** Takes the operation time of a pulse. */
export function setClock(time: string, newSpeed: number): void {
  base = Date.parse(time);
  at = performance.now();
  speed = newSpeed;
  offset = minutesOf(time);
  document.body.dataset.speed = String(newSpeed);
}

/** Goes on from a moment that was seen earlier, until a pulse comes. */
export function startFrom(moment: number, newSpeed: number): void {
  base = moment;
  at = performance.now();
  speed = newSpeed;
}

/** Operation time now, in milliseconds since 1970. Stands still while the line is cut, but on a phone: its deadlines come all the same. */
export function now(): number {
  const line = performance.now() - at;
  if (document.body.dataset.clocks === "run-on") return base + line * speed;
  return base + (document.body.dataset.line === "cut" ? 0 : Math.min(line, 3000)) * speed;
}

/** The hall's offset from UTC, e.g. +08:00. */
export function offsetText(): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

/** The hall's date of a moment, e.g. 2026-12-05. */
export function dateOf(moment: number): string {
  return new Date(moment + offset * 60000).toISOString().slice(0, 10);
}

/** The hall's date and time of a moment to the minute, as date fields want it. */
export function localOf(moment: number): string {
  return new Date(moment + offset * 60000).toISOString().slice(0, 16);
}

/** Brings everything that shows a time up to date. */
export function tick(): void {
  const moment = now();
  for (const e of document.querySelectorAll<HTMLElement>("[data-clock]")) set(e, timeOfDay(moment));
  for (const e of document.querySelectorAll<HTMLElement>("[data-since]")) set(e, duration(moment - Date.parse(e.dataset.since!)));
  for (const e of document.querySelectorAll<HTMLElement>("[data-until]")) {
    const left = Date.parse(e.dataset.until!) - moment;
    set(e, duration(left));
    e.classList.toggle("over", left < 0);
  }
}

export function startClock(): void {
  setInterval(tick, 250);
  tick();
}

function set(e: HTMLElement, text: string): void {
  if (e.textContent !== text) e.textContent = text;
}

function timeOfDay(moment: number): string {
  return new Date(moment + offset * 60000).toISOString().slice(11, 19);
}

function duration(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return (milliseconds < 0 ? "−" : "") + (h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`);
}

function minutesOf(time: string): number {
  const zone = /([+-])(\d\d):(\d\d)$/.exec(time);
  return zone ? (zone[1] === "-" ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
}
