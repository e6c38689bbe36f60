import { act } from "./commands";

// How long a first press of a two-step button stays armed.
const ArmedFor = 5000;

/**
 * Buttons that send commands: data-command is the path, data-body the JSON body; data-confirm asks for a second press;
 * data-ask opens the dialog of that id, whose form fields go into the body; data-key is the one key that presses it.
 */
export function startActions(): void {
  document.addEventListener("click", event => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-command]");
    if (button) void press(button);
  });
  document.addEventListener("keydown", event => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    const button = document.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(key)}"]:not([disabled])`);
    if (!button || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    button.click();
  });
}

async function press(button: HTMLButtonElement): Promise<void> {
  if (button.dataset.busy) return;
  if (button.dataset.confirm && !button.dataset.armed) {
    arm(button);
    return;
  }
  const asked = button.dataset.ask ? await ask(button.dataset.ask) : {};
  if (!asked) return;
  button.dataset.busy = "1";
  try {
    await act(button.dataset.command!, { ...JSON.parse(button.dataset.body ?? "{}"), ...asked });
  } finally {
    delete button.dataset.busy;
    disarm(button);
  }
}

function arm(button: HTMLButtonElement): void {
  button.dataset.armed = "1";
  const label = button.querySelector<HTMLElement>("[data-label]");
  if (label) [label.dataset.label, label.textContent] = [label.textContent!, button.dataset.confirm!];
  setTimeout(() => disarm(button), ArmedFor);
}

function disarm(button: HTMLButtonElement): void {
  if (!button.dataset.armed) return;
  delete button.dataset.armed;
  const label = button.querySelector<HTMLElement>("[data-label]");
  if (label) label.textContent = label.dataset.label!;
}

/** Opens a dialog and gives its fields, or null when it was cancelled. */
function ask(id: string): Promise<Record<string, string> | null> {
  const dialog = document.getElementById(id) as HTMLDialogElement;
  const form = dialog.querySelector("form")!;
  form.reset();
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener("close", () => {
    const fields = Object.fromEntries([...new FormData(form).entries()].map(([k, v]) => [k, String(v)]));
    resolve(dialog.returnValue === "ok" ? fields : null);
  }, { once: true }));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
