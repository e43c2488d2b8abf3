import type { Step } from "../../plan/plan.ts";
import type { FoundIssue, GitHub } from "../port.ts";

/** So old may an answer be, in milliseconds: people edit while many issues are written. */
const MAX_AGE_MS = 5_000;

/** So many are asked for at once. */
const MAX_ISSUES = 50;

/**
 * Reads issues right before they are changed: those of the next steps along with the first, at most a few seconds
 * old.
 */
export class IssuesNow {
  readonly #github: Pick<GitHub, "readIssue" | "readIssues">;
  readonly #now: () => number;
  /** Still to be changed: `owner/name` in lower case and number. */
  #next: readonly (readonly [repository: string, number: number])[];
  #read = { at: Number.NEGATIVE_INFINITY, issues: new Map<string, FoundIssue>() };

  /** @param now - Milliseconds of whatever clock. */
  constructor(github: Pick<GitHub, "readIssue" | "readIssues">, steps: readonly Step[], now: () => number) {
    this.#github = github;
    this.#now = now;
    this.#next = steps.flatMap((step) => {
      const isChanged = ["update", "close", "reopen"].includes(step.action);
      const isOfIssue = step.kind === "issue" || step.kind === "assign-milestone";
      return isChanged && isOfIssue && step.number !== null
        ? [[step.repository.toLowerCase(), step.number] as const]
        : [];
    });
  }

  /** Each answer is given once: who asks again wants another. */
  async read(repository: string, number: number): Promise<FoundIssue> {
    const name = repository.toLowerCase();
    const key = `${name}#${number}`;
    const isFresh = this.#now() - this.#read.at < MAX_AGE_MS;
    if (!isFresh || !this.#read.issues.has(key)) await this.#readNext(repository, number);
    const issue = this.#read.issues.get(key);
    this.#read.issues.delete(key);
    this.#next = this.#next.filter(([other, its]) => other !== name || its !== number);
    // What became of one that is left out, REST says.
    return issue ?? this.#github.readIssue(repository, number);
  }

  async #readNext(repository: string, number: number): Promise<void> {
    const name = repository.toLowerCase();
    const others = this.#next.flatMap(([other, its]) => (other === name && its !== number ? its : []));
    const issues = await this.#github.readIssues(repository, [number, ...others].slice(0, MAX_ISSUES));
    this.#read = {
      at: this.#now(),
      issues: new Map(issues.map((issue) => [`${name}#${issue.number}`, issue])),
    };
  }
}
