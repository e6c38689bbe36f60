import { isTyping } from "./actions";
import { dateOf, now } from "./clock";
import { onPanel } from "./panels";

/**
 * The list of the ledger: one of six views at a time (keys 1 to 6), narrowed by a category and by what is typed (key /).
 * Up and down go through the rows, Enter opens one. The choice lasts while the tab does.
 */
const views: Record<string, (row: HTMLElement) => boolean> = {
  open: isOpen,
  today: row => isOpen(row) && dateOf(Date.parse(row.dataset.due!)) === dateOf(now()),
  overdue: row => isOpen(row) && Date.parse(row.dataset.due!) < now(),
  mine: row => isOpen(row) && row.dataset.post === document.body.dataset.post,
  answered: row => !isOpen(row),
  all: () => true,
};
const Kept = "ledger";
const RefreshEvery = 5000;
const query = document.querySelector<HTMLInputElement>("#query")!;
const category = document.querySelector<HTMLSelectElement>("#category")!;
const here = new URLSearchParams(location.search).get("case");
let view = "open";

export function startLedger(): void {
  [view, category.value, query.value] = JSON.parse(sessionStorage.getItem(Kept) ?? '["open","",""]');
  document.addEventListener("click", event => {
    const tab = (event.target as Element).closest<HTMLElement>("[data-view]");
    if (tab) choose(tab.dataset.view!);
  });
  document.addEventListener("keydown", onKey);
  query.addEventListener("input", show);
  category.addEventListener("change", show);
  onPanel(panel => { if (panel.dataset.topic === "cases") show(); });
  // What is due today or overdue changes with the clock alone.
  setInterval(show, RefreshEvery);
}

function choose(name: string): void {
  view = name;
  show();
}

function show(): void {
  sessionStorage.setItem(Kept, JSON.stringify([view, category.value, query.value]));
  const text = query.value.trim().toLowerCase();
  const fitting = rows().filter(r => (!category.value || r.dataset.category === category.value) && (!text || r.dataset.find!.toLowerCase().includes(text)));
  const shown = new Set(fitting.filter(views[view]!));
  for (const row of rows()) {
    row.parentElement!.hidden = !shown.has(row);
    row.classList.toggle("here", row.id === `row-${here}`);
  }
  for (const tab of document.querySelectorAll<HTMLElement>("[data-view]")) {
    tab.setAttribute("aria-pressed", String(tab.dataset.view === view));
    tab.querySelector(".n")!.textContent = String(fitting.filter(views[tab.dataset.view!]!).length);
  }
  document.querySelector<HTMLElement>("#none")!.hidden = shown.size > 0;
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const inQuery = event.target === query;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (!isTyping(event.target) || inQuery) move(event);
  } else if (event.key === "Escape" && inQuery) {
    query.blur();
  } else if (isTyping(event.target)) {
    return;
  } else if (event.key === "/") {
    event.preventDefault();
    query.focus();
    query.select();
  } else if (/^[1-6]$/.test(event.key)) {
    choose(Object.keys(views)[Number(event.key) - 1]!);
  }
}

function move(event: KeyboardEvent): void {
  const shown = rows().filter(r => !r.parentElement!.hidden);
  const at = shown.indexOf(document.activeElement as HTMLElement);
  const next = shown[event.key === "ArrowDown" ? at + 1 : Math.max(0, at - 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("#rows a")];
}

function isOpen(row: HTMLElement): boolean {
  return row.dataset.open !== undefined;
}
