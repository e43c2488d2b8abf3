import type {
  Action,
  Attendee,
  ContextLine,
  Decision,
  Excerpt,
  IsoDate,
  MilestoneMention,
  Reference,
  Topic,
} from "./meeting.ts";
import type { ReadingOptions } from "./options.ts";
import type { Block } from "./page.ts";
import type { People } from "./people.ts";

/** What every kind of finding may ask, besides the page itself. */
export interface Context {
  readonly options: ReadingOptions;
  readonly date: IsoDate | null;
  readonly attendees: readonly Attendee[];
  readonly people: People;
  readonly topics: readonly Topic[];
  /** The innermost topic of a line; null: none. */
  topicAt(line: number): Topic | null;
  /** References and milestones on a block's own lines, or on those below it. */
  readonly references: readonly ReferenceDraft[];
  readonly milestones: readonly MilestoneDraft[];
}

/** What a kind of finding leaves to the frame: topic, excerpt, context, what it is about, logins. */
type Completed = "topic" | "topicId" | "excerpt" | "context" | "about" | "logins" | "known";

export interface ReferenceDraft extends Omit<Reference, Completed> {
  readonly block: Block;
  /** Where in the block's text it is. */
  readonly offset: number;
}

export interface MilestoneDraft extends Omit<MilestoneMention, Completed> {
  readonly block: Block;
  readonly offset: number;
}

export interface ActionDraft extends Omit<Action, Completed | "task" | "isSelfContained"> {
  /** The block in which its text begins. */
  readonly block: Block;
}

export interface DecisionDraft extends Omit<Decision, Completed | "outcome"> {
  readonly block: Block;
}

/** The parts of a finding that its place on the page gives. */
export interface Surroundings {
  readonly topic: readonly string[];
  readonly topicId: number | null;
  readonly excerpt: Excerpt;
  readonly context: readonly ContextLine[];
}
