import type { Message } from "../../messages/message.ts";
import { fileProblem } from "../../messages/reasons/file-problems.ts";
import { describeMeetings } from "../../minutes/dates/describe-meetings.ts";
import type { Meeting } from "../../minutes/meeting.ts";
import type { MinutesChange } from "../input.ts";

/** Of one kind in one file. The longest minutes that we know have less than a tenth of it. */
export const MOST_FINDINGS = 1000;

const KINDS = {
  references: "mentions of issues",
  actions: "actions",
  decisions: "decisions",
  milestones: "mentions of milestones",
} as const;

/** Why a file's minutes are too much for one plan, null: they are not. */
function findExcess(meeting: Meeting): Message | null {
  for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
    const count = meeting[kind].length;
    if (count <= MOST_FINDINGS) continue;
    return fileProblem("file-excessive", { count, findings: KINDS[kind], limit: MOST_FINDINGS });
  }
  return null;
}

/**
 * The files, those with more findings than people write, or with several meetings, as ones that could not be read: they
 * are left as they were.
 */
export function refuseExcess(files: readonly MinutesChange[]): readonly MinutesChange[] {
  return files.map((file) => {
    const { meetings = [] } = file.meeting ?? {};
    const isExcessive = file.previous !== null && findExcess(file.previous) !== null;
    const previous = isExcessive ? null : file.previous;
    // Of one that was renamed, it tells what has to follow the name.
    const refused = { ...file, meeting: null, previous: file.previousPath === null ? null : previous };
    if (meetings.length > 1) return { ...refused, problem: describeMeetings(meetings) };
    const problem = file.meeting === null ? null : findExcess(file.meeting);
    if (problem === null) return previous === file.previous ? file : { ...file, previous };
    return { ...refused, problem };
  });
}
