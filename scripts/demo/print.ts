import { toString as textOf } from "mdast-util-to-string";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { CheckRun, Issue, Milestone, Thread } from "../../sandbox/world/entities.ts";
import { checkRunUrl, commentUrl, milestoneUrl, threadUrl } from "../../sandbox/world/links.ts";
import { fullName, type Repository } from "../../sandbox/world/repository.ts";
import { printable } from "../../src/plan/media/terminal.ts";
import type { Colors } from "../../src/cli/io.ts";

/** What is on the sandbox by the app's hand: comments, issues and milestone notes, each with its address. */
export function describeWorld({ world, state }: Sandbox, colors: Colors): string {
  return world
    .repositories()
    .map((repository) => describeRepository(repository))
    .filter((text) => text !== "")
    .join("\n");

  function describeRepository(repository: Repository): string {
    const threads = [...repository.threads.values()].sort((one, other) => one.number - other.number);
    const parts = [
      ...threads.flatMap(describeComments),
      ...threads.filter(isOurs).map((thread) => describeIssue(thread)),
      ...[...repository.milestones.values()].flatMap(describeNote),
    ];
    return parts.length === 0
      ? ""
      : `${colors.bold(colors.inverse(` ${fullName(repository)} `))}\n\n${parts.join("\n")}`;
  }

  function describeComments(thread: Thread): string[] {
    const ours = thread.comments.filter(({ author }) => author?.__typename === "Bot");
    return ours.map((comment) =>
      item(`Comment on #${thread.number} ${thread.title}`, commentUrl(state, comment), comment.body),
    );
  }

  function describeIssue(issue: Issue): string {
    const facts = [
      issue.state,
      ...issue.assignees.map(({ login }) => `@${login}`),
      ...issue.labels.map(({ name }) => name),
      ...(issue.milestone === null ? [] : [`milestone ${issue.milestone.title}`]),
    ];
    return item(
      `Issue #${issue.number} ${issue.title}`,
      threadUrl(state, issue),
      `(${facts.join(", ")})\n${issue.body}`,
    );
  }

  function describeNote(milestone: Milestone): string[] {
    const description = milestone.description ?? "";
    if (!description.includes("<!--")) return [];
    return [item(`Milestone ${milestone.title}`, milestoneUrl(state, milestone), description)];
  }

  function item(title: string, url: string, body: string): string {
    const lines = visible(body).map((line) => `  ${colors.dim("│")} ${line}`);
    return `${colors.bold(printable(title))}\n  ${colors.cyan(url)}\n${lines.join("\n")}\n`;
  }
}

function isOurs(thread: Thread): thread is Issue {
  return thread.__typename === "Issue" && thread.author?.__typename === "Bot";
}

/** Markdown without what a reader does not see. */
function visible(markdown: string): string[] {
  return markdown
    .replaceAll(/<!--.*?-->\n?/gs, "")
    .trim()
    .split("\n")
    .map((line) => line.replaceAll(/\p{Cc}/gu, ""));
}

/** What the app said about a push, with the address of the whole of it. */
export function describeCheckRun(run: CheckRun, { state }: Sandbox, colors: Colors): string {
  const said = printable(run.title ?? run.conclusion ?? run.status);
  return `  ${run.conclusion === "failure" ? colors.red(said) : said} ${colors.dim(checkRunUrl(state, run))}`;
}

/** How many things are named that are skipped for one reason. */
const MOST = 5;

/** What the app skipped on a push, by its reason, as the check run's table says. */
export function describeSkipped({ text }: CheckRun, colors: Colors): readonly string[] {
  const tables = remark()
    .use(remarkGfm)
    .parse(text ?? "")
    .children.filter((node) => node.type === "table");
  const rows = tables.flatMap((table) =>
    table.children.map(({ children }) => children.map((cell) => textOf(cell).replaceAll("\u200B", ""))),
  );
  const skipped = rows.filter(([step]) => step === "skipped");
  return [...Map.groupBy(skipped, ([, , , why = ""]) => why)].map(([why, same]) => {
    const names = same.slice(0, MOST).map(([, what = ""]) => what);
    const more = same.length > MOST ? ` and ${same.length - MOST} more` : "";
    return `  ${colors.yellow("skipped")} ${printable(`${names.join(", ")}${more}: ${why}`)}`;
  });
}
