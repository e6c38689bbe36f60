import { startCharts } from "../charts";

startCharts();
document.querySelector("#print")!.addEventListener("click", () => print());
