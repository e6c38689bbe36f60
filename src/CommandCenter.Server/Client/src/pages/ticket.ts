import { startClock } from "../clock";
import { startLive } from "../live";
import { onPanel } from "../panels";

// When the household is called, the phone says so where it may: it shakes, and the page's title changes.
const title = document.title;
let stage: string | undefined;
onPanel(panel => {
  const now = panel.querySelector<HTMLElement>("[data-stage]");
  if (!now || now.dataset.stage === stage) return;
  const isCalled = now.dataset.stage === "Called";
  document.title = isCalled ? `● ${now.querySelector(".window")?.textContent} · ${title}` : title;
  if (isCalled && stage !== undefined && (navigator.userActivation?.hasBeenActive ?? true)) navigator.vibrate?.([600, 200, 600, 200, 600]);
  stage = now.dataset.stage;
});

startClock();
startLive();
