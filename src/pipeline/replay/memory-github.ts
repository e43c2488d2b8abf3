import { isSameName } from "../../minutes/repository-name.ts";
import type { Config } from "../../config/config.ts";
import type { FileName, FileReading, GitHub, Head } from "../../github/port.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import { MemoryRepository, type Write } from "./memory-store.ts";
import { snapshotOf, VIEWER } from "./memory-snapshot.ts";
import { MemoryWriter } from "./memory-writer.ts";

export interface MemoryGitHubOptions {
  readonly head: Head;
  readonly config: Config;
  /** The minutes at the head, by their paths. */
  readonly files: ReadonlyMap<string, string>;
  /** Called with each change, after it was made. */
  readonly onWrite: (write: Write) => void;
}

/**
 * A GitHub in memory for replays: every issue that is mentioned exists and is open, every repository has agreed,
 * everybody can be assigned, and nobody but Minutebook writes. Milestones are those of the configuration.
 */
export function createMemoryGitHub({ head, config, files, onWrite }: MemoryGitHubOptions): GitHub {
  const webUrl = head.url.slice(0, -`/${head.name}`.length);
  const repositories = new Map<string, MemoryRepository>();
  const at = (name: RepositoryName): MemoryRepository => {
    const known = repositories.get(name.toLowerCase());
    if (known !== undefined) return known;
    const isMain = isSameName(name, config.repository ?? head.name);
    const made = new MemoryRepository(name, webUrl, isMain ? config.milestones : []);
    repositories.set(name.toLowerCase(), made);
    return made;
  };
  const read = ({ path, commit }: FileName): FileReading => ({
    path,
    commit,
    text: files.get(path) ?? null,
    problem: null,
  });
  const writer = new MemoryWriter(at, onWrite);

  return {
    readHead: async () => head,
    readTip: async () => head.commit,
    readChanges: async () => ({
      files: [...files.keys()].map((path) => ({ path, previousPath: null, status: "added" })),
      before: "none",
    }),
    readBranchChanges: async () => ({ files: [], mergeBase: head.commit ?? "" }),
    readFiles: async (_repository, wanted) => wanted.map(read),
    readFileByTree: async (_repository, wanted) => read(wanted),
    readContents: async (_repository, wanted, { targets }) => ({
      files: wanted.map(read),
      milestones: Object.fromEntries(targets.map((name) => [name, at(name).milestones])),
      open: Object.fromEntries(targets.map((name) => [name, { name, id: null, visibility: "public" }])),
    }),
    readMilestones: async (names) => Object.fromEntries(names.map((name) => [name, at(name).milestones])),
    readSnapshot: async (request) => snapshotOf(request, { webUrl, minutes: head.name, at }),

    createComment: async (target, body) => writer.createComment(target, body),
    updateComment: async (target, id, body) => writer.updateComment(target, id, body),
    deleteComment: async (target, id) => writer.deleteComment(target, id),
    createIssue: async (issue) => writer.createIssue(issue),
    readIssue: async (repository, number) => writer.readIssue(repository, number),
    readIssues: async (repository, numbers) =>
      numbers
        .filter((number) => at(repository).issues.has(number))
        .map((number) => writer.readIssue(repository, number)),
    updateIssue: async (repository, number, change) => writer.updateIssue(repository, number, change),
    createMilestone: async (milestone) => writer.writeMilestone(null, milestone),
    updateMilestone: async (number, milestone) => writer.writeMilestone(number, milestone),
    assignMilestone: async (repository, number, milestone) =>
      writer.assignMilestone(repository, number, milestone),
    createLabel: async ({ repository, name }) => writer.createLabel(repository, name),
    removeLabel: async (repository, number, label) => writer.removeLabel(repository, number, label),
    writeCheckRun: async () => ({ id: 0, number: null, url: head.url }),

    propose: async () => null,
    withdraw: async () => undefined,
    readViewer: async () => VIEWER,
    readPull: async () => ({ commit: head.commit ?? "" }),
    listCheckRuns: async () => [],
    mayWrite: async () => true,
    react: async () => undefined,
    hideComment: async () => undefined,
    findComments: async (targets) => targets.flatMap((target) => writer.findComments(target)),
    findIssues: async (repository) => writer.findIssues(repository),
  };
}
