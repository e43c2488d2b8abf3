import type { RepositoryName } from "../meeting.ts";
import type { ReadingOptions } from "../options.ts";

/** Short names that are everyday words: `build #12` may be a build. They need a word such as "issue" or "repo" too. */
const EVERYDAY = new Set(
  (
    "admin api app apps blog build builds charter cli client code collaboration community core data " +
    "demo design docs documentation examples governance infra infrastructure issues lib main meetings " +
    "members minutes module modules notes org package packages planning plugin plugins project " +
    "proposal proposals reference release releases repo roadmap sdk security server site spec specs " +
    "standards summit support team template templates test tests tools tooling ui website web wiki"
  ).split(" "),
);

/** Words in slashes that are no repository: `bug/feature issue #12`. */
const NO_SLUG = new Set(
  "and back bug bugs client docs feature features he her his issue issues or pr prs server she test " +
    "tests the their".split(" "),
);

/** What people write with a slash and mean no repository by. */
const PAIRS = new Set(
  (
    "24/7 a/b ai/ml am/pm and/or android/ios back/front backend/frontend b/w build/ci build/test ci/cd " +
    "client/server css/html dev/ops dev/prod docs/tests eu/us front/back frontend/backend h/w he/him " +
    "he/she html/css i/o import/export in/out input/output ios/android issue/pr issues/prs js/ts " +
    "left/right linux/macos linux/windows macos/linux macos/windows ml/ai n/a new/old o/s old/new " +
    "on/off open/closed p/r pr/issue pro/con pros/cons q/a q&a qa/qc r/d r/w read/write s/w she/her " +
    "start/stop tba/tbd tbd/tba tcp/ip test/build tests/docs they/them ts/js ui/ux unix/linux up/down " +
    "us/eu ux/ui w/o windows/linux windows/macos y/n yes/no"
  ).split(" "),
);

/** Whether GitHub may have a repository of this name: no host before the slash, no date, no pair of words. */
export function maybeSlug(word: string): boolean {
  const [owner = "", name = ""] = word.split("/");
  if (!/^[A-Za-z\d][A-Za-z\d-]*$/.test(owner) || PAIRS.has(word.toLowerCase())) return false;
  return !(/^\d+$/.test(owner) && /^\d+$/.test(name));
}

/** The repositories that the configuration and a page name. */
export class Repositories {
  private readonly bySlug = new Map<string, RepositoryName>();
  private readonly byShortName = new Map<string, RepositoryName>();
  private readonly byPageName = new Map<string, RepositoryName>();
  private readonly owners = new Set<string>();
  private readonly mainOwner: string | null;

  constructor(options: ReadingOptions) {
    for (const [short, slug] of Object.entries(options.repositories)) {
      this.addConfigured(slug);
      this.byShortName.set(short.toLowerCase(), slug);
    }
    for (const slug of Object.values(options.prefixes)) if (slug !== null) this.addConfigured(slug);
    if (options.repository !== null) this.addConfigured(options.repository);
    this.mainOwner = options.repository?.split("/")[0] ?? null;
  }

  private addConfigured(slug: RepositoryName): void {
    this.addSeen(slug);
    const name = slug.split("/")[1]?.toLowerCase() ?? "";
    if (!this.byShortName.has(name)) this.byShortName.set(name, slug);
  }

  /** Notes a repository that the page links to. */
  addSeen(slug: RepositoryName): void {
    const [owner = "", name = ""] = slug.split("/");
    if (!this.bySlug.has(slug.toLowerCase())) this.bySlug.set(slug.toLowerCase(), slug);
    if (!this.byPageName.has(name.toLowerCase())) this.byPageName.set(name.toLowerCase(), slug);
    this.owners.add(owner.toLowerCase());
  }

  /** As the configuration spells it, where it names it. */
  spell(slug: string): RepositoryName {
    return this.bySlug.get(slug.toLowerCase()) ?? slug;
  }

  /** `owner/name` whose owner is known, so no `and/or`. */
  bySlugWord(word: string): RepositoryName | null {
    const [owner = "", name = "", ...others] = word.split("/");
    if (others.length > 0 || !/^[\w.-]*\w$/.test(name) || !maybeSlug(word)) return null;
    return this.owners.has(owner.toLowerCase()) ? this.spell(word) : null;
  }

  /** `owner/name` that nothing else names, where an issue's number follows it. */
  private byNewSlug(word: string): RepositoryName | null {
    const parts = word.split("/");
    const isSlug = parts.length === 2 && parts.every((part) => /^\w[\w.-]*$/.test(part));
    return isSlug && maybeSlug(word) && !parts.some((part) => NO_SLUG.has(part.toLowerCase())) ? word : null;
  }

  /** A short name that the configuration or the page gives. */
  byKnownName(word: string): RepositoryName | null {
    return this.byShortName.get(word.toLowerCase()) ?? this.byPageName.get(word.toLowerCase()) ?? null;
  }

  /** What `word#1` refers to: a short name, a repository that the page links to, or one of the same owner. */
  byMention(word: string): RepositoryName | null {
    const known = this.byKnownName(word);
    if (known !== null) return known;
    return this.mainOwner === null ? null : `${this.mainOwner}/${word}`;
  }

  /**
   * What a word before or above a number names.
   *
   * @param isNamed A word such as "issue" or "repo" follows it, so that an everyday word is a name too.
   */
  byWord(word: string, isNamed: boolean): RepositoryName | null {
    if (word.includes("/")) return this.bySlugWord(word) ?? (isNamed ? this.byNewSlug(word) : null);
    const key = word.toLowerCase();
    const slug = this.byShortName.get(key) ?? this.byShortName.get(key.replace(/\.js$/, ""));
    if (slug === undefined || (EVERYDAY.has(key) && !isNamed)) return null;
    return slug;
  }

  /** Short names of the configuration, in lower case. */
  get shortNames(): ReadonlySet<string> {
    return new Set(this.byShortName.keys());
  }
}
