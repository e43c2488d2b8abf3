import { fileProblem } from "../../messages/reasons/file-problems.ts";
import type { Message } from "../../messages/message.ts";
import type { Meeting } from "../../minutes/meeting.ts";
import { hasSentence } from "../comments/statement.ts";
import type { MinutesChange } from "../input.ts";

/**
 * The files, agendas as ones that can't be read: nothing is posted for a meeting that hasn't taken place, and what was
 * posted for its file stays.
 *
 * @param today - null: not known, and no day is in the future.
 */
export function leaveAgendas(
  files: readonly MinutesChange[],
  today: string | null,
): readonly MinutesChange[] {
  return files.map((file) => {
    const problem = file.meeting === null ? null : findAgenda(file.meeting, today);
    if (problem === null) return file;
    return { ...file, meeting: null, previous: file.previousPath === null ? null : file.previous, problem };
  });
}

/** Whether a file's notice is that it is an agenda, which is no fault. */
export function isAgendaNotice(code: string): boolean {
  return code === "agenda-ahead" || code === "agenda";
}

/**
 * Whether minutes hold nothing but titles and links: no decision, no action, and no sentence about an issue or a
 * milestone. Nobody has to look at such a list, and it isn't noted anywhere.
 */
export function isBareList({ decisions, actions, references, milestones }: Meeting): boolean {
  if (decisions.length + actions.length > 0) return false;
  if (milestones.some(({ outcome }) => outcome !== null)) return false;
  return [...references, ...milestones].every(({ excerpt }) => !hasSentence(excerpt.markdown));
}

function findAgenda({ date, isAgenda = false }: Meeting, today: string | null): Message | null {
  if (date !== null && today !== null && date > today) return fileProblem("agenda-ahead", { date });
  return isAgenda ? fileProblem("agenda") : null;
}
