import { meetingCalled } from "../text/meeting-called.ts";
import type { PhrasingContent, RootContent } from "mdast";
import type { Decision, MilestoneMention } from "../../minutes/meeting.ts";
import { contextOf } from "../comments/decision-context.ts";
import { hashText } from "../hash.ts";
import type { MinutesChange } from "../input.ts";
import { lineLink, type LinkBase, neutralBase } from "../links.ts";
import type { Planning, ReadFile } from "../planning.ts";
import { link, paragraph, strong, text } from "../quote/build.ts";
import { printGfm } from "../quote/markdown.ts";
import type { QuoteContext } from "../quote/context.ts";
import { issueLinks } from "../quote/issue-links.ts";
import { neutralWords } from "../quote/neutral-text.ts";
import { longDate } from "../text/dates.ts";
import { decisionText } from "../text/decision-text.ts";
import { isSameTitle } from "./find-milestone.ts";
import { type BlockEntry, findEntries } from "./block.ts";

const MAX_DECISIONS = 5;

/** The entry in a milestone's block for a meeting that mentioned it. */
export function entryOf(
  file: ReadFile,
  mentions: readonly [MilestoneMention, ...MilestoneMention[]],
  planning: Planning,
): BlockEntry {
  return {
    id: entryIds(file.path, planning)[0],
    date: file.meeting.date ?? "",
    hash: hashText(renderEntry(file, mentions, neutralBase(planning.base))),
    first: planning.input.commit,
    markdown: renderEntry(file, mentions, planning.base),
  };
}

/**
 * The ids that an entry may have; first by GitHub's id of the repository where it is known, which outlives a rename.
 */
export function entryIds(path: string, { input: { repository } }: Planning): readonly [string, ...string[]] {
  const byName = `${repository.name.toLowerCase()}:${path}`;
  return typeof repository.id === "string" ? [`${repository.id}:${path}`, byName] : [byName];
}

/** Of minutes that moved, each id that their entry may have had, with the one that it has now. */
export function movedIds(
  { path, previousPath }: Pick<MinutesChange, "path" | "previousPath">,
  planning: Planning,
): readonly (readonly [earlier: string, now: string])[] {
  const [now] = entryIds(path, planning);
  return entryIds(previousPath ?? path, planning).map((earlier) => [earlier, now] as const);
}

/** The paths of these minutes' entries in a description. */
export function pathsOfEntries(
  description: string,
  { name, id }: { readonly name: string; readonly id?: string | null },
): readonly string[] {
  return findEntries(description).flatMap((entry) => pathOfEntry(entry.id, { name, id }) ?? []);
}

/** The path of the minutes in an entry's id. null: it is of other minutes. */
export function pathOfEntry(
  entry: string,
  { name, id }: { readonly name: string; readonly id?: string | null | undefined },
): string | null {
  const prefixes = [`${name.toLowerCase()}:`, ...(id == null ? [] : [`${id}:`])];
  const prefix = prefixes.find((one) => entry.startsWith(one));
  return prefix === undefined ? null : entry.slice(prefix.length);
}

function renderEntry(
  { meeting }: ReadFile,
  [first, ...others]: readonly [MilestoneMention, ...MilestoneMention[]],
  base: LinkBase,
): string {
  const head: PhrasingContent[] =
    meeting.date === null ? [] : [strong(text(longDate(meeting.date))), text(": ")];
  head.push(link(lineLink(base, meeting.path, first.line), words(meetingCalled(meeting, base))));
  const decisions = meeting.decisions.filter((decision) => isAbout(decision, [first, ...others]));
  const items = decisions
    .slice(0, MAX_DECISIONS)
    .map((decision) => decisionNode(decision, { ...meeting, base, target: first.repository }));
  const list: RootContent[] =
    items.length === 0
      ? []
      : [
          {
            type: "list",
            ordered: false,
            spread: false,
            children: items.map((item) => ({
              type: "listItem",
              spread: false,
              children: [paragraph(...item)],
            })),
          },
        ];
  const printed = printGfm(list);
  const below = printed === "" ? "" : `\n${printed.replace(/^/gm, "  ")}`;
  return `- ${printGfm([paragraph(...head)])}${below}`;
}

function decisionNode(decision: Decision, context: QuoteContext): PhrasingContent[] {
  const node = link(
    lineLink(context.base, context.path, decision.line, decision.endLine),
    words(decisionText(decision.text, 200)),
  );
  const issues = issueLinks(decision.about.references.slice(0, 5), context);
  const named = issues.length === 0 ? [] : [text(" ("), ...issues, text(")")];
  return [node, ...contextOf(decision), ...named];
}

function isAbout(decision: Decision, mentions: readonly MilestoneMention[]): boolean {
  if (!decision.explicit || decision.same !== null) return false;
  const titles = [
    ...decision.about.milestones,
    ...(decision.outcome === null ? [] : [decision.outcome.milestone]),
  ];
  return titles.some((title) => mentions.some((mention) => isSameTitle(mention.title, title)));
}

function words(value: string): PhrasingContent {
  return text(neutralWords(value));
}
