const form = document.querySelector<HTMLFormElement>("#enrol")!;
const problem = document.querySelector<HTMLElement>("#problem")!;

form.addEventListener("submit", async event => {
  event.preventDefault();
  const fields = new FormData(form);
  const response = await fetch("/api/enrol", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ code: fields.get("code"), device: fields.get("device") }),
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    problem.textContent = body.title ?? String(response.status);
    problem.hidden = false;
    return;
  }
  location.href = next() ?? home(body);
});

// Only a path of this site; anything else would send the device elsewhere.
function next(): string | null {
  const path = new URLSearchParams(location.search).get("next");
  return path && /^\/(?!\/)/.test(path) ? path : null;
}

function home(me: { role?: string; window?: string }): string {
  switch (me.role) {
    case "clerk": return `/window/${me.window}`;
    case "reception": return "/check-in";
    case "administrator": return "/plan";
    case "supervisor": return "/supervision";
    case "drillDirector":
    case "observer": return "/drill";
    case "groupLeader":
    case "groupDeputy":
    case "groupMember": return "/m";
    default: return "/wall";
  }
}
