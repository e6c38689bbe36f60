import { startActions } from "../actions";
import { startClock } from "../clock";
import { startLive } from "../live";

startClock();
startActions();
startLive();
