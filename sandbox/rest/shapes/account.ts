import { accountUrl, apiBase } from "../../world/links.ts";
import type { Account } from "../../world/entities.ts";
import type { World } from "../../world/world.ts";

/** An instant as GitHub writes it: to the second. */
export function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

export function instantOrNull(date: Date | null): string | null {
  return date === null ? null : instant(date);
}

/** GitHub's "simple user". */
export function userShape(world: World, who: Account) {
  const url = `${apiBase(world)}/users/${encodeURIComponent(who.login)}`;
  return {
    login: who.login,
    id: who.id,
    node_id: who.nodeId,
    avatar_url: `${world.baseUrl}/avatars/${encodeURIComponent(who.login)}.svg`,
    gravatar_id: "",
    url,
    html_url: accountUrl(world, who),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: who.__typename,
    user_view_type: "public",
    site_admin: false,
  };
}

export function userOrNull(world: World, who: Account | null) {
  return who === null ? null : userShape(world, who);
}

/** GitHub's "public user": what `GET /users/{username}` answers. */
export function publicUserShape(world: World, who: Account) {
  const created = instant(new Date(0));
  return {
    ...userShape(world, who),
    name: who.name,
    company: null,
    blog: "",
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: created,
    updated_at: created,
  };
}
