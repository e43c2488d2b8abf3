import type { ReferenceKind, RepositoryName } from "../../src/minutes/meeting.ts";

/** What the demo plays: a GitHub as it is before, and what is pushed then. Plain data. */
export interface Scenario {
  /** The repository that holds the minutes. */
  readonly minutes: RepositoryName;
  /** Its files before the first push of minutes, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Pushed one after the other. */
  readonly pushes: readonly Push[];
  readonly repositories: readonly ScenarioRepository[];
  /** Logins that may be assigned everywhere. */
  readonly people: readonly string[];
  /** When everything that is there before was made. */
  readonly begins: Date;
}

export interface Push {
  /** What it is, in few words. */
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
}

export interface ScenarioRepository {
  readonly name: RepositoryName;
  readonly milestones: readonly { readonly title: string; readonly description: string }[];
  readonly threads: readonly ScenarioThread[];
  /** Minutes of other owners that its configuration accepts. */
  readonly accept: readonly RepositoryName[];
}

export interface ScenarioThread {
  readonly number: number;
  readonly kind: ReferenceKind;
  /** null: nobody knows. */
  readonly title: string | null;
  readonly author: string | null;
  readonly labels: readonly string[];
}
