import type { LineRange } from "../meeting.ts";
import { readChatLine } from "../markdown/chat-line.ts";
import { readMark } from "./marks.ts";

/**
 * What the machinery of a chat keeps out of its log, and so out of everything that is made of it:
 *
 * | habit | example | what is kept |
 * | --- | --- | --- |
 * | what somebody does | `* ada waves`, `<ada> /me waves` | the line |
 * | the logger is paused | `RRSAgent, stop` … `RRSAgent, start` | the lines between |
 * | the log's readers | `RRSAgent, make logs member`, `#restrictlogs` | the whole log, unless it is made public later |
 */
const PAUSE = /^rrsagent, (?:please |pls )?(?:silence|stop|off|nolisten)\b/i;
const GO_ON = /^rrsagent, (?:please |pls )?(?:on|hello|log|listen|record|start|begin)\b/i;
const READERS =
  /^rrsagent, (?:please |pls )?(?:set|make) (?:the |these )?(?:logs?|records?|minutes) (world|public|[a-z]+)/i;

/**
 * The private lines of a chat's log, those of programs too, of which nothing else is read. null: all of it.
 *
 * @param own - A team's words for what is private, in lower case.
 */
export function privateLogLines(
  lines: readonly string[],
  own: readonly string[],
): readonly LineRange[] | null {
  const parts: LineRange[] = [];
  let paused: number | null = null;
  let isRestricted = false;
  for (const [index, text] of lines.entries()) {
    const said = readChatLine(text);
    const line = index + 1;
    if (said?.isDeed === true || isMarked(said?.text ?? text, own)) parts.push({ line, endLine: line });
    if (said === null) continue;
    const readers = READERS.exec(said.text)?.[1]?.toLowerCase();
    if (readers !== undefined) isRestricted = readers !== "world" && readers !== "public";
    if (/^#restrictlogs\b/i.test(said.text)) isRestricted = true;
    if (PAUSE.test(said.text)) paused ??= line;
    else if (paused !== null && GO_ON.test(said.text)) {
      parts.push({ line: paused, endLine: line });
      paused = null;
    }
  }
  if (paused !== null) parts.push({ line: paused, endLine: lines.length });
  return isRestricted ? null : parts;
}

const isMarked = (text: string, own: readonly string[]): boolean =>
  readMark({ kind: "paragraph", text, plain: text, spans: [] }, own).isPrivate;
