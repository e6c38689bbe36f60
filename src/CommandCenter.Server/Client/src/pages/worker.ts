// Keeps the phone's page and its files, so that it opens without a network and at once with a bad one.
// The server puts the list of files in front of this script: a new build makes a new worker.
interface Worker extends EventTarget {
  SHELL: string[];
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
interface LifeEvent extends Event { waitUntil(work: Promise<unknown>): void }
interface FetchEvent extends LifeEvent { request: Request; respondWith(answer: Promise<Response> | Response): void }

const Page = "/m";
const worker = globalThis as unknown as Worker;
const store = `phone-${hash(worker.SHELL.join())}`;

worker.addEventListener("install", event => (event as LifeEvent).waitUntil(install()));
worker.addEventListener("activate", event => (event as LifeEvent).waitUntil(activate()));
worker.addEventListener("fetch", event => answer(event as FetchEvent));

async function install(): Promise<void> {
  const cache = await caches.open(store);
  await cache.addAll(worker.SHELL);
  await refresh();
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  for (const old of await caches.keys()) if (old.startsWith("phone-") && old !== store) await caches.delete(old);
  await worker.clients.claim();
}

function answer(event: FetchEvent): void {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate" && url.pathname === Page) event.respondWith(openPage(event, url));
  else if (worker.SHELL.includes(url.pathname + url.search)) event.respondWith(open(event.request));
}

// The kept page at once, and a fresh one for the next time; a page that is asked for in another language comes from the server.
async function openPage(event: FetchEvent, url: URL): Promise<Response> {
  const kept = url.search ? undefined : await (await caches.open(store)).match(Page);
  const fresh = refresh(event.request.url);
  if (!kept) return fresh;
  event.waitUntil(fresh.catch(() => {}));
  return kept;
}

async function refresh(url: string = Page): Promise<Response> {
  const response = await fetch(url, { credentials: "same-origin", redirect: "follow" });
  // Who is sent to the sign-in page keeps none of it under this address.
  if (response.ok && !response.redirected) await (await caches.open(store)).put(Page, response.clone());
  return response.redirected ? Response.redirect(response.url) : response;
}

async function open(request: Request): Promise<Response> {
  return await (await caches.open(store)).match(request) ?? fetch(request);
}

function hash(text: string): string {
  let value = 5381;
  for (const c of text) value = (value * 33 + c.codePointAt(0)!) >>> 0;
  return value.toString(36);
}
export {};
