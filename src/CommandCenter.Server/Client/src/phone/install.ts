import { forgetBut } from "./last_state";

/** Makes the page an application where the browser and the address allow it, and keeps the page itself up to date. */
export function startInstall(): void {
  void navigator.serviceWorker?.register("/m/worker.js", { scope: "/m" }).catch(() => {});
  const button = document.querySelector<HTMLElement>("#install")!;
  addEventListener("beforeinstallprompt", event => {
    event.preventDefault();
    button.hidden = false;
    button.addEventListener("click", () => void (event as Event & { prompt(): Promise<void> }).prompt(), { once: true });
  });
}

/** The page may have come from the phone's own storage: where the device holds another post by now, it is fetched anew. */
export async function checkPost(): Promise<void> {
  const response = await fetch("/api/me", { headers: { "X-Command-Center": "1" } }).catch(() => null);
  if (!response || (!response.ok && response.status !== 401)) return;
  const me = response.ok ? await response.json() : null;
  if (me?.post === document.body.dataset.post && me?.operation === document.body.dataset.operation) return;
  for (const name of await globalThis.caches?.keys() ?? []) await (await caches.open(name)).delete("/m");
  // Nor is what the earlier post saw for whoever holds the phone now.
  await forgetBut([]);
  if (me) location.reload();
}
