import type { Message } from "../messages/message.ts";

/**
 * What reading minutes gives. These are plain data: JSON in, JSON out, no class and no reference to the Markdown tree.
 *
 * Lines are 1-based lines of the file as stored. Dates are ISO days (`2020-11-23`), always the meeting's own.
 */

/** An ISO day, such as `2020-11-23`. */
export type IsoDate = string;

/** A repository as GitHub names it: `owner/name`. Compared without case. */
export type RepositoryName = string;

/** Everything found in one file of minutes. */
export interface Meeting {
  /** The path of the file in its repository, with `/`. */
  readonly path: string;
  /** What the minutes call the meeting: the first heading or the title of the front matter, as plain text. */
  readonly title: string | null;
  /** How a sentence calls the meeting: its title, or its file's name, without date and folder: `weekly meeting`. */
  readonly name: string;
  readonly date: IsoDate | null;
  /** It is an agenda, and nothing in it shows that the meeting took place. Absent: it is minutes. */
  readonly isAgenda?: boolean;
  /** In a file that holds two or more dated meetings, where each begins; empty in any other. */
  readonly meetings: readonly SeenMeeting[];
  readonly attendees: readonly Attendee[];
  readonly topics: readonly Topic[];
  readonly references: readonly Reference[];
  readonly milestones: readonly MilestoneMention[];
  readonly actions: readonly Action[];
  readonly decisions: readonly Decision[];
  readonly warnings: readonly Warning[];
  /** Link definitions (`[id]: url`) of the whole file, which an excerpt may need to be understood. */
  readonly definitions: readonly LinkDefinition[];
  /** Parts marked private: read for nothing, quoted nowhere. */
  readonly privateParts: readonly LineRange[];
}

/** A meeting among others in one file. */
export interface SeenMeeting {
  /** Of what opens it. */
  readonly line: number;
  /** null: no year is written. */
  readonly date: IsoDate | null;
}

/** Lines of the file, both ends included. */
export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

export interface Attendee {
  /** As written. */
  readonly name: string;
  /** The GitHub login that the notes or the configuration give, without `@`. */
  readonly login: string | null;
}

/** A part of the minutes with a heading, an agenda item or a list item that opens a discussion. Topics nest. */
export interface Topic extends LineRange {
  /** Its place in `Meeting.topics`, in the order of the file. */
  readonly id: number;
  /** Plain text, without markers, time boxes and list bullets. */
  readonly title: string;
  /** The `id` of the topic that it is in. */
  readonly parent: number | null;
}

export interface LinkDefinition {
  readonly label: string;
  readonly url: string;
  readonly title: string | null;
}

/** A passage of the minutes that can be understood alone. */
export interface Excerpt extends LineRange {
  /** The Markdown of those lines, as it is in the source (line ends included), so a part of the file. */
  readonly markdown: string;
  /** The titles of the topics and items that it is under, outermost first. */
  readonly path: readonly string[];
  /** Who speaks where the excerpt begins, as written, if the notes say so. */
  readonly speaker: string | null;
  /** Its lines are those of a chat's log (`10:00 <ada> hello`), and not Markdown. */
  readonly isLog?: boolean;
  /** Of rows that were taken out of their table: the lines of its header, without which they are no table. */
  readonly tableHead: { readonly line: number; readonly markdown: string } | null;
  /** The passage continues, and the rest was left out because it is long. */
  readonly isCut: boolean;
  /** How the rest ends, which often says what came of it. Absent: nothing was left out, or it can't be taken apart. */
  readonly ending?: LineRange & { readonly markdown: string };
}

export type ReferenceKind = "issue" | "pull" | "discussion" | "unknown";

/**
 * Why a number may be no issue of the repository that it is read for: a title above names another repository's issue,
 * its topic links lists of other repositories' issues, it is escaped (`\#12`), it reads as a date, or it may count
 * what the word before it names (`Uploads #1`).
 */
export type Doubt = "other-issue-above" | "other-list-near" | "escaped" | "date" | "count";

