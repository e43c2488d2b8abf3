import { readChatLine } from "../../minutes/markdown/chat-line.ts";
import { isMachinery } from "../../minutes/markdown/chat-log.ts";

/** A line of Markdown, and the line of the minutes that it comes from. */
export interface LogLine {
  readonly line: number;
  readonly markdown: string;
}

/**
 * Lines of a chat's log as a list in Markdown that keeps who said what: `10:01 <ada> hello` is `- **ada:** hello`. What
 * bots say and what is said to them is left out.
 *
 * @param first - The line of the first of them.
 */
export function logLines(source: string, first: number): readonly LogLine[] {
  return source.split(/\r\n|\r|\n/).flatMap((text, index) => {
    const said = readChatLine(text);
    if (said === null || isMachinery(said)) return [];
    const nick = said.nick.replaceAll(/[!-/:-@[-`{-~]/g, "\\$&");
    return [{ line: first + index, markdown: `- **${nick}:** ${said.text.trim()}` }];
  });
}
