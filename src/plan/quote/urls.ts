import { isSameName } from "../../minutes/repository-name.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import { fileLink, rawLink } from "../links.ts";
import type { QuoteContext } from "./context.ts";

/** An issue, pull request, discussion or commit that GitHub would note a mention on. */
function readNoted(
  path: string,
): { readonly repository: RepositoryName; readonly kind: string; readonly id: string } | null {
  const [owner = "", name = "", kind = "", last = ""] = path.split("/").filter(Boolean);
  const id = /^\w+/.exec(last)?.[0];
  const isNoted = /^(?:issues|pulls?|discussions|commit)$/i.test(kind) && [owner, name].every(isName);
  return path.startsWith("/") && isNoted && id !== undefined
    ? { repository: `${owner}/${name}`, kind, id }
    : null;
}

const isName = (name: string): boolean => /^[\w.-]+$/.test(name);

/** What is to become of a link: another address, or none; and how it is called where it names itself. */
export interface SafeUrl {
  /** null: leads nowhere that is safe. */
  readonly url: string | null;
  /** `owner/repo#1` for a link to an issue. null: has no short name. */
  readonly label: string | null;
}

/** Where a link of the minutes leads, seen from elsewhere. */
export function safeLink(url: string, context: QuoteContext): SafeUrl {
  const absolute = toAbsolute(url, context, fileLink);
  if (absolute === null) return { url: null, label: null };
  if (absolute.protocol === "mailto:") return { url: absolute.href, label: null };
  return withoutBacklink(absolute, context);
}

/** Where an image of the minutes lies, seen from elsewhere; null: nowhere that is safe. */
export function safeImage(url: string, context: QuoteContext): string | null {
  const absolute = toAbsolute(url, context, rawLink);
  if (absolute === null || absolute.protocol === "mailto:") return null;
  // GitHub links an image with its address.
  return withoutBacklink(absolute, context).url;
}

/**
 * Links to issues of another repository lead there by GitHub's redirecting host, which makes no backlink. A GitHub
 * Enterprise Server has no such host: there the name stays, without a link.
 */
export function withoutBacklink(url: URL, context: QuoteContext): SafeUrl {
  const web = new URL(context.base.webUrl);
  const { repository, kind, id } = readNoted(safelyDecoded(url.pathname)) ?? {};
  const isGitHub = url.host.replace(/^www\./, "") === web.host;
  if (!isGitHub || repository === undefined) return { url: url.href, label: null };
  const present = context.base.renamed?.get(repository.toLowerCase()) ?? null;
  const isOwn = isSameName(present ?? repository, context.target);
  const label = issueLabel(repository, kind, id, isOwn);
  if (isOwn) return { url: (present === null ? url : underName(url, present)).href, label };
  if (web.host !== "github.com") return { url: null, label };
  const redirected = new URL(url.href);
  redirected.host = "redirect.github.com";
  return { url: redirected.href, label };
}

/** The same place of a repository by another name. */
function underName(url: URL, repository: RepositoryName): URL {
  const [, , , ...rest] = url.pathname.split("/");
  const renamed = new URL(url.href);
  renamed.pathname = ["", repository, ...rest].join("/");
  return renamed;
}

function issueLabel(
  repository: RepositoryName,
  kind: string | undefined,
  id: string | undefined,
  isOwn: boolean,
): string | null {
  if (id === undefined || kind === "commit" || !/^\d+$/.test(id)) return null;
  return isOwn ? `#${id}` : `${repository}#${id}`;
}

/** null: neither of the web nor an address of e-mail. */
function toAbsolute(
  url: string,
  context: QuoteContext,
  link: (base: QuoteContext["base"], path: string) => string,
): URL | null {
  const clean = url.replace(/[\p{Cc}\s]+/gu, "");
  if (/^(?:https?:)?\/\//i.test(clean) || /^mailto:/i.test(clean)) {
    const absolute = clean.startsWith("//") ? `https:${clean}` : clean;
    return URL.canParse(absolute) ? new URL(absolute) : null;
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(clean)) return null;
  const [, path = "", tail = ""] = /^([^?#]*)(.*)$/s.exec(clean) ?? [];
  const resolved = path === "" ? context.path : resolvePath(context.path, safelyDecoded(path));
  const absolute = `${link(context.base, resolved)}${tail}`;
  return URL.canParse(absolute) ? new URL(absolute) : null;
}

/** A path seen from a file's folder, or from the repository's root where it begins with `/`; never above the root. */
function resolvePath(from: string, path: string): string {
  const parts = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
