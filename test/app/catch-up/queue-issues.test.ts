import { describe, expect, test } from "@jest/globals";
import { queueIssues } from "../../../src/app/catch-up/queue-issues.ts";
import { makeClient } from "../../../src/github/client.ts";
import type { OctokitLike } from "../../../src/github/client.ts";
import { GitHubError } from "../../../src/github/errors.ts";
import { gitHubMessage } from "../../../src/messages/github-errors.ts";
import type { Clients } from "../../../src/github/clients.ts";
import { createMemoryLedger } from "../../../src/ledger/memory-ledger.ts";
import { noLog } from "../../../src/pipeline/log.ts";
import { renderMarker } from "../../../src/plan/marker.ts";
import { createMemoryQueue } from "../../queue/memory-queue.ts";
import { issueMarker } from "../../plan/issue-marker.ts";

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 0, 5, 9);

/**
 * GitHub with the app on each of these repositories, and what it was asked.
 *
 * @param pages - How many pages of our issues each of them has, with the latest change first.
 */
function catchUpOn(
  targets: readonly string[],
  { pages = 1, isDown = (_target: string): boolean => false } = {},
) {
  const ledger = createMemoryLedger(() => 0);
  const asked: { readonly target: string; readonly page: number; readonly since: unknown }[] = [];
  const time = { hour: 0 };
  const date = () => new Date(START + time.hour * HOUR_MS).toUTCString();
  const octokit: OctokitLike = {
    graphql: async () => Promise.reject(new Error("no GraphQL")),
    async request(_route, { owner, repo, page = 1, since } = {}) {
      const target = `${owner}/${repo}`;
      asked.push({ target, page: Number(page), since });
      const issue = {
        number: Number(page),
        node_id: `I_${page}`,
        html_url: `https://github.com/${target}/issues/${page}`,
        body: renderMarker({
          ...issueMarker(`key-${page}`, "text"),
          repository: target,
          path: `${page}.md`,
        }),
        state: "closed",
        user: { login: "minutebook[bot]" },
      };
      const next = `<https://api.github.com/issues?page=${Number(page) + 1}>; rel="next"`;
      return { data: [issue], headers: { date: date(), ...(Number(page) < pages ? { link: next } : {}) } };
    },
  };
  const forJob = (): Clients => ({
    of: async (repository) => {
      if (isDown(repository)) {
        asked.push({ target: repository, page: 0, since: null });
        throw new GitHubError(gitHubMessage("query-failed", { answer: "down" }), {
          kind: "transient",
          status: 502,
        });
      }
      return { installed: true, client: makeClient(octokit), id: "1" };
    },
  });
  const queue = createMemoryQueue();
  const look = async (occasion: "hour" | "start" = "hour") => {
    asked.length = 0;
    const now = () => START + time.hour * HOUR_MS;
    const findOwnLogin = async () => "minutebook[bot]";
    const tools = { ledger, queue, clients: { forJob }, findOwnLogin, log: noLog, now };
    const queued = await queueIssues(tools, occasion);
    time.hour += 1;
    return { queued, asked: [...asked] };
  };
  const readAt = new Date(START).toISOString();
  const know = async (target: string) => {
    await ledger.rememberListing({ target, viewer: "minutebook[bot]", readAt });
    await ledger.saveLook(target, readAt);
  };
  const known = Promise.all(targets.map(know));
  return { look, known };
}

const many = (account: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${account}/app-${index}`);

describe("a look for issues that people closed", () => {
  test("asks for those of a hundred repositories of one account, and in turn for all", async () => {
    const { look, known } = catchUpOn([...many("acme", 250), "small/app"]);
    await known;
    const seen = new Set<string>();
    for (let hour = 0; hour < 3; hour++) {
      const { asked } = await look();
      expect(asked.filter(({ target }) => target.startsWith("acme/")).length).toBeLessThanOrEqual(100);
      expect(asked.filter(({ target }) => target === "small/app")).toHaveLength(1);
      for (const { target } of asked) seen.add(target);
    }

    expect(seen.size).toBe(251);
  });

  test("asks for those of a thousand repositories, whosever they are", async () => {
    const { look, known } = catchUpOn(Array.from({ length: 15 }, (_, index) => many(`a${index}`, 80)).flat());
    await known;
    const first = await look();
    const second = await look();

    expect(first.asked).toHaveLength(1000);
    expect(new Set([...first.asked, ...second.asked].map(({ target }) => target)).size).toBe(1200);
  });

  test("does not wait for those that GitHub never answers for", async () => {
    const { look, known } = catchUpOn(many("acme", 150), {
      isDown: (target) => Number(target.slice("acme/app-".length)) < 100,
    });
    await known;
    const first = await look();
    const second = await look();

    const reached = new Set(
      [...first.asked, ...second.asked].filter(({ page }) => page > 0).map(({ target }) => target),
    );
    expect(reached.size).toBe(50);
  });

  test("continues the next time where one repository has more than ten pages of them", async () => {
    const { look, known } = catchUpOn(["acme/app"], { pages: 23 });
    await known;
    const first = await look();
    const second = await look();
    const third = await look();
    const fourth = await look();

    const pagesOf = ({ asked }: typeof first) => asked.map(({ page }) => page);
    expect(pagesOf(first)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    // A page is read again, in case an issue was deleted meanwhile.
    expect(pagesOf(second)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(pagesOf(third)).toEqual([19, 20, 21, 22, 23]);
    expect([first, second, third].map(({ queued }) => queued)).toEqual([10, 10, 5]);
    const overlap = 5 * 60 * 1000;
    const since = (hour: number) => new Date(START + hour * HOUR_MS - overlap).toISOString();
    for (const { asked } of [first, second, third]) for (const one of asked) expect(one.since).toBe(since(0));
    // What changed after the first of them began.
    expect(fourth.asked[0]).toEqual({ target: "acme/app", page: 1, since: since(0) });
  });
});
