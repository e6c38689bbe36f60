import { startActions } from "../actions";
import { now, startClock } from "../clock";
import { startGallery } from "../gallery";
import { startLive } from "../live";
import { onPanel } from "../panels";
import { startAlerts } from "../phone/alerts";
import { startAttach } from "../phone/attach";
import { showFile, startFiles } from "../phone/files";
import { checkPost, startInstall } from "../phone/install";
import { keepLastState, notePulse, recallLastState } from "../phone/last_state";
import { startNet } from "../phone/net";
import { Outbox } from "../phone/outbox";
import { markButtons, startOutboxList } from "../phone/outbox_list";
import { beginRaise, raised, startRaise } from "../phone/raise";
import { startViews } from "../phone/views";

const outbox = new Outbox(document.body.dataset.operation!, document.body.dataset.post!);
const noteButton = document.querySelector<HTMLElement>("[data-note]")!;
let incident: string | null = null;

startClock();
startNet();
startOutboxList(outbox);
startRaise(outbox);
startActions(async (path, body, button) => {
  await outbox.add(path, body, button.dataset.words ?? button.textContent!.trim());
  return true;
});
onPanel(() => markButtons());
keepLastState();
startFiles();
startGallery();
startAlerts();
startViews((view, id) => {
  incident = id;
  noteButton.dataset.command = `incidents/${id}/note`;
  if (view === "raise") beginRaise();
  void showFile(id);
});
startAttach(outbox, raised, () => incident);
startInstall();
void recallLastState().then(() => {
  startLive(undefined, (_, speed) => {
    notePulse(now(), speed);
    if (document.body.dataset.reached !== "yes") reached();
  });
  new MutationObserver(() => { if (document.body.dataset.line === "cut") delete document.body.dataset.reached; }).observe(document.body, { attributeFilter: ["data-line"] });
  document.body.dataset.ready = "yes";
});
addEventListener("online", () => outbox.wake());
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") outbox.wake(); });
outbox.wake();

// The line is there (again): what waits is sent, and the post is checked.
function reached(): void {
  document.body.dataset.reached = "yes";
  outbox.wake();
  void checkPost();
}
