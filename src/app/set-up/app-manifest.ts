import { appError } from "../../messages/app-errors.ts";
import type { Message } from "../../messages/message.ts";
import { readManifest } from "../manifest.ts";
import { WEBHOOK_PATH } from "../webhook-path.ts";
import { type GitHubAddress, isPublicHost } from "./web-address.ts";

/** What somebody chose on the set-up page. */
export interface Choices {
  /** The organization that the app is to belong to; "": the person. */
  readonly organization: string;
  /** Where GitHub reaches the app; "": nowhere yet. */
  readonly webhook: string;
  /** Whether other accounts may install it. */
  readonly isForAll: boolean;
}

/** Takes no room on anybody's machine: reserved for examples, and the webhook is switched off. */
const NOWHERE = "https://example.com/minutebook";

/** The choices in a form, or what is wrong with them. */
export function readChoices(
  form: URLSearchParams,
  gitHub: GitHubAddress,
): Choices | { readonly problem: Message } {
  const organization = (form.get("organization") ?? "").trim();
  const webhook = (form.get("webhook") ?? "").trim();
  if (organization !== "" && !/^[a-z0-9](?:[a-z0-9_-]{0,98})$/i.test(organization))
    return { problem: appError("invalid-organization") };
  const problem = webhook === "" ? null : findAddressProblem(webhook, gitHub);
  return problem === null ? { organization, webhook, isForAll: form.get("all") === "on" } : { problem };
}

function findAddressProblem(webhook: string, { isOwn }: GitHubAddress): Message | null {
  const url = URL.canParse(webhook) ? new URL(webhook) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    return appError("invalid-webhook-address");
  if (isOwn || isPublicHost(url.hostname)) return null;
  return appError("webhook-address-not-public");
}

/** Where GitHub reaches an app that is asked under this origin; "": it does not. */
export function proposeWebhook(origin: string): string {
  const { hostname } = new URL(origin);
  return isPublicHost(hostname) ? `${origin}${WEBHOOK_PATH}` : "";
}

/** What GitHub is sent to register the app. */
export function writeManifest({ webhook, isForAll }: Choices, backTo: string): string {
  return JSON.stringify({
    ...readManifest(),
    public: isForAll,
    redirect_url: backTo,
    hook_attributes: webhook === "" ? { url: NOWHERE, active: false } : { url: webhook, active: true },
  });
}

/** Where a browser takes the manifest to. */
export function registrationAddress(
  { organization }: Choices,
  { web }: GitHubAddress,
  state: string,
): string {
  const owner = organization === "" ? "" : `/organizations/${encodeURIComponent(organization)}`;
  return `${web}${owner}/settings/apps/new?state=${encodeURIComponent(state)}`;
}
