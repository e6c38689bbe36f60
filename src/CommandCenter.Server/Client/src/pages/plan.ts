import { startActions } from "../actions";
import { startClock } from "../clock";
import { startLive } from "../live";
import { say } from "../toast";

interface Device { id: string; post: string; name: string; joinedAt: string }

const base = `/api/operations/${document.body.dataset.operation}`;
const table = document.querySelector<HTMLTableElement>("#devices")!;
const RefreshEvery = 5000;

startClock();
startActions();
startLive();
void refresh();
setInterval(() => void refresh(), RefreshEvery);
setInterval(() => document.querySelectorAll("[data-speed-now]").forEach(e => { e.textContent = document.body.dataset.speed ?? ""; }), 500);
document.addEventListener("click", event => {
  const target = event.target as Element;
  const code = target.closest<HTMLButtonElement>("button[data-code]");
  if (code) void issue(code.dataset.code!, code.closest("tr")!.querySelector("b")!.textContent!);
  const out = target.closest<HTMLButtonElement>("button[data-device]");
  if (out) void revoke(out);
});

async function issue(post: string, name: string): Promise<void> {
  const answer = await ask(`posts/${post}/code`, "POST");
  if (!answer) return;
  const dialog = document.querySelector<HTMLDialogElement>("dialog#code")!;
  const path = `/login?code=${answer.code}`;
  dialog.querySelector("#code-post")!.textContent = name;
  dialog.querySelector("#code-text")!.textContent = answer.code;
  dialog.querySelector("#code-link")!.textContent = location.origin + path;
  dialog.querySelector<HTMLImageElement>("#code-qr")!.src = `/qr.svg?path=${encodeURIComponent(path)}`;
  dialog.showModal();
}

async function revoke(button: HTMLButtonElement): Promise<void> {
  if (!button.dataset.armed) {
    button.dataset.armed = "1";
    button.textContent = table.dataset.again!;
    return;
  }
  await ask(`devices/${button.dataset.device}/revoke`, "POST");
  await refresh(true);
}

async function refresh(force = false): Promise<void> {
  if (!force && table.querySelector("[data-armed]")) return;
  const devices: Device[] | null = await ask("devices", "GET", true);
  if (!devices) return;
  const counts = new Map<string, number>();
  devices.forEach(d => counts.set(d.post, (counts.get(d.post) ?? 0) + 1));
  document.querySelectorAll<HTMLElement>("tr[data-post]").forEach(row => {
    const count = counts.get(row.dataset.post!) ?? 0;
    row.querySelector(".devices")!.textContent = count ? `● ${count}` : "";
  });
  document.querySelector("#device-count")!.textContent = String(devices.length);
  table.tBodies[0].replaceChildren(...(devices.length ? devices.map(row) : [empty()]));
}

function row(device: Device): HTMLTableRowElement {
  const row = document.createElement("tr");
  const post = document.querySelector(`tr[data-post="${CSS.escape(device.post)}"] b`)?.textContent ?? device.post;
  for (const text of [post, device.name, new Date(device.joinedAt).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })]) row.insertCell().textContent = text;
  const button = document.createElement("button");
  button.className = "plain";
  button.dataset.device = device.id;
  button.textContent = table.dataset.revoke!;
  row.insertCell().append(button);
  return row;
}

function empty(): HTMLTableRowElement {
  const row = document.createElement("tr");
  row.insertCell().textContent = table.dataset.none!;
  return row;
}

async function ask(path: string, method: string, quiet = false): Promise<any> {
  const response = await fetch(`${base}/${path}`, { method, headers: { "Content-Type": "application/json" } }).catch(() => null);
  const body = await response?.json().catch(() => ({}));
  if (response?.ok) return body ?? {};
  if (!quiet) say(body?.title ?? document.body.dataset.textOffline!, "stop");
  return null;
}
