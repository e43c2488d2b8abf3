import { configFor } from "../../config/series.ts";
import { locateMarker } from "../marker.ts";
import type { MinutesChange } from "../input.ts";
import { pathsOf, type Planning, type ReadFile } from "../planning.ts";
import { safeTemplate } from "../quote/safe-template.ts";
import type { ActionIssueState, KnownRepository } from "../snapshot.ts";
import { DEFAULT_TEMPLATES } from "../template.ts";
import { markedText } from "./marked-text.ts";
import { withoutLink } from "./own-link.ts";
import { asWordedNow } from "./earlier-words.ts";
import type { IssueRecord } from "./records.ts";
import { findRegion, isTorn } from "./region.ts";
import { renderAlso } from "./render-also.ts";
import { renderAction, renderWhat } from "./render-issue.ts";
import { type FileAction, fileActions } from "./file-actions.ts";
import { wantedOf } from "./wanted.ts";

/** An issue's text where people removed the end of Minutebook's section. */
export interface Torn {
  /** Without what we are known to have written and nothing marks as ours any more. */
  readonly body: string;
  /** Nobody can tell all of our words from people's, and so they stay. */
  readonly isLeft: boolean;
}

/**
 * An issue's text without Minutebook's words that nothing marks any more: the next section would come below them, and
 * they would be treated as people's. Where the section ends with the paragraph that we always write last, that is its
 * end; else each line goes that is as we wrote it.
 */
export function withoutTornWords(record: IssueRecord, state: KnownRepository, planning: Planning): Torn {
  const body = record.existing?.body ?? "";
  const place = locateMarker(body);
  if (place === null || !isTorn(body)) return { body, isLeft: false };
  const template =
    configFor(planning.input.config, record.homePath).actions.template ?? DEFAULT_TEMPLATES.issue;
  if (findRegion(body) !== null) return { body, isLeft: !template.trimEnd().endsWith("{{footer}}") };
  const written = writtenLines(record, state, planning);
  if (written === null) return { body, isLeft: true };
  const lines = body.slice(place.end).split("\n");
  const isOurs = (line: string | undefined): boolean => written.has(comparable(line ?? ""));
  const left = lines.filter(
    (line, index) => !isOurs(line) && !(line.trim() === "" && isOurs(lines[index - 1])),
  );
  return { body: `${body.slice(0, place.end)}${left.join("\n")}`, isLeft: false };
}

/** What we wrote, as far as the minutes as they were before say it. null: nobody knows what they said. */
function writtenLines(
  { existing, marker, homePath }: IssueRecord,
  state: KnownRepository,
  planning: Planning,
): ReadonlySet<string> | null {
  const file = planning.files.find((one) => pathsOf(one).includes(homePath));
  const previous = file === undefined ? null : asBefore(file);
  if (previous === null || marker === null) return null;
  const { config, repository } = planning.input;
  const fileAction = fileActions(previous, config)
    .map((one) => ({ ...one, action: { ...one.action, text: textOf(one, existing) } }))
    .find(({ action }) => markedText(action) === marker.text);
  if (fileAction === undefined) return null;
  const { base } = planning;
  const template = configFor(config, homePath).actions.template ?? DEFAULT_TEMPLATES.issue;
  const safe = safeTemplate(template, state, { base, minutes: repository });
  const main = renderAction(fileAction, wantedOf(fileAction, state, planning), state, base, safe).split("\n");
  const also = renderAlso(marker.also.map(({ note }) => note)).split("\n");
  return new Set(
    [...main, renderWhat(fileAction.action), ...also].map(comparable).filter((line) => line !== ""),
  );
}

/** Without the link to its own issue. */
function textOf({ action }: FileAction, existing: ActionIssueState | null): string {
  return existing === null ? action.text : withoutLink(action.text, existing.number);
}

function asBefore(file: MinutesChange): ReadFile | null {
  return file.previous === null ? null : { ...file, meeting: file.previous };
}

/** A line, whichever commit and line of the minutes it links, and whichever version wrote it. */
function comparable(line: string): string {
  return asWordedNow(line.trim())
    .replace(/\/blob\/[0-9a-f]{40}\//g, "/blob/")
    .replace(/#L\d{1,9}(?:-L\d{1,9})?/g, "");
}
