import { BlockNode, plainInline } from "./block-node.ts";
import type { Blocks } from "./block-writer.ts";
import { type ChatLine, isBot, readChatLine } from "./chat-line.ts";
import { normalizeText } from "./inline.ts";
import type { LineRange } from "../meeting.ts";
import { own } from "../own.ts";
import type { Block } from "../page.ts";
import { trimBoth } from "../../language/text/trim.ts";

/**
 * What a line of a chat's log becomes:
 *
 * | habit | example | block |
 * | --- | --- | --- |
 * | MeetBot's and the W3C scribe's topics | `#topic Parser`, `Topic: Parser` | a heading |
 * | their titles | `#startmeeting Tea round`, `Meeting: Tea round` | the page's title |
 * | MeetBot's commands | `#action ada to look`, `#agreed ship it`, `#info …`, `#link …` | `ACTION: …`, `AGREED: …`,
 *   the words |
 * | who is here | `present+ ada, grace`, `#chair ada` | `Present: …` |
 * | the scribe for somebody | `<scribe> ada: hello` behind `scribe: scribe` | a line that `ada` says |
 * | what is taken back | `#undo` | nothing, as the command before it |
 * | the machinery | `q+`, `ack ada`, `s/teh/the/`, bots | nothing |
 * | any other line | `<ada> hello` | a paragraph that begins with the nick |
 */
