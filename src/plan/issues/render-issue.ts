import { meetingCalled } from "../text/meeting-called.ts";
import type { BlockContent, PhrasingContent, RootContent } from "mdast";
import type { Action, Meeting } from "../../minutes/meeting.ts";
import { hashTree } from "../hash.ts";
import { lineLink, type LinkBase, neutralBase } from "../links.ts";
import { bullets, html, link, paragraph, strong, text } from "../quote/build.ts";
import { removeInvisible } from "../../language/text/invisible.ts";
import { cutText } from "../../language/text/cut.ts";
import { issueLinks } from "../quote/issue-links.ts";
import { printGfm } from "../quote/markdown.ts";
import { neutralWords } from "../quote/neutral-text.ts";
import { quoteBlocks, quotedText } from "../quote/quote.ts";
import { quotedExcerpt } from "../quote/quoted-excerpt.ts";
import type { KnownRepository } from "../snapshot.ts";
import { renderTemplate } from "../template.ts";
import { dateWithWeekday, longDate } from "../text/dates.ts";
import { settingsLink } from "../text/settings-link.ts";
import { withoutMeeting } from "../../minutes/meeting-name.ts";
import { pointsBack } from "../../language/clarity.ts";
import { clarityOf } from "../../language/understood.ts";
import { contentWords, wordsOf } from "../../language/content-words.ts";
import { plainText } from "../../language/text/plain-text.ts";
import { byLine } from "./by-line.ts";
import { FOOTER_BEGIN } from "./footer.ts";
import { withoutSpeaker } from "../../language/subject.ts";
import type { GoneBy } from "./decided.ts";
import type { FileAction } from "./file-actions.ts";
import type { Wanted } from "./wanted.ts";

const MAX_EXCERPT = 20_000;
const MAX_WHAT = 1000;

/** In a template: what an issue's facts are put in place of. */
const FACTS = "{{facts}}";
/** And its quote. */
const EXCERPT = "{{excerpt}}";

/** Lines before or above an action that are quoted with it. */
const MAX_CONTEXT = 2;

/** What an action's own minutes say about it: the main part of its issue. */
export function renderAction(
  fileAction: FileAction,
  wanted: Wanted,
  state: KnownRepository,
  base: LinkBase,
  template: string,
): string {
  const { action, file } = fileAction;
  const { meeting } = file;
  return renderTemplate(template, {
    intro: printGfm(introOf(fileAction, base)),
    facts: printGfm(factsOf(fileAction, wanted, template)),
    excerpt: excerptOf(fileAction, state, base, template),
    references: printGfm(referencesOf(fileAction, state, base)),
    also: "",
    note: "",
    footer: printGfm(footerOf(base)),
    meeting: printGfm([text(neutralWords(meetingCalled(meeting, base)))]),
    date: meeting.date === null ? "" : longDate(meeting.date),
    link: lineLink(base, meeting.path, action.line, action.endLine),
  });
}

function introOf({ action, file: { meeting } }: FileAction, base: LinkBase): RootContent[] {
  const name = link(
    lineLink(base, meeting.path, action.line, action.endLine),
    words(meetingCalled(meeting, base)),
  );
  const on = meeting.date === null ? [] : [text(" on "), strong(text(longDate(meeting.date)))];
  const path = topicsAbove(action, meeting).slice(-4).join(" › ");
  const under = path === "" ? [] : [text(", under “"), words(cutText(path, 300)), text("”")];
  return [paragraph(text("From "), name, ...on, ...under, text("."))];
}

/** What an action is under, without the meeting, itself and titles such as `TODO`. */
function topicsAbove({ topic, topicId, line }: Action, meeting: Meeting): readonly string[] {
  const isItself = topicId !== null && meeting.topics[topicId]?.line === line;
  const above = withoutMeeting(isItself ? topic.slice(0, -1) : topic, meeting);
  return above.filter((title) => contentWords(title, []).length > 0);
}

function notAssigned({ assignees, unassignable }: Wanted): string {
  const count = unassignable.length;
  if (count === 1 && assignees.length === 0) return "the owner's login can't be assigned in this repository";
  return `${count} of the owners' ${count + assignees.length} logins can't be assigned in this repository`;
}

/** What is to be done, as the facts have it. */
function whatOf({ text: said }: Action): PhrasingContent[] {
  return [strong(text("What:")), text(" "), words(cutText(said, MAX_WHAT))];
}

/** The line of an issue that says what is to be done, which those of earlier versions have beside the quote too. */
export function renderWhat(action: Action): string {
  return printGfm([bullets([whatOf(action)])]);
}

/** Whether the quote says what is to be done, so that the facts need not. */
function isInQuote(action: Action, template: string): boolean {
  const { excerpt, text: said } = action;
  if (!template.includes(EXCERPT) || excerpt.isCut || isHeldByFacts(action)) return false;
  const quoted = new Set(wordsOf(plainText(excerpt.markdown)));
  return wordsOf(plainText(said)).every((word) => quoted.has(word));
}

function factsOf({ action, done, dropped }: FileAction, wanted: Wanted, template: string): RootContent[] {
  const items: PhrasingContent[][] = isInQuote(action, template) ? [] : [whatOf(action)];
  if (action.owners.length > 0)
    items.push([strong(text("Who:")), text(" "), words(action.owners.join(", "))]);
  // Not by their logins: these may be strangers', who have nothing to do with it.
  if (wanted.unassignable.length > 0)
    items.push([strong(text("Not assigned:")), text(" "), text(notAssigned(wanted))]);
  if (action.due !== null) items.push([strong(text("Due:")), text(` ${dateWithWeekday(action.due)}`)]);
  if (wanted.milestone !== null) {
    const { url, title } = wanted.milestone;
    items.push([strong(text("Milestone:")), text(" "), link(url, words(title))]);
  }
  if (done) items.push([strong(text("Status:")), text(dropped ? " dropped" : " done")]);
  return items.length === 0 ? [] : [bullets(items)];
}

