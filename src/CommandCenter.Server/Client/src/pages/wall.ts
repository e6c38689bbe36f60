import { startActions } from "../actions";
import { startCharts } from "../charts";
import { startClock } from "../clock";
import { startLive } from "../live";
import { startLists } from "../lists";

startClock();
startActions();
startCharts();
startLists();
startLive();
