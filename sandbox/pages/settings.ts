import { keepManifest, readManifest } from "../world/manifests.ts";
import { Refusal } from "../world/refusal.ts";
import { allRepositories } from "../world/world.ts";
import { html } from "./html.ts";
import { box, type PageAnswer, type PageCall } from "./layout.ts";

/** `POST /settings/apps/new`: shows what is asked for, to be agreed to. */
export function newAppPage({ world, url }: PageCall, form: URLSearchParams): PageAnswer {
  const text = form.get("manifest") ?? "";
  let manifest: ReturnType<typeof readManifest>;
  try {
    manifest = readManifest(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      title: "Register an app",
      status: 422,
      body: html`<h1>Register an app</h1><p>${error.message}</p>`,
    };
  }
  const permissions = Object.entries(manifest.default_permissions ?? {});
  const rows = permissions.map(
    ([name, level]) => html`<div class="row"><b class="grow">${name}</b>${level}</div>`,
  );
  const body = html`<h1>Register ${manifest.name}</h1>${box("Permissions", rows)}
    <p>Events: ${(manifest.default_events ?? []).join(", ") || "none"}</p>
    <form method="post" action="${world.baseUrl}/settings/apps"><input type="hidden" name="manifest" value="${text}">
    <input type="hidden" name="state" value="${url.searchParams.get("state") ?? ""}"><button>Create GitHub App</button></form>`;
  return { title: `Register ${manifest.name}`, body };
}

/** `POST /settings/apps`: agreed; the set-up page gets its code. */
export function agreeToApp({ world }: PageCall, form: URLSearchParams): PageAnswer {
  const manifest = readManifest(form.get("manifest") ?? "");
  const code = keepManifest(world, manifest);
  const back = new URL(manifest.redirect_url ?? world.baseUrl);
  back.searchParams.set("code", code);
  const state = form.get("state");
  if (state) back.searchParams.set("state", state);
  return { location: back.href };
}

/** `/apps/SLUG/installations/new`: a button for each owner. */
export function installPage({ world, at }: PageCall): PageAnswer {
  if (world.app === null || world.app.slug !== at.app) return null;
  const owners = [...new Set(allRepositories(world).map((repository) => repository.owner))];
  const rows = owners.map((owner) => {
    const isInstalled = [...world.installations.values()].some((one) => one.account === owner);
    const button = html`<form method="post" action="${world.baseUrl}/apps/${at.app}/installations/new?owner=${owner.login}"><button>Install</button></form>`;
    return html`<div class="row"><b class="grow">${owner.login}</b>${isInstalled ? "installed" : button}</div>`;
  });
  return { title: "Install", body: html`<h1>Install ${world.app.name}</h1>${box("Owners", rows)}` };
}
