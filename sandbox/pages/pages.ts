import type { Exchange, Reply } from "../http/exchange.ts";
import type { Delivery } from "../webhooks/delivery.ts";
import type { CheckRun } from "../world/entities.ts";
import { fullName } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { avatarSvg } from "./avatar.ts";
import { checkRunAt, checkRunPage, checkRunsPage } from "./check-run.ts";
import { filePage, rawFile, repositoryPage } from "./code.ts";
import { commitPage, commitsPage, comparePage } from "./commits.ts";
import { editableAt, editPage, pushedPage, pushedUrl } from "./edit.ts";
import { accountPage, homePage } from "./home.ts";
import { html } from "./html.ts";
import { layout, type PageAnswer, type PageCall } from "./layout.ts";
import { labelPage, labelsPage, milestonePage, milestonesPage, threadsPage } from "./lists.ts";
import { agreeToApp, installPage, newAppPage } from "./settings.ts";
import { deliveriesPage } from "./deliveries.ts";
import { SCRIPT, STYLE } from "./style.ts";
import { threadPage } from "./thread.ts";

const REPO = "/(?<owner>[^/]+)/(?<repo>[^/]+)";

/** Every page, by its address. The first that fits answers. */
const PAGES: readonly (readonly [address: RegExp, page: (call: PageCall) => PageAnswer])[] = [
  [/^\/$/, homePage],
  [/^\/apps\/(?<app>[^/]+)$/, accountPage],
  [/^\/apps\/(?<app>[^/]+)\/installations\/new$/, installPage],
  [/^\/(?<owner>[^/]+)$/, accountPage],
  [new RegExp(`^${REPO}/?$`), repositoryPage],
  [new RegExp(`^${REPO}/(?:blob|tree)/(?<rest>.+)$`), filePage],
  [new RegExp(`^${REPO}/edit/(?<rest>.+)$`), editPage],
  [new RegExp(`^${REPO}/pushed/(?<rest>[^/]+)$`), pushedPage],
  [new RegExp(`^${REPO}/commits(?:/(?<rest>.+))?$`), commitsPage],
  [new RegExp(`^${REPO}/commit/(?<rest>[^/]+)$`), commitPage],
  [new RegExp(`^${REPO}/compare/(?<rest>.+)$`), comparePage],
  [new RegExp(`^${REPO}/(?<list>issues|pulls|discussions)$`), threadsPage],
  [new RegExp(`^${REPO}/(?:issues|pull|discussions)/(?<number>\\d+)$`), threadPage],
  [new RegExp(`^${REPO}/milestones$`), milestonesPage],
  [new RegExp(`^${REPO}/milestone/(?<number>\\d+)$`), milestonePage],
  [new RegExp(`^${REPO}/labels$`), labelsPage],
  [new RegExp(`^${REPO}/labels/(?<rest>[^/]+)$`), labelPage],
  [new RegExp(`^${REPO}/runs$`), checkRunsPage],
  [new RegExp(`^${REPO}/runs/(?<number>\\d+)$`), checkRunPage],
];

const INSTALL = /^\/apps\/[^/]+\/installations\/new$/;
const RAW = new RegExp(`^${REPO}/raw/(?<rest>.+)$`);
const EDIT = new RegExp(`^${REPO}/edit/(?<rest>.+)$`);
const BUTTON = new RegExp(`^${REPO}/runs/(?<number>\\d+)/actions/(?<identifier>[^/]+)$`);

/**
 * What the world's texts may do in a browser: nothing. Only the sandbox's own style, script and pictures are loaded.
 */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; form-action 'self' http://localhost:* http://127.0.0.1:*; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

function reply(status: number, type: string, body: string | Buffer): Reply {
  return { status, headers: { ...HEADERS, "content-type": `${type}; charset=utf-8` }, body };
}

function decode(groups: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [
      name,
      value === undefined ? value : decodeURIComponent(value),
    ]),
  );
}

function toReply(world: World, answer: PageAnswer): Reply {
  if (answer === null) return reply(404, "text/plain", "Not found");
  if ("location" in answer) return { status: 302, headers: { location: answer.location }, body: "" };
  return reply(answer.status ?? 200, "text/html", layout(world, answer));
}

