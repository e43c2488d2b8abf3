import type { Installation } from "../../world/entities.ts";
import { apiBase } from "../../world/links.ts";
import type { AppRegistration, World } from "../../world/world.ts";
import { instant, userShape } from "./account.ts";

export function appShape(world: World, app: AppRegistration) {
  const since = instant(new Date(0));
  return {
    id: app.id,
    client_id: `Iv1.${String(app.id).padStart(16, "0")}`,
    slug: app.slug,
    node_id: app.nodeId,
    owner: userShape(world, app.owner),
    name: app.name,
    description: null,
    external_url: world.baseUrl,
    html_url: `${world.baseUrl}/apps/${app.slug}`,
    created_at: since,
    updated_at: since,
    permissions: app.permissions,
    events: app.events,
    installations_count: world.installations.size,
  };
}

export function installationShape(world: World, installation: Installation) {
  const api = apiBase(world);
  return {
    id: installation.id,
    account: userShape(world, installation.account),
    repository_selection: installation.repositories === null ? "all" : "selected",
    access_tokens_url: `${api}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${api}/installation/repositories`,
    html_url: `${world.baseUrl}/settings/installations/${installation.id}`,
    app_id: world.app?.id ?? 0,
    app_slug: world.app?.slug ?? "",
    target_id: installation.account.id,
    target_type: installation.account.__typename,
    permissions: installation.permissions,
    events: installation.events,
    created_at: instant(installation.createdAt),
    updated_at: instant(installation.createdAt),
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: installation.suspended ? instant(installation.createdAt) : null,
  };
}