const COMMAND = /^#(\w+)\s*(.*)$/s;
const TITLE = /^(?:meeting|meetingtopic)\s*:\s*(\S.*)$/i;
const TOPIC = /^(sub)?topic\s*:\s*(\S.*)$/i;
const SCRIBE = /^scribe(?:nick)?(?:\s*[:+])?\s*([\w|`^{}[\]\\-]*)$/i;
const PRESENT = /^present\s*\+:?\s*(.*)$/is;
const MACHINERY = new RegExp(
  "^(?:[vq][+?-]|q\\b.{0,3}$|ack |zakim,|rrsagent,|trackbot,|agenda\\+|agenda\\?|close (?:item|agendum)|" +
    "next (?:item|agendum)|take up|move to next|i/.*/|s/.*/|s\\|.*\\||invite |rrsagent|regrets\\s*\\+|" +
    "present\\s*-|chair\\s*\\+|scribe\\+$|/me|\\+{0,2}present$)",
  "i",
);
/** A topic that a bot announces: `agendum 2 -- Lids -- taken up [from ada]`, `agendum 2. "Lids" taken up`. */
const AGENDUM = /^agendum \d{1,4}[.:]? /i;
const TAKEN_UP = /(?<=[\s"”])taken up\b/i;
const AROUND_TITLE = /[\s"“”-]/;
const SCRIBED = /^([A-Za-z][\w .'-]{0,40}?):\s+(\S.*)$/;
const LABELS = new RegExp(
  "^(?:action|resolution|resolved|proposal|proposed|agreed|topic|decision|chair|present|regrets|" +
    "agenda|date|meeting|scribe|https?|note|issue|todo)$",
  "i",
);
const MARKS: Readonly<Record<string, string>> = {
  action: "ACTION",
  agreed: "AGREED",
  agree: "AGREED",
  accepted: "AGREED",
  accept: "AGREED",
  rejected: "REJECTED",
  reject: "REJECTED",
  declined: "DECLINED",
  withdrawn: "WITHDRAWN",
  deferred: "DEFERRED",
  postponed: "POSTPONED",
  halp: "NOTE",
  help: "NOTE",
  idea: "PROPOSAL",
};

/** What MeetBot writes into its minutes, and so what `#undo` takes out again. */
const NOTED = new RegExp(
  "^(?:topic|subtopic|info|link|progress|agree[d]?|accept(?:ed)?|reject(?:ed)?|declined|withdrawn|" +
    "deferred|postponed|action|idea|help|halp|vote)$",
);

class ChatWriter {
  readonly blocks: BlockNode[] = [];
  /** Lines of commands that were taken back. */
  readonly undone: LineRange[] = [];
  private readonly noted: { readonly line: number; readonly block: BlockNode | undefined }[] = [];
  /** Names behind `present+`; nicks that spoke, or that a command names as those of chairs and others who are there. */
  readonly present = new Set<string>();
  readonly spoke = new Set<string>();
  readonly named = new Set<string>();
  private scribe: string | null = null;
  private readonly headings: BlockNode[] = [];

  write(nick: string, text: string, line: number): void {
    if (isBot(nick)) this.writeBot(text, line);
    if (isBot(nick) || text.trim() === "" || MACHINERY.test(text)) return;
    this.spoke.add(nick);
    const command = COMMAND.exec(text);
    const topic = TOPIC.exec(text);
    const title = TITLE.exec(text);
    const present = PRESENT.exec(text);
    const scribe = SCRIBE.exec(text.trimEnd());
    if (command?.[1] !== undefined) this.writeCommand(nick, command[1].toLowerCase(), command[2] ?? "", line);
    else if (topic?.[2] !== undefined) this.writeHeading(topic[1] === undefined ? 2 : 3, topic[2], line);
    else if (title?.[1] !== undefined) this.writeHeading(1, title[1], line);
    else if (scribe !== null) this.scribe = scribe[1] || nick;
    else if (present !== null) this.addPresent(present[1] || nick);
    else this.writeSaid(nick, text, line);
  }

  /** Bots announce topics, and repeat what others said. */
  private writeBot(text: string, line: number): void {
    const topic = TOPIC.exec(text);
    const title = takenUp(text) ?? topic?.[2];
    if (title !== undefined) this.writeHeading(topic?.[1] === undefined ? 2 : 3, title, line);
  }

  private addPresent(names: string): void {
    for (const name of names.split(/,\s*/)) this.present.add(name.trim());
  }

  private writeCommand(nick: string, command: string, text: string, line: number): void {
    const mark = own(MARKS, command);
    const count = this.blocks.length;
    if (command === "undo") this.undo(line);
    else if (command === "topic") this.writeHeading(2, text, line);
    else if (command === "subtopic") this.writeHeading(3, text, line);
    else if (command === "startmeeting" || command === "meetingname") this.writeHeading(1, text, line);
    else if (command === "nick" || command === "chair")
      for (const name of text.split(/[\s,]+/)) this.named.add(name);
    else if (mark !== undefined) this.writeParagraph(`<${nick}> ${mark}: ${text}`, line);
    else if (/^(?:info|link|progress|save|voters|vote|startvote)$/.test(command))
      this.writeParagraph(`<${nick}> ${text}`, line);
    else if (!/^(?:endmeeting|endvote|unchair|restrictlogs)$/.test(command))
      this.writeSaid(nick, `#${command} ${text}`, line);
    if (NOTED.test(command)) this.noted.push({ line, block: this.blocks[count] });
  }

  /** Takes out what the last command wrote that was not taken out yet. */
  private undo(line: number): void {
    const last = this.noted.pop();
    if (last === undefined) return;
    this.undone.push({ line: last.line, endLine: last.line }, { line, endLine: line });
    const { block } = last;
    if (block === undefined) return;
    this.blocks.splice(this.blocks.indexOf(block), 1);
    if (block.kind !== "heading") return;
    const before = block.heading;
    for (const other of this.blocks) if (other.heading === block) other.heading = before;
    this.headings.splice(0, this.headings.length, ...headingsTo(before));
  }

  private writeSaid(nick: string, text: string, line: number): void {
    const scribed = nick === this.scribe ? SCRIBED.exec(text) : null;
    const isScribed = scribed?.[1] !== undefined && !LABELS.test(scribed[1]);
    const continues = nick === this.scribe && /^(?:…|\.\.\.)/.test(text);
    this.writeParagraph(isScribed || continues ? text : `<${nick}> ${text}`, line);
  }

  private writeHeading(depth: number, text: string, line: number): void {
    if (text.trim() === "") return;
    while ((this.headings.at(-1)?.depth ?? 0) >= depth) this.headings.pop();
    const block = this.push(new BlockNode("heading", depth, inlineOf(text, line)));
    this.headings.push(block);
  }

  private writeParagraph(text: string, line: number): void {
    if (text.replace(/^<[^>]*>/, "").trim() !== "")
      this.push(new BlockNode("paragraph", 0, inlineOf(text, line)));
  }

  private push(block: BlockNode): BlockNode {
    block.heading = this.headings.at(-1) ?? null;
    this.blocks.push(block);
    return block;
  }
}

/** What a bot says is taken up; null: nothing. */
function takenUp(text: string): string | null {
  const start = AGENDUM.exec(text)?.[0].length ?? 0;
  const end = text.search(TAKEN_UP);
  return start === 0 || end < start ? null : trimBoth(text.slice(start, end), AROUND_TITLE);
}

/** A heading and those above it, outermost first. */
function headingsTo(heading: Block | null): BlockNode[] {
  return heading === null ? [] : [...headingsTo(heading.heading), heading as BlockNode];
}

function inlineOf(text: string, line: number) {
  const plain = text.trim();
  return { ...plainInline(normalizeText(plain), line), plain };
}

/** Takes the log of a chat apart. Writes those present as front matter: who said so, or else who spoke. */
export function writeChatLog(lines: readonly string[]): Blocks {
  const writer = new ChatWriter();
  let day: string | null = null;
  for (const [index, line] of lines.entries()) {
    const said = readChatLine(line);
    if (said === null) continue;
    day ??= said.day;
    writer.write(said.nick, said.text, index + 1);
  }
  const names = [...(writer.present.size > 0 ? writer.present : [...writer.named, ...writer.spoke])].filter(
    (name) => name !== "" && !isBot(name),
  );
  const entries = [{ key: "present", line: 1, values: names }];
  if (day !== null) entries.push({ key: "logged", line: 1, values: [day] });
  const { blocks, undone } = writer;
  return { blocks, undone, frontMatter: { entries }, definitions: [] };
}

/** Whether a line of a log is no part of the talk: a bot's, a command to one, or who is in the queue. */
export function isMachinery({ nick, text }: ChatLine): boolean {
  return isBot(nick) || text.trim() === "" || MACHINERY.test(text);
}
