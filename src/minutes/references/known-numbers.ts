import type { RepositoryName } from "../meeting.ts";

/** From this number on, the same number on a page is the same issue; smaller ones only close by. */
const UNMISTAKABLE = 10;
const CLOSE_LINES = 3;

/** Places where a page says with its repository which issue a number is, to know the bare number by. */
export class KnownNumbers {
  private readonly places = new Map<number, { line: number; repository: RepositoryName }[]>();

  add(number: number, line: number, repository: RepositoryName): void {
    const places = this.places.get(number);
    if (places === undefined) this.places.set(number, [{ line, repository }]);
    else places.push({ line, repository });
  }

  /** The repository of the nearest place with this number; null: none, or too far away for a small number. */
  find(number: number, line: number): RepositoryName | null {
    const places = this.places.get(number) ?? [];
    const repositories = new Set(places.map((place) => place.repository));
    if (repositories.size === 1 && number >= UNMISTAKABLE) return places[0]?.repository ?? null;
    const close = places.filter((place) => Math.abs(place.line - line) <= CLOSE_LINES);
    const nearest = close.sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0];
    return nearest?.repository ?? null;
  }
}
