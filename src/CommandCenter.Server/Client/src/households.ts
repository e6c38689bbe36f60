interface Found { id: string; number: string; name: string; people: number }

const Pause = 200;

/** A field that finds a household by its number (or its name, for those who may see names) and takes the one that is picked. */
export function startHouseholdField(form: HTMLFormElement): void {
  const typed = form.querySelector<HTMLInputElement>("[name=_household]")!;
  const id = form.querySelector<HTMLInputElement>("[name=household]")!;
  const list = form.querySelector<HTMLUListElement>(".households")!;
  let timer = 0;
  let asked = 0;
  typed.addEventListener("input", () => {
    id.value = "";
    check();
    clearTimeout(timer);
    timer = window.setTimeout(() => void search(), Pause);
  });
  list.addEventListener("click", event => {
    const item = (event.target as Element).closest<HTMLElement>("[data-id]");
    if (item) take(item.dataset.id!, item.dataset.number!);
  });
  form.addEventListener("reset", () => {
    list.replaceChildren();
    typed.setCustomValidity("");
  });
  check();

  // A household that was typed and not found must not be lost on the way.
  function check(): void {
    typed.setCustomValidity(typed.value.trim() && !id.value ? typed.dataset.none! : "");
  }

  async function search(): Promise<void> {
    const mine = ++asked;
    const text = typed.value.trim();
    const response = text ? await fetch(`/api/operations/${document.body.dataset.operation}/cases/households?query=${encodeURIComponent(text)}`).catch(() => null) : null;
    const found: Found[] = response?.ok ? await response.json() : [];
    if (mine !== asked) return;
    // The whole number, with or without its zeros, is the household; what was typed stays as it was typed.
    const same = found.find(f => withoutZeros(f.number) === withoutZeros(text));
    id.value = same?.id ?? "";
    list.replaceChildren(...(same ? [same] : found).map(f => choice(f, f === same)));
    if (text && !found.length) list.textContent = typed.dataset.none!;
    check();
    form.dispatchEvent(new Event("input"));
  }

  function take(household: string, number: string): void {
    [id.value, typed.value] = [household, number];
    list.replaceChildren();
    check();
    form.dispatchEvent(new Event("input"));
  }
}

function withoutZeros(number: string): string {
  return number.replace(/^0+/, "");
}

function choice(found: Found, taken: boolean): HTMLLIElement {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  [button.dataset.id, button.dataset.number] = [found.id, found.number];
  button.textContent = `${taken ? "✓ " : ""}${found.number} ${found.name}`;
  item.append(button);
  return item;
}
