import { HttpTransportType, HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";
import { setClock } from "./clock";
import { newest, receive, topicsOnPage } from "./panels";

// A pulse comes every second; two that stay away are a cut line, said well within three seconds.
const CutAfter = 2400;
const ServerTimeout = 5000;

type Announce = (sequence: number, text: string, language: string) => void;

let lastPulse = performance.now();
let announce: Announce = () => {};
let pulsed: (time: string, speed: number) => void = () => {};
let line: { connection: HubConnection; operation: string } | null = null;
let announced = 0;

/** Keeps the page's panels live for as long as it is open: no end to reconnecting, and nothing is missed. */
export function startLive(onAnnounce?: Announce, onPulse?: (time: string, speed: number) => void): void {
  announce = onAnnounce ?? announce;
  pulsed = onPulse ?? pulsed;
  const operation = document.body.dataset.operation;
  if (!operation) return;
  const connection = build();
  line = { connection, operation };
  connection.on("panel", (topic: string, sequence: number, html: string) => void receive(topic, sequence, html));
  connection.on("pulse", (_: string, sequence: number, time: string, speed: number) => beat(sequence, time, speed));
  connection.on("announce", (_: string, sequence: number, text: string, language: string) => sayOnce(sequence, text, language));
  connection.on("gone", (topic: string) => document.querySelectorAll(`[data-topic="${CSS.escape(topic)}"]`).forEach(e => e.classList.add("gone")));
  connection.onreconnected(() => void catchUp(connection, operation));
  setInterval(showLine, 250);
  void connect(connection, operation);
}

function build(): HubConnection {
  const culture = document.documentElement.lang.startsWith("en") ? "en" : "zh";
  const connection = new HubConnectionBuilder()
    // In one request: behind a proxy the second of two may come to a node that knows nothing of the first.
    .withUrl(`/live?culture=${culture}`, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: c => Math.min(250 * 2 ** c.previousRetryCount, 2000) })
    .configureLogging(LogLevel.None)
    .build();
  connection.serverTimeoutInMilliseconds = ServerTimeout;
  connection.keepAliveIntervalInMilliseconds = 2000;
  return connection;
}

async function connect(connection: HubConnection, operation: string): Promise<void> {
  for (;;) {
    try {
      await connection.start();
      await catchUp(connection, operation);
      return;
    } catch {
      await connection.stop();
      await new Promise(resolve => setTimeout(resolve, 1000));
    }
  }
}

/** Watches what has come onto the page since. */
export async function follow(): Promise<void> {
  if (line?.connection.state === HubConnectionState.Connected) await catchUp(line.connection, line.operation).catch(() => {});
}

/** No longer watches a topic that has left the page. */
export async function unfollow(topic: string): Promise<void> {
  if (line?.connection.state === HubConnectionState.Connected) await line.connection.invoke("unwatch", line.operation, [topic]).catch(() => {});
}

async function catchUp(connection: HubConnection, operation: string): Promise<void> {
  const topics = topicsOnPage();
  try {
    await connection.invoke("watch", operation, topics);
  } catch (refused) {
    if (connection.state !== HubConnectionState.Connected || topics.length === 1) throw refused;
    // One that the post may no longer see must not keep the others from coming.
    await Promise.all(topics.map(topic => connection.invoke("watch", operation, [topic]).catch(() => leave(topic))));
  }
  await Promise.all(topicsOnPage().map(topic => connection.invoke("since", operation, topic, newest(topic))));
}

function leave(topic: string): void {
  document.querySelectorAll(`[data-topic="${CSS.escape(topic)}"]`).forEach(e => e.remove());
}

// After a cut line the hub says again what was missed; what was heard already is not said twice.
function sayOnce(sequence: number, text: string, language: string): void {
  if (sequence <= announced) return;
  announced = sequence;
  announce(sequence, text, language);
}

function beat(sequence: number, time: string, speed: number): void {
  lastPulse = performance.now();
  setClock(time, speed);
  pulsed(time, speed);
  document.querySelectorAll("[data-newest]").forEach(e => { e.textContent = sequence.toLocaleString("en-US").replaceAll(",", " "); });
  showLine();
}

function showLine(): void {
  const age = performance.now() - lastPulse;
  const line = age > CutAfter ? "cut" : "live";
  if (document.body.dataset.line !== line) document.body.dataset.line = line;
  document.querySelectorAll("[data-age]").forEach(e => { e.textContent = (age / 1000).toFixed(1); });
  document.body.style.setProperty("--age", `"▲ ${(age / 1000).toFixed(1)} s"`);
}
