import { startClock } from "../clock";
import { startLive } from "../live";
import { onPanel } from "../panels";
import { announce, startVoice } from "../voice";

// The newest call stands out for a moment, so that the eye finds what has changed.
let newest: string | undefined;
onPanel(panel => {
  const call = panel.querySelector<HTMLElement>("[data-call]");
  const changed = call !== null && newest !== undefined && call.dataset.call !== newest;
  newest = call?.dataset.call ?? "";
  if (changed) call.animate([{ backgroundColor: "#1d5fae" }, { backgroundColor: "#1d5fae", offset: 0.5 }, {}], 4000);
});

startClock();
startVoice();
startLive((_, text, language) => announce(text, language));