function answerPage(world: World, url: URL): Reply {
  for (const [address, page] of PAGES) {
    const groups = address.exec(url.pathname);
    if (groups === null) continue;
    const answer = page({ world, at: decode(groups.groups ?? {}), url });
    if (answer === null) break;
    return toReply(world, answer);
  }
  const body = html`<h1>404</h1><p>The sandbox has nothing at <code>${url.pathname}</code>.</p>`;
  return reply(404, "text/html", layout(world, { title: "Not found", body }));
}

/** What pages can bring about. */
export interface PageActs {
  press(run: CheckRun, identifier: string): Promise<unknown>;
  install(login: string): Promise<unknown>;
  /** Commits files to the default branch and pushes. Resolves to the commit's hash. */
  push(name: string, files: Readonly<Record<string, string>>, options: { message: string }): Promise<string>;
  readonly deliveries: readonly Delivery[];
  redeliver(delivery: Delivery): Promise<unknown>;
}

const seeOther = (location: string): Reply => ({ status: 303, headers: { ...HEADERS, location }, body: "" });

/** Answers a form that was sent; null: there is no such form. */
async function answerForm(
  world: World,
  acts: PageActs,
  url: URL,
  form: URLSearchParams,
): Promise<Reply | null> {
  const call = { world, at: {}, url };
  const path = url.pathname;
  if (/^(\/organizations\/[^/]+)?\/settings\/apps\/new$/.test(path))
    return toReply(world, newAppPage(call, form));
  if (path === "/settings/apps") return toReply(world, agreeToApp(call, form));
  const owner = url.searchParams.get("owner");
  if (owner !== null && INSTALL.test(path)) {
    await acts.install(owner);
    return seeOther(path);
  }
  const id = /^\/_sandbox\/deliveries\/(\d+)$/.exec(path)?.[1];
  const delivery = acts.deliveries.find((one) => one.id === Number(id));
  if (delivery !== undefined) {
    await acts.redeliver(delivery);
    return seeOther("/_sandbox/deliveries");
  }
  const edit = EDIT.exec(path)?.groups;
  const file = edit === undefined ? null : editableAt({ world, at: decode(edit), url });
  if (file !== null) {
    const text = (form.get("text") ?? "").replace(/\r\n?/g, "\n");
    const message = form.get("message") || `Edit ${file.path}`;
    const sha = await acts.push(fullName(file.repository), { [file.path]: text }, { message });
    return seeOther(pushedUrl(world, file.repository, sha));
  }
  const button = BUTTON.exec(path)?.groups;
  const run = button === undefined ? undefined : checkRunAt({ world, at: decode(button), url });
  if (run === undefined) return null;
  await acts.press(run, decodeURIComponent(button?.identifier ?? ""));
  return seeOther(path.replace(/\/actions\/.*$/s, ""));
}

/** Files that are no pages: the look, the script, pictures and what people committed, as it is. */
function answerFile(world: World, url: URL): Reply | null {
  if (url.pathname === "/_sandbox/style.css") return reply(200, "text/css", STYLE);
  if (url.pathname === "/_sandbox/lines.js") return reply(200, "text/javascript", SCRIPT);
  const avatar = /^\/avatars\/(?<login>[^/]+)\.svg$/.exec(url.pathname)?.groups?.login;
  if (avatar !== undefined) return reply(200, "image/svg+xml", avatarSvg(decodeURIComponent(avatar)));
  const raw = RAW.exec(url.pathname)?.groups;
  const data = raw === undefined ? null : rawFile({ world, at: decode(raw), url });
  if (data === null) return null;
  const image = /\.(png|jpe?g|gif|webp)$/i.exec(url.pathname)?.[1]?.toLowerCase().replace("jpg", "jpeg");
  return reply(200, image === undefined ? "text/plain" : `image/${image}`, data);
}

/** Answers a request for a page. */
export async function answerPages(
  world: World,
  acts: PageActs,
  { request, url, text, record }: Exchange,
): Promise<Reply> {
  record.operation = "page";
  if (request.method === "POST") {
    // Only the page that registers an app is on another site: the app's own.
    const site = request.headers["sec-fetch-site"];
    if (site === "cross-site" && !/\/settings\/apps\/new$/.test(url.pathname))
      return reply(403, "text/plain", "This form belongs to another site.");
    const done = await answerForm(world, acts, url, new URLSearchParams(text));
    if (done !== null) return done;
  }
  if (url.pathname === "/_sandbox/deliveries") {
    return toReply(world, deliveriesPage({ world, at: {}, url }, acts.deliveries));
  }
  return answerFile(world, url) ?? answerPage(world, url);
}
