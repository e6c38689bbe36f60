import { attemptHeader } from "../commands";
import type { Action } from "./store";

/** What came of sending: done; refused for good; to be sent again after so many milliseconds; or the device is out. */
export type Outcome = { kind: "done" } | { kind: "refused"; code: string; reason: string } | { kind: "later"; after: number } | { kind: "out" };

const Patience = 15000;
const FilePatience = 90000;

// By key, as long as the page is open: how often an action was sent without an answer.
const tries = new Map<string, number>();

/** Sends one action. Whatever leaves open whether it happened (no answer, a broken answer, a fault of the server) is "later". */
export async function transport(action: Action): Promise<Outcome> {
  tries.set(action.key, (tries.get(action.key) ?? 0) + 1);
  const outcome = await sendOnce(action);
  if (outcome.kind !== "later") tries.delete(action.key);
  return outcome;
}

async function sendOnce(action: Action): Promise<Outcome> {
  try {
    const response = await fetch(`/api/operations/${action.operation}/${action.path}`, {
      method: "POST",
      headers: headersOf(action),
      body: bodyOf(action),
      signal: AbortSignal.timeout(hasFile(action) ? FilePatience : Patience),
    });
    if (response.ok) {
      await response.arrayBuffer();
      return { kind: "done" };
    }
    if (response.status === 401) return { kind: "out" };
    if (response.status === 408 || response.status === 429 || response.status >= 500) return { kind: "later", after: 1000 * Number(response.headers.get("Retry-After") ?? 0) };
    const problem = await response.json();
    return { kind: "refused", code: problem.code ?? String(response.status), reason: problem.title ?? `HTTP ${response.status}` };
  } catch {
    return { kind: "later", after: 0 };
  }
}

function headersOf(action: Action): Record<string, string> {
  const headers: Record<string, string> = { "Idempotency-Key": action.key, "X-Command-Center": "1", "Accept-Language": document.documentElement.lang, ...attemptHeader(tries.get(action.key) ?? 1) };
  if (!hasFile(action)) headers["Content-Type"] = "application/json";
  return headers;
}

function bodyOf(action: Action): BodyInit {
  if (!hasFile(action)) return JSON.stringify(action.body ?? {});
  const form = new FormData();
  if (action.photo) form.append("photo", action.photo, "photo.jpg");
  if (action.voice) {
    form.append("seconds", String(action.voice.seconds));
    form.append("voice", action.voice.sound, "voice");
  }
  return form;
}

function hasFile(action: Action): boolean {
  return !!action.photo || !!action.voice;
}
