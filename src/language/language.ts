/**
 * The words of one language as data. Every part is optional, as not every language has all of its words yet; English
 * has all. The minutes of a team are read by all languages: people mix them.
 */
export interface Language {
  /** By BCP 47: `en`, `pt`. */
  readonly code: string;
  readonly calendar?: CalendarWords;
  readonly content?: ContentWords;
  readonly comparison?: ComparisonWords;
  readonly names?: NameWords;
  readonly verbs?: VerbWords;
  readonly subjects?: SubjectWords;
  readonly tasks?: TaskWords;
  readonly conditions?: ConditionWords;
  readonly states?: StateWords;
  readonly placeholders?: PlaceholderWords;
  readonly headings?: HeadingWords;
  readonly markers?: MarkerWords;
  readonly attendance?: AttendanceWords;
  readonly meetings?: MeetingWords;
  readonly privacy?: PrivateWords;
  readonly documents?: DocumentWords;
}

/** Whole words in small letters, between spaces or line ends. */
export type Words = string;

/** Alternatives of a regular expression in small letters, between `|`. No group in them captures. */
export type Patterns = string;

export interface CalendarWords {
  /** January first; of each, every spelling without its dot. */
  readonly months: readonly Words[];
  /** Sunday first, each like the months. */
  readonly weekdays?: readonly Words[];
  /** What follows "may" where it is a verb. */
  readonly behindMay?: string;
}

/** Words that don't say what a text is about. */
export interface ContentWords {
  /** Articles, prepositions, pronouns, auxiliaries. */
  readonly functionWords: Words;
  /** Words that help to understand a text and yet are in texts about different things. */
  readonly lightWords: Words;
  /** Parts of addresses. */
  readonly addressParts: Words;
  /** Words that fit any task: `check`, `update`, `team`, `Monday`. */
  readonly taskWords: Words;
  /** Words of tasks that say what to do only together with what it is about. */
  readonly vagueTasks: Words;
  /** Words of headings that group topics and are about none: `agenda`, `business`. */
  readonly groupWords: Words;
  /** What an apostrophe has swallowed: `'ve`, `n't`. */
  readonly contractions: Patterns;
  /** Words that point at something said before. */
  readonly pointers: Words;
  /** The same with a noun: `the issue`. */
  readonly pointingPhrases: Patterns;
  /** Nouns that anything can be called by: `change`, `draft`. */
  readonly anyNouns: Words;
  /** Adjectives and adverbs that say nothing of what something is about: `new`, `further`. */
  readonly anyAdjectives: Words;
  /** Verbs that need what they are about besides a person: `ping`. */
  readonly contacts: Patterns;
  /** What leads from the person to it: `about`. */
  readonly contactLeads: Patterns;
}

/** Words by which two texts that are alike say different or the same things. */
export interface ComparisonWords {
  readonly negations: Patterns;
  /** Groups of words that may replace each other. */
  readonly synonyms?: readonly Words[];
  /** Pairs of words, each the contrary of the other. */
  readonly contraries?: readonly Words[];
  /** What turns the word behind it into its contrary: `un`. */
  readonly contraryPrefixes?: Words;
  /** Words without substance: one in place of another says the same. */
  readonly smallWords?: Words;
  /** In front of a colon: what follows is not the matter itself. */
  readonly verdicts?: Words;
  /** Words between two things that must not change places. */
  readonly directions?: Words;
  readonly articles?: Words;
  /** Words in capitals that name nobody and nothing. */
  readonly notNames?: Patterns;
}

export interface NameWords {
  /** Between two names: `Ada and Grace`. */
  readonly joiners: Patterns;
  /** Names that nothing can be assigned to: `everyone`, `tbd`. */
  readonly nobody?: Words;
  /** What the names of groups end in: `team`. */
  readonly groups?: Words;
  /** Words in capitals at the head of a sentence or label that are nobody's name. */
  readonly notNames?: Words;
  /** Labels in front of a colon that are no speakers. */
  readonly notSpeakers?: Words;
  /** Between the parts of a name: `van`. */
  readonly particles?: Words;
}

export interface VerbWords {
  /** Base forms of verbs that begin a piece of work: `update`. */
  readonly work: Words;
  /** Those that are nouns as well. */
  readonly nouns: Words;
  /** What follows one that is a noun: `on`, `plan`. */
  readonly behindNouns: Patterns;
  /** What may come in front of the verb: `please`. */
  readonly leads: Words;
}

/** How notes lead to what they are about. */
export interface SubjectWords {
  /** In front of it: `discussion of`. */
  readonly leads: Patterns;
  /** In front of an action, which is not what others are about. */
  readonly actions: Patterns;
}

