import { now } from "./clock";
import { act } from "./commands";
import { startContact } from "./contact";
import { onPanel } from "./panels";
import { say } from "./toast";

// How long a first press stays armed, and how soon the second counts: a double click or a held key confirms nothing.
const ArmedFor = 6000;
const SecondAfter = 500;

type Give = (path: string, body: unknown, button: HTMLButtonElement) => Promise<boolean>;

let sendIt: Give = act;

/**
 * Buttons that send commands: data-command is the path, data-body the JSON body; data-confirm asks for a second press;
 * data-ask opens the dialog of that id, whose form fields go into the body, with the choices of data-only alone;
 * data-key is the one key that presses the button; data-due the minutes from now by which something is due; inside
 * data-fields the fields beside the button go into the body; data-said is what is said when it was accepted. Where a command goes is the page's: to the server, or to a phone's outbox.
 */
export function startActions(give: Give = act): void {
  sendIt = give;
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  startContact();
  onPanel(() => document.querySelectorAll<HTMLButtonElement>("button[data-armed]").forEach(button => {
    if (button.dataset.armed !== signature(button) || button.disabled) disarm(button);
  }));
}

function onClick(event: MouseEvent): void {
  const target = event.target as Element;
  const preset = target.closest<HTMLButtonElement>("dialog button[data-preset]");
  if (preset) choose(preset);
  if (target.closest("dialog [data-cancel]")) target.closest("dialog")!.close("");
  const button = target.closest<HTMLButtonElement>("button[data-command]");
  if (!button) return;
  // After a mouse click the keys belong to the page again, not to the button that was clicked.
  if (event.detail > 0) button.blur();
  // The second click of a double click was meant for what the button was before, not for what it has become.
  if (event.detail > 1) return;
  void press(button);
}

function onKey(event: KeyboardEvent): void {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const dialog = document.querySelector("dialog[open]");
  if (event.key === "Enter" && event.target instanceof HTMLButtonElement) return;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const button = (dialog ?? document).querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(key)}"]:not([disabled])`);
  if (!button) return;
  event.preventDefault();
  button.click();
}

async function press(button: HTMLButtonElement): Promise<void> {
  if (button.dataset.busy) return;
  if (button.dataset.confirm) {
    if (!button.dataset.armed) return arm(button);
    if (performance.now() - Number(button.dataset.armedAt) < SecondAfter) return;
  }
  const [command, body] = [button.dataset.command!, JSON.parse(button.dataset.body || "{}")];
  const asked = button.dataset.ask ? await ask(button.dataset.ask, button.dataset.only) : {};
  if (!asked) return;
  button.dataset.busy = "1";
  try {
    if (await sendIt(command, { ...body, ...dueOf(button), ...fieldsOf(button), ...asked }, button)) {
      if (button.dataset.said) say(button.dataset.said, "good");
      clearFields(button);
      document.dispatchEvent(new CustomEvent("acted", { detail: { command, body } }));
    }
  } finally {
    delete button.dataset.busy;
    disarm(button);
  }
}

// By the operation's clock, which may run faster than the wall's.
function dueOf(button: HTMLButtonElement): { due?: string } {
  return button.dataset.due ? { due: new Date(now() + Number(button.dataset.due) * 60000).toISOString() } : {};
}

function inputs(button: HTMLButtonElement): HTMLInputElement[] {
  return [...button.closest("[data-fields]")?.querySelectorAll("input") ?? []];
}

function fieldsOf(button: HTMLButtonElement): Record<string, string> {
  return Object.fromEntries(inputs(button).filter(i => i.value.trim()).map(i => [i.name, i.value.trim()]));
}

function clearFields(button: HTMLButtonElement): void {
  inputs(button).forEach(i => { i.value = ""; });
}

function arm(button: HTMLButtonElement): void {
  button.dataset.armed = signature(button);
  button.dataset.armedAt = String(performance.now());
  setTimeout(() => disarm(button), ArmedFor);
}

function disarm(button: HTMLButtonElement): void {
  delete button.dataset.armed;
  delete button.dataset.armedAt;
}

// What a press would do: when that has changed meanwhile, the first press no longer counts.
function signature(button: HTMLButtonElement): string {
  return `${button.dataset.command} ${button.dataset.body}`;
}

/** Opens a dialog and gives its fields, or null when it was cancelled. */
function ask(id: string, only?: string): Promise<Record<string, string> | null> {
  const dialog = document.getElementById(id) as HTMLDialogElement;
  const form = dialog.querySelector("form")!;
  form.reset();
  offer(form, only?.split(" "));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener("close", () => {
    const fields = Object.fromEntries([...new FormData(form).entries()].map(([k, v]) => [k, String(v)]));
    resolve(dialog.returnValue === "ok" ? fields : null);
  }, { once: true }));
}

function offer(form: HTMLFormElement, only?: string[]): void {
  const choices = [...form.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  for (const choice of choices) {
    choice.disabled = !!only && !only.includes(choice.value);
    choice.closest("label")!.hidden = choice.disabled;
  }
  const first = choices.find(c => !c.disabled);
  if (first) first.checked = true;
}

function choose(preset: HTMLButtonElement): void {
  const form = preset.closest("form")!;
  form.querySelector<HTMLInputElement>("input[data-words], input[name=reason]")!.value = preset.dataset.preset!;
  form.requestSubmit(form.querySelector<HTMLButtonElement>("button[value=ok]")!);
}

export function isTyping(target: EventTarget | null): boolean {
  return (target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type)) || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
