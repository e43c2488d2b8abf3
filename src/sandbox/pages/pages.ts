import type { Exchange, Reply } from "../http/exchange.ts";
import type { CheckRun } from "../world/entities.ts";
import type { World } from "../world/world.ts";
import { avatarSvg } from "./avatar.ts";
import { checkRunAt, checkRunPage, checkRunsPage } from "./check-run.ts";
import { filePage, rawFile, repositoryPage } from "./code.ts";
import { commitPage, commitsPage, comparePage } from "./commits.ts";
import { accountPage, homePage } from "./home.ts";
import { html } from "./html.ts";
import { layout, type PageAnswer, type PageCall } from "./layout.ts";
import { labelPage, labelsPage, milestonePage, milestonesPage, threadsPage } from "./lists.ts";
import { SCRIPT, STYLE } from "./style.ts";
import { threadPage } from "./thread.ts";

const REPO = "/(?<owner>[^/]+)/(?<repo>[^/]+)";

/** Every page, by its address. The first that fits answers. */
const PAGES: readonly (readonly [address: RegExp, page: (call: PageCall) => PageAnswer])[] = [
  [/^\/$/, homePage],
  [/^\/apps\/(?<app>[^/]+)$/, accountPage],
  [/^\/(?<owner>[^/]+)$/, accountPage],
  [new RegExp(`^${REPO}/?$`), repositoryPage],
  [new RegExp(`^${REPO}/(?:blob|tree)/(?<rest>.+)$`), filePage],
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

const RAW = new RegExp(`^${REPO}/raw/(?<rest>.+)$`);
const BUTTON = new RegExp(`^${REPO}/runs/(?<number>\\d+)/actions/(?<identifier>[^/]+)$`);

/** What the world's texts may do in a browser: nothing. Only the sandbox's own style, script and pictures are loaded. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
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

function answerPage(world: World, url: URL): Reply {
  for (const [address, page] of PAGES) {
    const groups = address.exec(url.pathname);
    if (groups === null) continue;
    const answer = page({ world, at: decode(groups.groups ?? {}), url });
    if (answer === null) break;
    if ("location" in answer) return { status: 302, headers: { location: answer.location }, body: "" };
    return reply(answer.status ?? 200, "text/html", layout(world, answer));
  }
  const body = html`<h1>404</h1><p>The sandbox has nothing at <code>${url.pathname}</code>.</p>`;
  return reply(404, "text/html", layout(world, { title: "Not found", body }));
}

/** Answers a request for a page. `press` is called when somebody presses a check run's button. */
export async function answerPages(
  world: World,
  press: (run: CheckRun, identifier: string) => Promise<void>,
  { request, url, record }: Exchange,
): Promise<Reply> {
  record.operation = "page";
  if (url.pathname === "/_sandbox/style.css") return reply(200, "text/css", STYLE);
  if (url.pathname === "/_sandbox/lines.js") return reply(200, "text/javascript", SCRIPT);
  const avatar = /^\/avatars\/(?<login>[^/]+)\.svg$/.exec(url.pathname)?.groups?.login;
  if (avatar !== undefined) return reply(200, "image/svg+xml", avatarSvg(decodeURIComponent(avatar)));
  const button = BUTTON.exec(url.pathname)?.groups;
  if (button !== undefined && request.method === "POST") {
    const run = checkRunAt({ world, at: decode(button), url });
    if (run === undefined) return answerPage(world, url);
    await press(run, decodeURIComponent(button.identifier ?? ""));
    return { status: 303, headers: { location: url.pathname.replace(/\/actions\/.*$/, "") }, body: "" };
  }
  const raw = RAW.exec(url.pathname)?.groups;
  const data = raw === undefined ? null : rawFile({ world, at: decode(raw), url });
  if (data === null) return answerPage(world, url);
  const image = /\.(png|jpe?g|gif|webp)$/i.exec(url.pathname)?.[1]?.toLowerCase().replace("jpg", "jpeg");
  return reply(200, image === undefined ? "text/plain" : `image/${image}`, data);
}