/** How sentences say what is to be done. */
export interface TaskWords {
  /** Between who does it and what is done: `will`, `needs to`. */
  readonly modals: Patterns;
  /** Subjects that say nothing of who does it. */
  readonly anybody: Patterns;
  /** Groups that a task is for, which say nothing of what it is: `the council should`. */
  readonly bodies: Patterns;
  /** Between such a group and its task. */
  readonly obligations: Patterns;
  /** What reports a task as somebody's words: `also mentioned that`. */
  readonly reports: Patterns;
  readonly leads: Patterns;
  /** At the head of what is left: `needs to`. */
  readonly bareModals: Patterns;
  /** Days at the end, which the due date says already. */
  readonly days: Patterns;
  /** In front of such a day: `by`. */
  readonly dayLeads: Words;
  /** In front of a day by which it is to be done: `no later than`. */
  readonly deadlineLeads: Patterns;
  /** What a full stop belongs to: `etc`. */
  readonly abbreviations: Words;
}

/** What makes something depend on what has not happened yet. */
export interface ConditionWords {
  readonly anywhere: Patterns;
  /** At the head of a text that is a condition of what comes before it. */
  readonly leads?: Patterns;
  readonly openings?: Patterns;
  /** At the head of a sentence of its own: "If it breaks, we revert it". */
  readonly sentences?: Words;
}

export interface StateWords {
  /** In brackets in front of an item: `[in progress]`. */
  readonly inBrackets: Patterns;
  /** In front of a colon there: `WIP:`. */
  readonly labels: Patterns;
}

/** What holds the place of a finding without being one. */
export interface PlaceholderWords {
  readonly nothing: Patterns;
  /** What may follow: `none so far`. */
  readonly nothingYet: Patterns;
  /** Names of a template's fields: `Action item 1`. */
  readonly fields: Patterns;
  readonly over: Patterns;
  readonly open: Patterns;
  readonly pointers: Patterns;
}

/** Headings, lead-ins and labels that announce a list. */
export interface HeadingWords {
  /** In front of the words: `open`, `previous`. */
  readonly modifiers: Patterns;
  readonly actions: Patterns;
  readonly behindActions: Patterns;
  readonly decisions: Patterns;
  readonly behindDecisions: Patterns;
  /** What leads on from such words to what they are about: `for`, `from`. */
  readonly leadsOn: Patterns;
  /** What announces decisions in front of a list only: `We agreed:`. */
  readonly settled: Patterns;
  readonly past: Patterns;
  readonly possible: Patterns;
  readonly over: Patterns;
  readonly weak: Patterns;
  /** Every heading of these kinds holds one of them. */
  readonly hints: Patterns;
}

/** Words in front of an action or decision that mark it. */
export interface MarkerWords {
  readonly actions: Patterns;
  /** Every text with such a marker holds one of them. */
  readonly actionHints: Patterns;
}

/** Titles and labels above those present. */
export interface AttendanceWords {
  readonly present: Patterns;
  readonly absent: Patterns;
  /** Groups among those present. */
  readonly groups?: Patterns;
}

/** Words of the names of meetings, and of titles that name none. */
export interface MeetingWords {
  /** What people hold: `call`. */
  readonly kinds: Patterns;
  /** What is written of a meeting, which says nothing of which: `minutes`. */
  readonly papers: Words;
  /** Of titles that name a part of minutes, or when and where people meet: `attendees`, `next`, `adjourned`. */
  readonly parts: Words;
  /** Of such titles where no word for a meeting is beside: `status`, but not `status call`. */
  readonly sections: Words;
  /** Names of folders that say nothing of what is in them: `archive`. */
  readonly folders: Words;
}

/**
 * What keeps something private, separated by `|`. All in small letters, hyphens as spaces; `*`: any ending;
 * `.`: what is said ends there, but for words that go on with it.
 */
export interface PrivateWords {
  /** Said of nothing else: private wherever it is said. */
  readonly anywhere: string;
  /** Private where a heading says it, or where a line, a cell, a label or what is in brackets begins with it. */
  readonly leading: string;
  /**
   * Ordinary words too: private where they are alone, in brackets, as a label, in bold, at the end or as a heading.
   */
  readonly alone: string;
  /** From here on it is private, up to the next topic. */
  readonly opens: string;
  /** From here on all is private, whatever topics follow, up to where it is said that it no longer is. */
  readonly rest?: string;
  /** And here it no longer is. */
  readonly closes: string;
}

/** What titles and names of files call a text. */
export interface DocumentWords {
  /** Of what is to be discussed: `agenda`. */
  readonly agendas: Patterns;
  /** Of what was discussed: `minutes`, `notes`. */
  readonly records: Patterns;
}