/** A mention of an issue, pull request or discussion. One per line and target. */
export interface Reference {
  readonly line: number;
  /** `owner/repo#number`. */
  readonly target: string;
  readonly repository: RepositoryName;
  readonly number: number;
  /** What the spelling says it is (`/pull/` in a URL, the word "PR"). */
  readonly kind: ReferenceKind;
  /** How the repository is known: from the mention itself, from the words around it, or from the configuration. */
  readonly repositoryFrom: "mention" | "context" | "configuration";
  /** Nothing is posted for it unless it is mentioned without doubt as well. null: there is none. */
  readonly doubt: Doubt | null;
  /** Only an example, a relation, or within a range (`#12 to #14`). Absent: it may be what the passage is about. */
  readonly isAside?: boolean;
  /** Titles of the topics that it is in, outermost first. */
  readonly topic: readonly string[];
  /** The innermost topic's `id`. */
  readonly topicId: number | null;
  readonly excerpt: Excerpt;
}

/** What a sentence settles for a release: the matter goes in, slipped to it, or stays out of it. */
export type MilestoneOutcome = "in" | "slipped" | "out";

/** A mention of a release that is a milestone of a repository. One per line and title. */
export interface MilestoneMention {
  readonly line: number;
  /** The title as the configuration or the repository spells it. */
  readonly title: string;
  readonly repository: RepositoryName;
  readonly outcome: MilestoneOutcome | null;
  readonly topic: readonly string[];
  readonly topicId: number | null;
  readonly excerpt: Excerpt;
}

/** What a finding is about: by its own words, and where these name nothing, by the topic that it is in. */
export interface About {
  /** Targets, `owner/repo#number`. */
  readonly references: readonly string[];
  /** Titles of milestones. */
  readonly milestones: readonly string[];
}

/** A text that is above or before a finding and says what it belongs to, as plain text. */
export interface ContextLine {
  readonly line: number;
  readonly text: string;
}

/** A person with a login, and the place that gives the login with the name. */
export interface KnownLogin {
  readonly login: string;
  /** As written there; an owner may be called by a part of it. */
  readonly name: string;
  readonly from: "configuration" | "attendees";
}

/** Something that somebody is to do after the meeting. */
export interface Action extends LineRange {
  /** What is to be done, as plain text in one line, without marker, done mark and owner in brackets. */
  readonly text: string;
  /** Its words as a task: plain text without who does it and, where the day is known, without when. */
  readonly task: string;
  /** Whether somebody who was not at the meeting can understand the task. */
  readonly isSelfContained: boolean;
  /** As written; empty where nobody is named. */
  readonly owners: readonly string[];
  /** One for each owner whose login is known, in the owners' order. */
  readonly logins: readonly string[];
  /** How each of these is known, in the same order. */
  readonly known: readonly KnownLogin[];
  /** Nobody is to do it any more. */
  readonly done: boolean;
  /** It is over although nobody did it: `(cancelled)`. */
  readonly dropped: boolean;
  readonly due: IsoDate | null;
  /** No marker says that this is an action; a reader would say so. Never opened without being asked for. */
  readonly implied: boolean;
  /** The line of its first occurrence in this file, where it is repeated. */
  readonly same: number | null;
  /** Under a heading such as "follow-ups from past meetings". */
  readonly carriedOver: boolean;
  readonly topic: readonly string[];
  readonly topicId: number | null;
  readonly about: About;
  /** Nearest first: the item before it on its level, then the items that it is under. */
  readonly context: readonly ContextLine[];
  readonly excerpt: Excerpt;
}

/** Something that the group settled. */
export interface Decision extends LineRange {
  /** As plain text in one line, without marker. */
  readonly text: string;
  /** Who put it, as written, if the notes say so. */
  readonly speaker: string | null;
  /** A word of the notes says that it was settled. */
  readonly explicit: boolean;
  /** The line of its first occurrence in this file, where it is repeated. */
  readonly same: number | null;
  readonly topic: readonly string[];
  readonly topicId: number | null;
  readonly about: About;
  /** Where it sends what it is about to a release (`will go in 20.3.1`): the milestone's title and how. */
  readonly outcome: { readonly milestone: string; readonly kind: MilestoneOutcome } | null;
  /** Nearest first: what comes before it on its level, then the items that it is under. */
  readonly context: readonly ContextLine[];
  readonly excerpt: Excerpt;
}

/** Something in the minutes that a person should look at. */
export interface Warning extends Message {
  readonly line: number;
}
