import { endRun } from "../../language/text/trim.ts";
import type { RepositoryName } from "../../minutes/meeting.ts";
import { countMentions } from "./count-mentions.ts";
import { folderOf } from "./guess-globs.ts";
import type { FoundMeeting } from "./project-minutes.ts";
import { isSameName, partsOf } from "../../minutes/repository-name.ts";

/** Meetings of another kind: they are about another repository than the rest. */
export interface SeriesGuess {
  readonly minutes: string;
  readonly repository: RepositoryName;
  /** The minutes that it is about. */
  readonly paths: ReadonlySet<string>;
}

/** Fewer mentions than these may be chance. */
const LEAST_MENTIONS = 3;

/** As much of a kind's mentions have to be of one repository. */
const LEAST_SHARE = 1 / 2;

/**
 * Finds series: kinds of minutes, by a word in their file names or by their folder, that are mostly about a repository
 * which the rest is not about.
 *
 * @param findMain - The repository that some minutes are about; null: nobody knows.
 */
export function guessSeries(
  found: readonly FoundMeeting[],
  findMain: (some: readonly FoundMeeting[]) => RepositoryName | null,
): readonly SeriesGuess[] {
  const series: SeriesGuess[] = [];
  for (const [minutes, kind] of [...kindsByWord(found), ...kindsByFolder(found)]) {
    const paths = new Set(kind.map(({ meeting }) => meeting.path));
    const rest = found.filter(({ meeting }) => !paths.has(meeting.path));
    if (
      rest.length === 0 ||
      series.some(({ paths: taken }) => kind.some((one) => taken.has(one.meeting.path)))
    ) {
      continue;
    }
    const counts = countMentions(kind);
    const repository = findMain(kind);
    const isClear =
      repository !== null && counts.of(repository) >= Math.max(LEAST_MENTIONS, counts.total * LEAST_SHARE);
    if (isClear && !isSameName(repository, findMain(rest))) series.push({ minutes, repository, paths });
  }
  return series;
}

/** `docs`, of `2021-03-04-docs`. */
function wordAtEnd(path: string): string | undefined {
  const run = endRun(path, /[\w.]/);
  const text = `${path[path.length - run.length - 1] ?? ""}${run}`;
  const before = text.search(/[\d_-][a-z]/i);
  return before === -1 ? undefined : text.slice(before + 1);
}

/** By a word at the end of their names that is a repository's: `2021-03-04-docs.md`. */
function kindsByWord(found: readonly FoundMeeting[]): Map<string, FoundMeeting[]> {
  const names = new Set(countMentions(found).ranked.map((name) => letters(partsOf(name).repo)));
  const wordOf = ({ meeting }: FoundMeeting): string | undefined =>
    wordAtEnd(meeting.path.replace(/\.(?:md|markdown)$/i, ""));
  const named = found.filter((one) => names.has(letters(wordOf(one) ?? "")));
  return Map.groupBy(named, (one) => `**/*-${wordOf(one)}.md`);
}

/** By the folders that they are in, where there are several. */
function kindsByFolder(found: readonly FoundMeeting[]): Map<string, FoundMeeting[]> {
  const kinds = Map.groupBy(found, ({ meeting }) => `${folderOf(meeting.path)}/**/*.md`);
  kinds.delete("/**/*.md");
  return kinds.size > 1 ? kinds : new Map();
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
