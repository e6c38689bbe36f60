/** Every number opens the list behind it: data-list names the page that is shown in the dialog. */
export function startLists(): void {
  document.addEventListener("click", event => {
    const source = (event.target as Element).closest<HTMLElement>("[data-list]");
    if (source) void open(source.dataset.list!);
  });
  document.addEventListener("keydown", event => {
    const source = event.target as HTMLElement;
    if (event.key === "Enter" && source.dataset?.list) void open(source.dataset.list);
  });
}

async function open(list: string): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#list")!;
  const response = await fetch(list, { headers: { "X-Command-Center": "1" } });
  dialog.querySelector(".list-body")!.innerHTML = response.ok ? await response.text() : `<p class="empty">${response.status}</p>`;
  if (!dialog.open) dialog.showModal();
}
