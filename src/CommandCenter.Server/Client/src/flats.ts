import { onPanel } from "./panels";

/**
 * The flats of all buildings as this household sees them: what it may take, what is too large for it, what is gone.
 * One of those it may take can be picked with the mouse or the arrow keys.
 */
export class Flats {
  private picked: string | null = null;
  private onChange = (): void => {};

  /** Follows the panels; says when the pick or what may be picked has changed. */
  start(onChange: () => void): void {
    this.onChange = onChange;
    onPanel(() => this.refresh());
  }

  get unit(): string | null { return this.picked; }

  /** What there is to say about the picked flat. */
  get title(): string { return this.cell(this.picked)?.title ?? ""; }

  startPicking(): void {
    document.querySelector(".flats")!.addEventListener("click", event => {
      const cell = (event.target as Element).closest<HTMLElement>(".u.may");
      if (cell) this.pick(cell);
    });
    document.addEventListener("keydown", event => {
      if (!event.key.startsWith("Arrow") || document.querySelector("dialog[open]") || !sheet().dataset.choosing) return;
      event.preventDefault();
      const next = this.step(event.key.slice(5));
      if (next) this.pick(next);
    });
  }

  private pick(cell: HTMLElement): void {
    this.picked = cell.dataset.unit!;
    this.refresh();
  }

  private refresh(): void {
    const { choosing, areaLeft, kept } = sheet().dataset;
    let count = 0;
    for (const cell of cells()) {
      const fits = Number(cell.dataset.area) <= Number(areaLeft ?? 0);
      const free = cell.classList.contains("free");
      const mine = !!kept && cell.dataset.unit === kept;
      const may = !!choosing && free && fits;
      if (may) count++;
      cell.classList.toggle("may", may);
      cell.classList.toggle("beyond", free && !fits);
      cell.classList.toggle("mine", mine);
    }
    if (this.picked && !this.cell(this.picked)?.classList.contains("may")) this.picked = null;
    for (const cell of cells()) cell.classList.toggle("picked", cell.dataset.unit === this.picked);
    const counter = document.querySelector("#may-count");
    if (counter) counter.textContent = String(count);
    this.onChange();
  }

  private cell(unit: string | null): HTMLElement | undefined {
    return unit ? cells().find(c => c.dataset.unit === unit) : undefined;
  }

  // The nearest flat in that direction; straight ahead counts more than aside.
  private step(direction: string): HTMLElement | undefined {
    const may = cells().filter(c => c.classList.contains("may"));
    const from = this.cell(this.picked);
    if (!from) return may[0];
    const [x, y] = centre(from);
    const ahead = (c: HTMLElement): [number, number] => {
      const [cx, cy] = centre(c);
      switch (direction) {
        case "Right": return [cx - x, Math.abs(cy - y)];
        case "Left": return [x - cx, Math.abs(cy - y)];
        case "Down": return [cy - y, Math.abs(cx - x)];
        default: return [y - cy, Math.abs(cx - x)];
      }
    };
    return may.map(c => ({ c, d: ahead(c) })).filter(m => m.d[0] > 2).sort((a, b) => cost(a.d) - cost(b.d))[0]?.c;
  }
}

/** The section that says what the household may choose. */
export function sheet(): HTMLElement {
  return document.querySelector<HTMLElement>(".me")!;
}

function cost([ahead, aside]: [number, number]): number {
  return ahead + 4 * aside;
}

function cells(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".flats .u")];
}

function centre(e: HTMLElement): [number, number] {
  const r = e.getBoundingClientRect();
  return [r.left + r.width / 2, r.top + r.height / 2];
}
