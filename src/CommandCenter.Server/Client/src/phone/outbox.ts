import { say } from "../toast";
import { storage, type Action } from "./store";
import { transport, type Outcome } from "./transport";

const FirstWait = 1000;
const LongestWait = 15000;

/**
 * What was done and has not been answered: kept on the phone before anything is sent, sent in its own order one after
 * another, and gone from here only when the server has answered. An answer that never came is asked for again under the
 * same key, so that nothing happens twice. What is refused stays with the reason, and does not hold up the rest.
 */
export class Outbox {
  private readonly listeners: ((actions: Action[]) => void)[] = [];
  private sending = false;
  private wait = FirstWait;
  private timer = 0;
  private isOut = false;

  constructor(private readonly operation: string, private readonly post: string) {}

  /** Whether the server no longer knows this device. */
  get out(): boolean { return this.isOut; }

  onChange(listener: (actions: Action[]) => void): void {
    this.listeners.push(listener);
    void this.tell();
  }

  /** Keeps an action, then sends what there is. */
  async add(path: string, body: unknown, words: string, file: Pick<Action, "photo" | "voice"> = {}): Promise<void> {
    const action: Action = { key: newKey(), operation: this.operation, post: this.post, path, body, words, ...file, state: "waiting" };
    try {
      await (await storage()).add("outbox", action);
    } catch {
      // A browser that lets nothing be kept (a private window, a full disk) still sends, as long as the page is open.
      await this.sendUnkept(action);
      return;
    }
    await this.tell();
    void this.send();
  }

  /** Everything that is kept, oldest first; what another post left on this phone as well. */
  async all(): Promise<Action[]> { return (await storage()).getAll("outbox"); }

  isForeign(action: Action): boolean { return action.operation !== this.operation || action.post !== this.post; }

  /** Sends a refused action once more, in its old place and under its old key. */
  async retry(id: number): Promise<void> {
    const db = await storage();
    const action = await db.get("outbox", id);
    if (!action) return;
    await db.put("outbox", { ...action, state: "waiting", code: undefined, reason: undefined });
    await this.tell();
    void this.send();
  }

  async discard(id: number): Promise<void> {
    await (await storage()).delete("outbox", id);
    await this.tell();
  }

  /** The line may be there again: sends now instead of waiting. */
  wake(): void {
    this.wait = FirstWait;
    void this.send();
  }

  private async sendUnkept(action: Action): Promise<void> {
    const outcome = await transport(action);
    if (outcome.kind === "refused") say(outcome.reason, "stop");
    if (outcome.kind === "later") setTimeout(() => void this.sendUnkept(action), Math.max(FirstWait, outcome.after));
    if (outcome.kind === "out") location.href = "/login?next=/m";
  }

  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.timer);
    try {
      for (let next = await this.next(); next; next = await this.next()) {
        if (!await this.settle(next, await transport(next))) return;
      }
    } finally {
      this.sending = false;
    }
    // Something may have been added after the last look and before the flag fell.
    if (await this.next()) void this.send();
  }

  private async next(): Promise<Action | undefined> {
    return (await this.all()).find(a => a.state === "waiting" && !this.isForeign(a));
  }

  /** Takes an answer; false where sending has to wait. */
  private async settle(action: Action, outcome: Outcome): Promise<boolean> {
    const db = await storage();
    this.isOut = outcome.kind === "out";
    if (outcome.kind === "done") await db.delete("outbox", action.id!);
    if (outcome.kind === "refused") await db.put("outbox", { ...action, state: "refused", code: outcome.code, reason: outcome.reason });
    await this.tell();
    if (outcome.kind === "done" || outcome.kind === "refused") {
      this.wait = FirstWait;
      return true;
    }
    this.timer = window.setTimeout(() => void this.send(), Math.max(this.wait, outcome.kind === "later" ? outcome.after : 0));
    this.wait = Math.min(this.wait * 2, LongestWait);
    return false;
  }

  private async tell(): Promise<void> {
    const actions = await this.all();
    this.listeners.forEach(listener => listener(actions));
  }
}

/** Thirty-two hexadecimal digits; randomUUID is only there on secure pages. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, "0")).join("");
}
