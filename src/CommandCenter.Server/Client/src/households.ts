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
    clearTimeout(timer);
    timer = window.setTimeout(() => void search(), Pause);
  });
  list.addEventListener("click", event => {
    const item = (event.target as Element).closest<HTMLElement>("[data-id]");
    if (item) take(item.dataset.id!, item.dataset.number!);
  });
  form.addEventListener("reset", () => list.replaceChildren());

  async function search(): Promise<void> {
    const mine = ++asked;
    const text = typed.value.trim();
    const response = text ? await fetch(`/api/operations/${document.body.dataset.operation}/cases/households?query=${encodeURIComponent(text)}`).catch(() => null) : null;
    const found: Found[] = response?.ok ? await response.json() : [];
    if (mine !== asked) return;
    const same = found.find(f => f.number === text);
    if (same) take(same.id, same.number);
    else list.replaceChildren(...found.map(choice));
    if (text && !found.length) list.textContent = typed.dataset.none!;
  }

  function take(household: string, number: string): void {
    [id.value, typed.value] = [household, number];
    list.replaceChildren();
    form.dispatchEvent(new Event("input"));
  }
}

function choice(found: Found): HTMLLIElement {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "plain";
  [button.dataset.id, button.dataset.number] = [found.id, found.number];
  button.textContent = `${found.number} ${found.name}`;
  item.append(button);
  return item;
}
