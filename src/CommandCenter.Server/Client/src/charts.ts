import ApexCharts from "apexcharts";
import { onPanel } from "./panels";

const drawn = new Map<string, { chart: ApexCharts; spec: string }>();

/** Draws what the server put into data-chart, and follows its changes without drawing anew. */
export function startCharts(): void {
  onPanel(panel => panel.querySelectorAll<HTMLElement>("[data-chart]").forEach(draw));
}

function draw(source: HTMLElement): void {
  const spec = source.dataset.chart!;
  const target = document.getElementById(source.dataset.chartTarget!);
  if (!target) return;
  const known = drawn.get(target.id);
  if (known?.spec === spec) return;
  const options = { ...common(target), ...JSON.parse(spec) };
  options.chart = { ...common(target).chart, ...options.chart };
  // The wall is one picture at any size: what is written on an axis grows with it.
  const fontSize = `${0.9 * rem()}px`;
  if (options.xaxis?.labels) options.xaxis.labels.offsetY = 0.7 * (rem() - 16);
  for (const axis of [options.xaxis, options.yaxis]) if (axis?.labels) axis.labels.style = { ...axis.labels.style, fontSize };
  if (known) {
    known.spec = spec;
    void known.chart.updateOptions(options, false, false);
    return;
  }
  const chart = new ApexCharts(target, options);
  drawn.set(target.id, { chart, spec });
  void chart.render();
}

function rem(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function common(target: HTMLElement): any {
  const style = getComputedStyle(target);
  const ink = style.getPropertyValue("--ink2").trim();
  return {
    chart: { height: "100%", width: "100%", toolbar: { show: false }, zoom: { enabled: false }, animations: { enabled: false }, background: "transparent", fontFamily: style.fontFamily, foreColor: ink },
    theme: { mode: document.body.classList.contains("wall") ? "dark" : "light" },
    grid: { borderColor: style.getPropertyValue("--line").trim(), padding: { left: rem(), right: rem(), bottom: rem() - 12 } },
    stroke: { curve: "straight", width: 0.19 * rem() },
    dataLabels: { enabled: false },
    tooltip: { enabled: false },
    legend: { show: false },
  };
}
