import { startClock } from "../clock";
import { act } from "../commands";
import { startLive } from "../live";

startClock();
startLive();
document.addEventListener("click", event => {
  const button = (event.target as Element).closest<HTMLButtonElement>("button[data-register]");
  if (button) void register(button);
});

async function register(button: HTMLButtonElement): Promise<void> {
  const responsible = document.querySelector<HTMLSelectElement>("#responsible")!.value;
  const kind = document.querySelector<HTMLSelectElement>("#kind")!.value;
  button.disabled = true;
  const body = { ...JSON.parse(button.dataset.body!), kind, ...(responsible ? { responsible } : {}) };
  if (!(await act(`cases/${button.dataset.register}/register`, body))) button.disabled = false;
}
