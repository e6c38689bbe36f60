import { say } from "./toast";

export interface Answer { ok: boolean; status: number; body: any }

/** Sends a command once, whatever the line does: the same key again gets the first answer. */
export async function send(path: string, body: unknown = {}): Promise<Answer> {
  const key = newKey();
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(`/api/operations/${document.body.dataset.operation}/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": key, "X-Command-Center": "1", "Accept-Language": document.documentElement.lang, ...attemptHeader(attempt + 1) },
        body: JSON.stringify(body),
      });
      if (response.status !== 503 || attempt >= 3) return { ok: response.ok, status: response.status, body: await read(response) };
    } catch (error) {
      if (attempt >= 3) return { ok: false, status: 0, body: { title: document.body.dataset.textOffline ?? String(error) } };
    }
    await new Promise(resolve => setTimeout(resolve, 400 * 2 ** attempt));
  }
}

/** Says the how-manieth try it is, from the second on, so that whoever watches over the server sees lines that fail. */
export function attemptHeader(attempt: number): Record<string, string> { return attempt > 1 ? { "X-Attempt": String(attempt) } : {}; }

/** Sends a command and says what came of it where it was refused. */
export async function act(path: string, body: unknown = {}): Promise<boolean> {
  const answer = await send(path, body);
  if (!answer.ok) say(answer.body?.title ?? `HTTP ${answer.status}`, "stop");
  return answer.ok;
}

// randomUUID is only there on secure pages; a hall's own network may be plain HTTP.
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(b => b.toString(16).padStart(2, "0")).join("");
}

async function read(response: Response): Promise<any> {
  try {
    return await response.json();
  } catch {
    return {};
  }
}
