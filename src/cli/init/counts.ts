/** How often each thing was seen, in the order of first sight. */
export class Counts {
  readonly #counts = new Map<string, number>();

  /** Names that differ in case only are one, spelled as it was first seen. */
  readonly #spelling = new Map<string, string>();

  add(name: string, times = 1): void {
    const spelled = this.#spelling.get(name.toLowerCase()) ?? name;
    this.#spelling.set(name.toLowerCase(), spelled);
    this.#counts.set(spelled, (this.#counts.get(spelled) ?? 0) + times);
  }

  of(name: string | null): number {
    return this.#counts.get(this.#spelling.get(name?.toLowerCase() ?? "") ?? "") ?? 0;
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** The most frequent first. */
  get ranked(): readonly string[] {
    return [...this.#counts].sort(([, one], [, other]) => other - one).map(([name]) => name);
  }
}
