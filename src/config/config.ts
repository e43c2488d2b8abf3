import type { Message } from "../messages/message.ts";
import type { RepositoryName } from "../minutes/meeting.ts";

/** `.github/minutebook.yml`, validated and with every default filled in. */
export interface Config {
  /** Globs of the files that are minutes. */
  readonly minutes: readonly string[];
  /** Where `#123`, versions and TODOs belong; null: the minutes' own repository. */
  readonly repository: RepositoryName | null;
  /** Short names; with `repository`, the series' and the actions' the only repositories that may be posted to. */
  readonly repositories: Readonly<Record<string, RepositoryName>>;
  readonly people: Readonly<Record<string, string>>;
  /** Offline only; where GitHub is available they are read from there. */
  readonly milestones: readonly string[];
  readonly series: readonly Series[];
  /** IANA's name of the time zone in which a meeting's day begins. */
  readonly timeZone: string;
  readonly mode: "auto" | "review" | "off";
  readonly comments: {
    readonly enabled: boolean;
    /** What an issue gets a comment for: talk, decisions and actions alone, or each mention. */
    readonly when: "discussed" | "decided" | "mentioned";
    /** Whether a meeting is added to our last comment where nobody has answered it, or always has one of its own. */
    readonly style: "thread" | "meeting";
    /** Whether issues that were closed when the meeting took place get comments. */
    readonly closed: "decided" | "always" | "never";
    /** What becomes of a comment whose issue the minutes no longer mention, or whose minutes were deleted. */
    readonly unreferenced: "delete" | "keep";
    /** A team's own text; null: ours. */
    readonly template: string | null;
  };
  readonly actions: {
    readonly enabled: boolean;
    /** null: the file's repository. */
    readonly repository: RepositoryName | null;
    readonly labels: readonly string[];
    /** GitHub's type of the issues. null: none. */
    readonly type: string | null;
    readonly assign: boolean;
    /** What closes an issue: done and removed actions, only done ones, or people alone. */
    readonly close: "always" | "done" | "never";
    readonly markers: readonly string[];
    /** Whether actions that no marker names are opened as issues too. */
    readonly implied: boolean;
    readonly writeBack: "off" | "pull-request";
    readonly template: string | null;
  };
  readonly decisions: { readonly markers: readonly string[] };
  readonly releases: {
    readonly noteOnMilestone: boolean;
    readonly assignMilestone: boolean;
    readonly createMilestone: boolean;
  };
  readonly labels: {
    readonly removeWhenDiscussed: readonly string[];
    /** Issues with one of these get no comments. */
    readonly quiet: readonly string[];
    /** Issues without any of these get no comments. Empty: all may. */
    readonly only: readonly string[];
  };
  readonly private: { readonly markers: readonly string[] };
  /** Prefixes of numbers, and the repositories that they are issues of; null: of another tracker. */
  readonly prefixes: Readonly<Record<string, RepositoryName | null>>;
  /** Per push; beyond them the plan waits for the button. */
  readonly limits: { readonly comments: number; readonly issues: number };
  /** In a target repository: minutes of other owners that may post here. */
  readonly accept: readonly RepositoryName[];
  /** In a target repository: minutes whose templates are posted here as they are written. */
  readonly trustTemplates: readonly RepositoryName[];
  readonly quotePrivate: boolean;
}

/** What a series of meetings may have other than all minutes. */
export type SeriesSettings = {
  readonly [Section in "comments" | "actions" | "labels" | "limits"]: Partial<Config[Section]>;
};

/** Meetings of another kind in the same repository. The first whose globs fit a file gives its values. */
export interface Series extends SeriesSettings {
  readonly minutes: readonly string[];
  readonly repository: RepositoryName | null;
}

/** Something wrong in the configuration, as a message of `src/messages/config-problems.ts`. */
export interface ConfigProblem extends Pick<Message, "code" | "values"> {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** Dotted: `actions.labels.0`; empty for the file as a whole. */
  readonly key: string;
  /** The text: what was found, what was expected, what to do. */
  readonly message: string;
}
