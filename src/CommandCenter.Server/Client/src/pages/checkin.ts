import { startActions } from "../actions";
import { startClock } from "../clock";
import { act } from "../commands";
import { startLive } from "../live";
import { onPanel } from "../panels";
import { say } from "../toast";

interface Found { id: string; number: string; name: string; people: number; stage: string; ticket?: string }

const Pause = 200;
const form = document.querySelector<HTMLFormElement>("#find")!;
const query = document.querySelector<HTMLInputElement>("#query")!;
const list = document.querySelector<HTMLUListElement>("#found")!;
let asked = 0;
let timer = 0;
let printWhenReady = false;

startClock();
startActions();
onPanel(offerPrint);
startLive();
document.addEventListener("submit", event => void onSubmit(event));
document.addEventListener("keydown", onKey);
document.addEventListener("click", event => {
  if ((event.target as Element).closest("#print")) void print();
});
query.addEventListener("input", () => {
  clearTimeout(timer);
  timer = window.setTimeout(() => void search(), Pause);
});
(document.querySelector<HTMLElement>("#go") ?? (location.search.includes("household=") ? document.body : query)).focus();

async function onSubmit(event: Event): Promise<void> {
  if (event.target === form) {
    event.preventDefault();
    clearTimeout(timer);
    const found = await search();
    if (found[0]) open(found[0].id);
    else query.select();
  } else if ((event.target as HTMLElement).id === "check-in") {
    event.preventDefault();
    await checkIn(event.target as HTMLFormElement);
  }
}

async function checkIn(sheet: HTMLFormElement): Promise<void> {
  const fields = new FormData(sheet);
  const name = String(fields.get("proxyName") ?? "").trim();
  printWhenReady = true;
  const ok = await act(sheet.dataset.command!, {
    present: fields.getAll("present").map(Number),
    proxy: name ? { name, idTail: String(fields.get("proxyTail")).toUpperCase() } : undefined,
    priority: fields.get("priority") || undefined,
  });
  if (!ok) printWhenReady = false;
}

// The ticket comes a moment after check-in, and then it is printed.
function offerPrint(panel: HTMLElement): void {
  if (!printWhenReady || !panel.querySelector("[data-printable]")) return;
  printWhenReady = false;
  void print();
}

async function print(): Promise<void> {
  const image = document.querySelector<HTMLImageElement>(".slip img");
  await image?.decode().catch(() => {});
  window.print();
}

async function search(): Promise<Found[]> {
  const text = query.value.trim();
  const mine = ++asked;
  if (!text) {
    list.replaceChildren();
    return [];
  }
  const response = await fetch(`/api/operations/${document.body.dataset.operation}/households?query=${encodeURIComponent(text)}`).catch(() => null);
  const body = await response?.json().catch(() => null);
  if (mine !== asked) return [];
  if (!response?.ok) {
    say(body?.title ?? document.body.dataset.textOffline!, "stop");
    return [];
  }
  show(body as Found[]);
  return body;
}

function show(found: Found[]): void {
  list.replaceChildren(...found.map(line));
  if (found.length > 0) return;
  const none = document.createElement("li");
  none.className = "empty";
  none.textContent = query.dataset.none!;
  list.append(none);
}

function line(found: Found): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `/check-in?household=${found.id}`;
  link.dataset.stage = found.stage;
  for (const [tag, text] of [["b", found.number], ["span", found.name], ["small", `${found.people} ${query.dataset.people}`], ["em", found.ticket ?? (found.stage === "expected" ? "" : "✓")]] as const) {
    const part = document.createElement(tag);
    part.textContent = text;
    link.append(part);
  }
  item.append(link);
  return item;
}

function open(id: string): void {
  location.href = `/check-in?household=${encodeURIComponent(id)}`;
}

// A scanner types like a keyboard, and so does the next person in line: what is typed nowhere goes into the search.
function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const target = event.target as HTMLElement;
  if (["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName) && (target as HTMLInputElement).type !== "checkbox") return;
  const box = /^[1-9]$/.test(event.key) ? document.querySelector<HTMLInputElement>(`#m${event.key}`) : null;
  if (box) {
    event.preventDefault();
    box.checked = !box.checked;
  } else if (event.key === "/" || event.key === "Escape" || (/^[0-9h\u4e00-\u9fff]$/.test(event.key) && !document.querySelector(`[data-key="${event.key}"]:not([disabled])`))) {
    query.focus();
    query.select();
    if (event.key === "/") event.preventDefault();
  }
}
