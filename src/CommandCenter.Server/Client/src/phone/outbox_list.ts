import type { Outbox } from "./outbox";
import type { Action } from "./store";
import { noteOutbox } from "./net";

const list = document.querySelector<HTMLElement>("#outbox-list")!;
const pending = document.querySelector<HTMLElement>("#pending")!;
const rejoin = document.querySelector<HTMLElement>("#rejoin")!;

/** Shows what is in the outbox: on its own view with what can be done, on the home view in short, and on the buttons themselves. */
export function startOutboxList(outbox: Outbox): void {
  outbox.onChange(actions => {
    const own = actions.filter(a => !outbox.isForeign(a));
    noteOutbox({ waiting: own.filter(a => a.state === "waiting").length, refused: actions.filter(a => a.state === "refused").length });
    rejoin.hidden = !outbox.out;
    list.replaceChildren(...(actions.length ? actions.map(a => line(a, outbox, true)) : [empty()]));
    pending.replaceChildren(...own.filter(a => a.path.endsWith("/raise") || a.state === "refused").map(a => line(a, outbox, false)));
    markButtons(own);
  });
  list.addEventListener("click", event => {
    const button = (event.target as Element).closest<HTMLElement>("button");
    if (button?.dataset.retry) void outbox.retry(Number(button.dataset.retry));
    if (button?.dataset.discard) void outbox.discard(Number(button.dataset.discard));
  });
}

let marked: Action[] = [];

/** A button whose command waits in the outbox says so, instead of asking to be pressed again. */
export function markButtons(actions: Action[] = marked): void {
  marked = actions;
  for (const button of document.querySelectorAll<HTMLElement>("main [data-command]")) {
    const waits = actions.some(a => a.state === "waiting" && a.path === button.dataset.command && covers(a.body, button.dataset.body));
    button.toggleAttribute("data-pending", waits);
  }
}

// What the button would send is part of what was sent: a dialog may have added a reason.
function covers(sent: unknown, body: string | undefined): boolean {
  const fields = Object.entries(JSON.parse(body || "{}"));
  return fields.every(([name, value]) => (sent as Record<string, unknown> | undefined)?.[name] === value);
}

function line(action: Action, outbox: Outbox, full: boolean): HTMLElement {
  const item = document.createElement("li");
  item.className = action.state;
  item.dataset.key = action.key;
  const foreign = outbox.isForeign(action);
  const state = foreign ? list.dataset.foreign! : action.state === "refused" ? action.reason! : outbox.out ? list.dataset.out! : list.dataset.waiting!;
  item.append(text("b", action.words), text("small", state));
  if (full && (foreign || action.state === "refused")) item.append(buttons(action, foreign));
  return item;
}

function buttons(action: Action, foreign: boolean): HTMLElement {
  const row = document.createElement("div");
  row.className = "do";
  row.append(button("discard", list.dataset.discard!, action.id!));
  if (!foreign) row.append(button("retry", list.dataset.retry!, action.id!));
  return row;
}

function button(what: "retry" | "discard", words: string, id: number): HTMLElement {
  const made = text("button", words);
  made.className = what === "retry" ? "b p" : "b";
  made.dataset[what] = String(id);
  return made;
}

function empty(): HTMLElement {
  const item = text("li", list.dataset.empty!);
  item.className = "calm";
  return item;
}

function text(tag: string, words: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = words;
  return made;
}
