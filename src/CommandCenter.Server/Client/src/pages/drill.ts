import { startActions } from "../actions";
import { startClock } from "../clock";
import { act, send } from "../commands";
import { startLive } from "../live";

startClock();
startActions();
startLive();
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-send]")) form.addEventListener("submit", event => void give(event, form));
const founding = document.querySelector<HTMLFormElement>("#new-drill");
founding?.addEventListener("submit", event => void found(event));
founding?.querySelector("select")!.addEventListener("change", event => showScript((event.target as HTMLSelectElement).value));

/** Shows what the chosen scenario has in store. */
function showScript(scenario: string): void {
  for (const script of document.querySelectorAll<HTMLElement>("[data-script-of]")) script.hidden = script.dataset.scriptOf !== scenario;
}

/** Sends a form as a command; what was not filled in is left out. */
async function give(event: Event, form: HTMLFormElement): Promise<void> {
  event.preventDefault();
  const body: Record<string, unknown> = {};
  for (const field of form.querySelectorAll<HTMLInputElement>("[name]")) {
    if (field.value === "") continue;
    // A day ends at its end, in the hall's own time.
    body[field.name] = "number" in field.dataset ? Number(field.value) : "day" in field.dataset ? `${field.value}T23:59:00${zone()}` : field.value;
  }
  if (await act(form.dataset.send!, body)) form.reset();
}

function zone(): string {
  return /([+-]\d\d:\d\d)$/.exec(document.body.dataset.now ?? "")?.[1] ?? "+08:00";
}

async function found(event: Event): Promise<void> {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const fields = new FormData(form);
  const button = form.querySelector("button")!;
  const problem = document.querySelector<HTMLElement>("#new-problem")!;
  button.disabled = true;
  const seed = String(fields.get("seed") ?? "");
  const { ok, body } = await send("drills", { scenario: fields.get("scenario"), speed: Number(fields.get("speed")), ...(seed ? { seed: Number(seed) } : {}) });
  button.disabled = false;
  problem.hidden = ok;
  const faults: { place: string; reason: string }[] = body?.faults ?? [];
  problem.textContent = [body?.detail ?? body?.title ?? document.body.dataset.textOffline!, ...faults.map(f => `${f.place}: ${f.reason}`)].join("\n");
  if (ok) show(body);
}

function show(drill: { operation: string; codes: { post: string; code: string }[] }): void {
  const names: Record<string, string> = JSON.parse(document.querySelector("#post-names")!.textContent!);
  document.querySelector<HTMLElement>("#founded")!.hidden = false;
  document.querySelector("#founded-id")!.textContent = drill.operation;
  const own = drill.codes.find(c => c.post === document.querySelector<HTMLElement>("#new-drill")!.dataset.director) ?? drill.codes[0];
  document.querySelector<HTMLAnchorElement>("#founded-link")!.href = `/login?code=${own.code}&next=${encodeURIComponent(`/drill?operation=${drill.operation}`)}`;
  document.querySelector<HTMLTableElement>("#founded table")!.tBodies[0].replaceChildren(...drill.codes.map(c => {
    const row = document.createElement("tr");
    row.insertCell().textContent = names[c.post] ?? c.post;
    row.insertCell().textContent = c.code;
    row.cells[1].className = "n";
    return row;
  }));
}
