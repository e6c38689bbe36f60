import { localOf, now, offsetText } from "./clock";
import { act } from "./commands";

/**
 * Forms that send a command: data-command is the path, in which {new} stands for an id made here (data-new is its first
 * letter). Every named field goes into the body unless it is empty or its name begins with "_"; data-moment marks a local
 * time. What was typed is kept until it has been sent, also when the page is left and opened again (data-draft).
 */
export interface Sent { command: string; body: Record<string, unknown>; id: string }

type Collect = (body: Record<string, unknown>, form: HTMLFormElement) => Promise<boolean> | boolean | void;

export function startForms(onSent: (sent: Sent, form: HTMLFormElement) => void, collect?: Collect): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-command]")) {
    restore(form);
    form.addEventListener("input", () => keep(form));
    form.addEventListener("change", () => keep(form));
    form.addEventListener("submit", event => {
      event.preventDefault();
      void send(form, onSent, collect);
    });
  }
}

/** An id that people can read aloud: letter, day, time, and three characters that nobody else takes in the same minute. */
export function newId(letter: string): string {
  const local = localOf(now());
  const tail = [...crypto.getRandomValues(new Uint8Array(3))].map(b => (b % 36).toString(36)).join("");
  return `${letter}${local.slice(5, 7)}${local.slice(8, 10)}-${local.slice(11, 13)}${local.slice(14, 16)}-${tail}`;
}

async function send(form: HTMLFormElement, onSent: (sent: Sent, form: HTMLFormElement) => void, collect?: Collect): Promise<void> {
  if (form.dataset.busy) return;
  const body = read(form);
  const id = form.dataset.new ? newId(form.dataset.new) : "";
  const command = form.dataset.command!.replace("{new}", id);
  form.dataset.busy = "1";
  try {
    if ((await collect?.(body, form)) === false || !(await act(command, body))) return;
    forget(form);
    onSent({ command, body, id }, form);
  } finally {
    delete form.dataset.busy;
  }
}

function read(form: HTMLFormElement): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields(form)) {
    if (!field.name || field.name.startsWith("_") || field.disabled || !field.value) continue;
    if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type) && !field.checked) continue;
    body[field.name] = field.dataset.moment !== undefined ? `${field.value}:00${offsetText()}` : field.type === "number" ? Number(field.value) : field.value;
  }
  return body;
}

function keep(form: HTMLFormElement): void {
  if (!form.dataset.draft) return;
  const typed = fields(form).filter(f => f.name && !isChoice(f) && f.value !== initial(f)).map(f => [f.name, f.value]);
  if (typed.length) sessionStorage.setItem(key(form), JSON.stringify(typed));
  else sessionStorage.removeItem(key(form));
}

function restore(form: HTMLFormElement): void {
  const kept = form.dataset.draft ? sessionStorage.getItem(key(form)) : null;
  for (const [name, value] of JSON.parse(kept ?? "[]") as [string, string][]) {
    const field = fields(form).find(f => f.name === name);
    if (field) field.value = value;
  }
}

function forget(form: HTMLFormElement): void {
  sessionStorage.removeItem(key(form));
  form.reset();
}

function key(form: HTMLFormElement): string {
  return `draft ${document.body.dataset.operation} ${form.dataset.draft}`;
}

function fields(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
  return [...form.elements].filter(e => "value" in e && !(e instanceof HTMLButtonElement)) as (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[];
}

function isChoice(field: Element): boolean {
  return field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type);
}

function initial(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): string {
  return field instanceof HTMLSelectElement ? field.options[0]?.value ?? "" : field.defaultValue;
}
