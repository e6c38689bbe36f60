// Figures of a leader's phone in Chromium: second visit on a 4x slowed processor and slow 3G, offline start, memory and
// traffic while a drill runs, each half minute and their course over the MINUTES (3 unless stated). At the sample drill's speed
// of 20, three minutes are an hour of the day.
//   dotnet run --project src/CommandCenter.Server -c Release -- serve --data DATA --urls http://127.0.0.1:PORT
//   dotnet run --project src/CommandCenter.Server -c Release -- posts --data DATA --operation demo
//   node --experimental-websocket ops/bench/phone/phone.mjs http://127.0.0.1:PORT CODE-OF-ORDER-LEADER [MINUTES]
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [base, code, minutes = "3"] = process.argv.slice(2);
// The "Slow 3G" of Chromium's own tools: 400 ms, 400 kbit/s both ways.
const Slow3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const dir = mkdtempSync(join(tmpdir(), "phone-"));
const chrome = spawn(process.env.CHROMIUM ?? "/usr/bin/chromium", ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-precise-memory-info", "--js-flags=--expose-gc", "--remote-debugging-port=0", `--user-data-dir=${dir}`, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
const address = await new Promise(done => { let said = ""; chrome.stderr.on("data", d => { said += d; const m = said.match(/ws:\/\/\S+/); if (m) done(m[0]); }); });
const socket = new WebSocket(address);
await new Promise(done => { socket.onopen = done; });
let calls = 0, received = 0, sent = 0;
const waiting = new Map(), listeners = new Map();
socket.onmessage = m => {
  const d = JSON.parse(m.data);
  if (d.id) waiting.get(d.id)?.(d.result ?? d);
  else {
    if (d.method === "Network.webSocketFrameReceived") received += d.params.response.payloadData.length;
    if (d.method === "Network.webSocketFrameSent") sent += d.params.response.payloadData.length;
    if (d.method === "Network.loadingFinished") received += d.params.encodedDataLength;
    listeners.get(d.method)?.(d.params);
  }
};
const call = (method, params = {}, sessionId) => new Promise(done => { waiting.set(++calls, done); socket.send(JSON.stringify({ id: calls, method, params, sessionId })); });
const { targetId } = await call("Target.createTarget", { url: "about:blank" });
const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
const page = (method, params) => call(method, params, sessionId);
const js = async expression => (await page("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true })).result?.value;
const wait = ms => new Promise(done => setTimeout(done, ms));
for (const domain of ["Page", "Runtime", "Network", "Performance", "HeapProfiler"]) await page(`${domain}.enable`);
await page("Emulation.setDeviceMetricsOverride", { width: 360, height: 740, deviceScaleFactor: 2, mobile: true });

// Interactive: the page's own script has begun and its buttons work.
async function open() {
  const start = performance.now();
  const shown = new Promise(done => listeners.set("Page.domContentEventFired", () => done(performance.now() - start)));
  await page("Page.navigate", { url: `${base}/m` });
  await shown;
  while (await js("document.body?.dataset.ready") !== "yes") await wait(10);
  return performance.now() - start;
}

await page("Page.navigate", { url: `${base}/login` });
await wait(1000);
console.log("enrol", await js(`fetch("/api/enrol", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ code: "${code}", device: "phone" }) }).then(r => r.status)`));
received = 0;
await open();
await js("navigator.serviceWorker.ready.then(() => true)");
await wait(2000);

await page("Emulation.setCPUThrottlingRate", { rate: 4 });
await page("Network.emulateNetworkConditions", Slow3G);
const second = [];
for (let n = 0; n < 5; n++) second.push(await open());
await page("Network.emulateNetworkConditions", { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 });
await page("Emulation.setCPUThrottlingRate", { rate: 1 });
const offline = [];
for (let n = 0; n < 5; n++) offline.push(await open());
const median = times => times.sort((a, b) => a - b)[Math.floor(times.length / 2)].toFixed(0);
console.log(`second visit, 4x slowed processor, slow 3G: median ${median(second)} ms (${second.map(t => t.toFixed(0))})`);
console.log(`offline start: median ${median(offline)} ms (${offline.map(t => t.toFixed(0))})`);

await page("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
await open();
await wait(5000);
received = sent = 0;
const rows = [];
for (let n = 0; n <= Number(minutes) * 2; n++) {
  await page("HeapProfiler.collectGarbage");
  const metrics = Object.fromEntries((await page("Performance.getMetrics")).metrics.map(m => [m.name, m.value]));
  rows.push({ minute: n / 2, heap: metrics.JSHeapUsedSize / 1024, nodes: metrics.Nodes, received: received / 1024, sent: sent / 1024 });
  console.log(`${(n / 2).toFixed(1)} min  heap ${(metrics.JSHeapUsedSize / 1048576).toFixed(2)} MB  nodes ${metrics.Nodes}  listeners ${metrics.JSEventListeners}  received ${(received / 1024).toFixed(1)} KB  sent ${(sent / 1024).toFixed(1)} KB in the half minute`);
  received = sent = 0;
  if (n < Number(minutes) * 2) await wait(30000);
}
// Flat is what this shows: the slope of the line of least squares, and the second half of the time beside the first.
const mean = values => values.reduce((sum, v) => sum + v, 0) / values.length;
const slope = values => {
  const [x, y] = [mean(rows.map(r => r.minute)), mean(values)];
  return rows.reduce((sum, r, i) => sum + (r.minute - x) * (values[i] - y), 0) / rows.reduce((sum, r) => sum + (r.minute - x) ** 2, 0);
};
const perMinute = (part, name) => (2 * mean(part.map(r => r[name]))).toFixed(1);
const [traffic, middle] = [rows.slice(1), Math.ceil((rows.length - 1) / 2)];
const halves = name => `${perMinute(traffic, name)} KB a minute (first half ${perMinute(traffic.slice(0, middle), name)}, second ${perMinute(traffic.slice(middle), name)})`;
console.log(`${minutes} min: heap ${(rows[0].heap / 1024).toFixed(2)} MB at first, ${(rows.at(-1).heap / 1024).toFixed(2)} MB at last, slope ${slope(rows.map(r => r.heap)).toFixed(1)} KB a minute; nodes ${rows[0].nodes}, at last ${rows.at(-1).nodes}`);
console.log(`received ${halves("received")}; sent ${halves("sent")}`);
chrome.kill();
await wait(300);
rmSync(dir, { recursive: true, force: true });
process.exit(0);