/**
 * The action's own lines, below what was before or above them, without which it may not be understood. Empty where the
 * facts say all of it.
 */
function excerptOf(
  { action, file: { meeting } }: FileAction,
  state: KnownRepository,
  base: LinkBase,
  template: string,
): string {
  const { excerpt } = action;
  // What was said before a task that can be understood is another matter.
  const isUnderstood = !pointsBack(action.text) && clarityOf(action.task, action.owners) === "clear";
  const above = isUnderstood ? [] : contextOf(action, meeting, { base, target: state.name });
  const isClear = action.isSelfContained || above.length === 0;
  if (isClear && template.includes(FACTS) && isHeldByFacts(action)) return "";
  return quotedExcerpt(meeting, [excerpt], { base, target: state.name, budget: MAX_EXCERPT }, above);
}

/** Lines before and above an action that say something about it, as they are quoted. */
function contextOf(
  action: Action,
  meeting: Meeting,
  place: { readonly base: LinkBase; readonly target: string },
): BlockContent[] {
  const { excerpt, owners } = action;
  const context = { ...meeting, ...place };
  const topics = new Set(action.topic);
  const actionLines = byLine(meeting).actions;
  return action.context
    .map(({ line, text: said }) => ({ line, text: removeInvisible(said).trim() }))
    .filter(({ text: said }) => contentWords(withoutSpeaker(said), owners).length > 0)
    .filter(
      ({ line, text: said }, index, all) =>
        !actionLines.has(line) && all.findIndex((one) => one.text === said) === index,
    )
    .slice(0, MAX_CONTEXT)
    .filter(({ line, text: said }) => (line < excerpt.line || line > excerpt.endLine) && !topics.has(said))
    .toReversed()
    .map(({ line, text: said }) => paragraph(...quotedText(cutText(said, 500), line, context)));
}

/** Whether the facts of an issue say all that the action's own lines say: no other word, and no address. */
function isHeldByFacts({ excerpt, text: said, owners, logins }: Action): boolean {
  if (excerpt.isCut || said.length > MAX_WHAT || /\]\(|:\/\//.test(excerpt.markdown)) return false;
  const held = new Set([said, ...owners, ...logins].flatMap((one) => wordsOf(plainText(one))));
  const lines = excerpt.markdown.split(/\r?\n/).map(plainText);
  return lines.flatMap((line) => contentWords(line, [])).every((word) => held.has(word));
}

/**
 * A hash of what an action's own minutes say about it. A new commit, other lines or what is before it change nothing.
 */
export function hashAction(
  fileAction: FileAction,
  wanted: Wanted,
  state: KnownRepository,
  links: LinkBase,
  template: string,
): string {
  const { action, file } = fileAction;
  const base = neutralBase(links);
  return hashTree([
    template,
    introOf(fileAction, base),
    factsOf(fileAction, wanted, template),
    quoteBlocks(action.excerpt, { ...file.meeting, base, target: state.name }),
    referencesOf(fileAction, state, base),
  ]);
}

function referencesOf(
  { action, file: { meeting } }: FileAction,
  state: KnownRepository,
  base: LinkBase,
): RootContent[] {
  const context = { ...meeting, base, target: state.name };
  const nodes = issueLinks(action.about.references.slice(0, 20), context);
  return nodes.length === 0 ? [] : [paragraph(strong(text("About:")), text(" "), ...nodes)];
}

function footerOf(base: LinkBase): RootContent[] {
  const minutes = link(`${base.webUrl}/${base.repository}`, words(base.repository));
  return [
    paragraph(
      html("<sub>"),
      text(FOOTER_BEGIN),
      minutes,
      text(". Text outside this section is kept"),
      ...settingsLink(base),
      html("</sub>"),
    ),
  ];
}

/** The line of the issue for other minutes that carry the action over. */
export function renderCarriedOver(
  { action, file: { meeting }, done, dropped }: FileAction,
  base: LinkBase,
): string {
  const parts: PhrasingContent[] = [
    link(lineLink(base, meeting.path, action.line, action.endLine), words(meetingCalled(meeting, base))),
  ];
  if (meeting.date !== null) parts.push(text(` on ${longDate(meeting.date)}`));
  if (action.owners.length > 0) parts.push(text(": "), words(action.owners.join(", ")));
  if (action.due !== null) parts.push(text(`, due ${longDate(action.due)}`));
  if (done) parts.push(text(dropped ? ", dropped" : ", done"));
  return printGfm([paragraph(...parts)]);
}

/** `Removed from the minutes in cd699d0.` */
export function renderGone(goneBy: GoneBy, base: LinkBase): string {
  const lead = goneBy === "file" ? "The minutes were deleted in " : "Removed from the minutes in ";
  const commit = link(
    `${base.webUrl}/${base.repository}/commit/${base.commit}`,
    text(base.commit.slice(0, 7)),
  );
  return printGfm([paragraph({ type: "emphasis", children: [text(lead), commit, text(".")] })]);
}

function words(value: string): PhrasingContent {
  return text(neutralWords(value));
}
