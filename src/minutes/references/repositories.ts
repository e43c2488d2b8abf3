import type { RepositoryName } from "../meeting.ts";
import type { ReadingOptions } from "../options.ts";

/** Short names that are everyday words: `build #12` may be a build. They need a word such as "issue" or "repo" too. */
const EVERYDAY = new Set(
  (
    "admin api app apps blog build builds charter cli client code collaboration community core data demo design docs " +
    "documentation examples governance infra infrastructure issues lib main meetings members minutes module modules notes " +
    "org package packages planning plugin plugins project proposal proposals reference release releases repo roadmap " +
    "sdk security server site spec specs standards summit support team template templates test tests tools tooling ui " +
    "website web wiki"
  ).split(" "),
);

/** Words in slashes that are no repository: `bug/feature issue #12`. */
const NO_SLUG = new Set(
  "and back bug bugs client docs feature features he her his issue issues or pr prs server she test tests the their".split(
    " ",
  ),
);

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
    for (const slug of Object.values(options.prefixes)) this.addConfigured(slug);
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
    if (others.length > 0 || !/^[\w.-]*\w$/.test(name)) return null;
    return this.owners.has(owner.toLowerCase()) ? this.spell(word) : null;
  }

  /** `owner/name` that nothing else names, where an issue's number follows it. */
  private byNewSlug(word: string): RepositoryName | null {
    const parts = word.split("/");
    const isSlug = parts.length === 2 && parts.every((part) => /^\w[\w.-]*$/.test(part));
    return isSlug && !parts.some((part) => NO_SLUG.has(part.toLowerCase())) ? word : null;
  }

  /** What `word#1` speaks of: a short name, a repository that the page links to, or one of the same owner. */
  byMention(word: string): RepositoryName | null {
    const key = word.toLowerCase();
    const known = this.byShortName.get(key) ?? this.byPageName.get(key);
    if (known !== undefined) return known;
    return this.mainOwner === null ? null : `${this.mainOwner}/${word}`;
  }

  /**
   * What a word before or above a number names.
   *
   * @param isNamed A word such as "issue" or "repo" stands behind it, so that an everyday word is a name too.
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
