import { startClock } from "../clock";
import { startLive } from "../live";

startClock();
startLive();
document.querySelector("#print")?.addEventListener("click", () => window.print());
