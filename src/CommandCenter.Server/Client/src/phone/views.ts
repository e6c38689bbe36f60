/** The views of the page by the part of its address after #: home, roll, zones, raise, outbox, and i/{incident}. */
export function startViews(onShow: (view: string, incident: string | null) => void): void {
  const show = () => {
    const [view, id] = location.hash.slice(1).split("/");
    const name = view === "i" && id ? "file" : ["roll", "zones", "raise", "outbox"].includes(view ?? "") ? view! : "home";
    document.body.dataset.view = name;
    document.querySelectorAll("dialog[open]").forEach(d => (d as HTMLDialogElement).close(""));
    scrollTo(0, 0);
    onShow(name, name === "file" ? decodeURIComponent(id!) : null);
  };
  addEventListener("hashchange", show);
  show();
}

/** Goes to a view. */
export function go(hash: string): void {
  if (location.hash === `#${hash}`) dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = hash;
}
