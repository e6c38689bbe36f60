import { localOf, now, offsetText, startClock } from "../clock";
import { startForms } from "../forms";
import { startLive } from "../live";
import { say } from "../toast";

const DueIn = 2 * 3600_000;

startClock();
startForms((_, form) => {
  document.querySelectorAll(".part").forEach(line => line.remove());
  say(form.dataset.done!);
}, collect);
startLive();
document.addEventListener("click", event => {
  const target = event.target as Element;
  if (target.closest("#add-decision")) add("decision");
  if (target.closest("#add-suggestion")) add("suggestion");
  target.closest("[data-drop]")?.closest(".part")!.remove();
});

function add(kind: "decision" | "suggestion"): void {
  const line = document.querySelector<HTMLTemplateElement>(`template#${kind}`)!.content.firstElementChild!.cloneNode(true) as HTMLElement;
  const due = line.querySelector<HTMLInputElement>("[data-part=due]");
  if (due) due.value = localOf(now() + DueIn);
  document.querySelector(`#${kind}s`)!.append(line);
  line.querySelector("input")!.focus();
}

function collect(body: Record<string, unknown>): void {
  body.decisions = lines("decisions").map(line => ({ text: part(line, "text"), group: part(line, "group"), due: `${part(line, "due")}:00${offsetText()}` }));
  body.suggestions = lines("suggestions").map(line => part(line, "text"));
}

function lines(id: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`#${id} .part`)];
}

function part(line: HTMLElement, name: string): string {
  return line.querySelector<HTMLInputElement | HTMLSelectElement>(`[data-part=${name}]`)!.value;
}
