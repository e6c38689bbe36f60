import { startClock } from "../clock";
import { startLive } from "../live";

// A television has nobody to scroll it: buildings come a page at a time. A phone shows them one below the other.
const PerPage = 4;
const EachFor = 12_000;
const television = matchMedia("(min-width: 1100px)");
const slots = [...document.querySelectorAll<HTMLElement>(".blds > .panel")];
const sign = document.querySelector<HTMLButtonElement>("#pages")!;
const count = Math.ceil(slots.length / PerPage);
let page = 0;

function show(): void {
  const paged = television.matches && count > 1;
  slots.forEach((slot, i) => slot.classList.toggle("off", paged && Math.floor(i / PerPage) !== page));
  sign.hidden = !paged;
  sign.textContent = (sign.dataset.text ?? "").replace("{0}", String(page + 1)).replace("{1}", String(count));
}

function next(): void {
  page = (page + 1) % Math.max(1, count);
  show();
}

let timer = setInterval(next, EachFor);
sign.addEventListener("click", () => {
  clearInterval(timer);
  timer = setInterval(next, EachFor);
  next();
});
television.addEventListener("change", show);
show();
startClock();
startLive();
