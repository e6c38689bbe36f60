import { startActions } from "../actions";
import { startClock } from "../clock";
import { Flats, sheet } from "../flats";
import { startLive } from "../live";
import { onPanel } from "../panels";
import { say } from "../toast";

const isGuest = document.body.classList.contains("guest");
let before = { ...sheet().dataset };
let lastCommand = "";
let lastAt = -Infinity;

startClock();
startActions();
const flats = new Flats();
flats.start(offerPicked);
if (!isGuest) {
  flats.startPicking();
  onPanel(explain);
  document.addEventListener("acted", event => [lastCommand, lastAt] = [(event as CustomEvent).detail.command, performance.now()]);
}
startLive();

// A button that needs a flat can be pressed once one is picked, and says which.
function offerPicked(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-picks]")) {
    const body = JSON.parse(button.dataset.body!);
    delete body.unit;
    if (flats.unit) body.unit = flats.unit;
    button.dataset.body = JSON.stringify(body);
    button.disabled = !flats.unit;
    button.title = flats.unit ? "" : sheet().dataset.textPick!;
    button.dataset.unit = flats.unit ?? "";
  }
  const strip = document.querySelector("#picked");
  if (strip && flats.unit) strip.textContent = flats.title;
}

// What happened without this clerk's doing is said: a reservation that ran out, a household that did not appear.
function explain(panel: HTMLElement): void {
  if (!panel.dataset.topic?.startsWith("window:")) return;
  const now = { ...sheet().dataset };
  const own = performance.now() - lastAt < 4000 ? lastCommand.split("/").pop()! : "";
  if (before.kept && !now.kept && before.ticket === now.ticket && !now.units!.split(" ").includes(before.kept) && own !== "release" && own !== "confirm") {
    say(now.textExpired!.replace("{0}", before.kept), "soon");
  }
  if (before.phase === "Called" && before.ticket !== now.ticket && !["pass", "hold", "transfer"].includes(own)) {
    say(now.textMissed!.replace("{0}", before.ticket!), "soon");
  }
  before = now;
}
