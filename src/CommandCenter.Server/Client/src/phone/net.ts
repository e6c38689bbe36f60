import { minutesOld } from "./last_state";

const chip = document.querySelector<HTMLElement>("#net")!;
let waiting = 0;
let refused = 0;

/** How many actions wait, and how many were refused. */
export function noteOutbox(counts: { waiting: number; refused: number }): void {
  ({ waiting, refused } = counts);
  showNet();
}

/** Says whether the line is there, how old the picture is where it is not, and what has not been sent. */
export function showNet(): void {
  const cut = document.body.dataset.line === "cut";
  const parts = [cut ? `○ ${chip.dataset.offline}` : `● ${chip.dataset.online}`];
  const old = minutesOld();
  if (cut && old) parts.push(chip.dataset.minutes!.replace("{0}", String(old)));
  if (waiting) parts.push(chip.dataset.waiting!.replace("{0}", String(waiting)));
  if (refused) parts.push(chip.dataset.refused!.replace("{0}", String(refused)));
  const text = parts.join(" · ");
  if (chip.textContent !== text) chip.textContent = text;
  chip.className = refused ? "net bad" : cut || waiting ? "net off" : "net";
}

export function startNet(): void {
  setInterval(showNet, 500);
}
