import { startActions } from "../actions";
import { startCharts } from "../charts";
import { startClock } from "../clock";
import { startGallery } from "../gallery";
import { startLive } from "../live";
import { startLists } from "../lists";

startClock();
startActions();
startCharts();
startLists();
startGallery();
startLive();
