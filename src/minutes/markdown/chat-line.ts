/** One line of a chat's log. */
export interface ChatLine {
  readonly nick: string;
  readonly text: string;
  /** The day in its time stamp, `2021-03-02`; null: none. */
  readonly day: string | null;
  /** What somebody does (`/me`) instead of saying it. */
  readonly isDeed: boolean;
}

const STAMP =
  /^\s*(?:\[?(?:(\d{4}-\d{2}-\d{2})[ T])?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?(?: ?[AP]M)?\]?\s+)?/;
const SAID = /^<[ @+%&~]?([^<>\s]{1,40})>\s?(.*)$/;
const DONE = /^\* ([^\s*]{1,40}) (.*)$/;
const BOT = new RegExp(
  "bot$|^(?:zakim|rrsagent|tracker|agendabot|gitbot|github(?:-bot)?|ghurlbot|ubottu|meetingology|" +
    "services|chanserv|nickserv|limnoria|supybot)$|^(?:meet|mee?t|zod|open|collab)bot",
  "i",
);

/**
 * Reads a line of an IRC log: `15:02 <ada> hello`, `[15:02:10] <@ada> hello`, `2021-03-02T15:02:10 <ada> hello`,
 * `* ada nods`.
 *
 * @returns null for a line of another kind (joins, the server's notices).
 */
export function readChatLine(line: string): ChatLine | null {
  const stamp = STAMP.exec(line);
  const rest = line.slice(stamp?.[0].length ?? 0);
  const said = SAID.exec(rest);
  const match = said ?? (stamp?.[0].trim() === "" ? null : DONE.exec(rest));
  if (match === null) return null;
  const text = match[2] ?? "";
  const isDeed = said === null || /^\/me(?: |$)/i.test(text);
  return { nick: match[1] ?? "", text, day: stamp?.[1] ?? null, isDeed };
}

/** Whether a nick is a program's. */
export function isBot(nick: string): boolean {
  return BOT.test(nick);
}

/** How many of the first lines with text are looked at, and how many of them must be a chat's. */
const LOOKED_AT = 40;

/** Whether a plain text is the log of a chat. */
export function isChatLog(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== "").slice(0, LOOKED_AT);
  const said = filled.filter((line) => readChatLine(line) !== null);
  return said.length >= 2 && said.length * 2 >= filled.length;
}
