import type { RepositoryName } from "../meeting.ts";
import { firstAt } from "../sorted.ts";

/** From this number on, the same number on a page is the same issue; smaller ones only close by. */
const UNMISTAKABLE = 10;
const CLOSE_LINES = 3;

interface Place {
  readonly line: number;
  readonly repository: RepositoryName;
}

interface Places {
  /** In the order of the page. */
  readonly list: Place[];
  readonly repositories: Set<RepositoryName>;
}

/** Places where a page says with its repository which issue a number is, to know the bare number by. */
export class KnownNumbers {
  private readonly places = new Map<number, Places>();

  /** Lines must come in their order. */
  add(number: number, line: number, repository: RepositoryName): void {
    const known = this.places.get(number) ?? { list: [], repositories: new Set() };
    known.list.push({ line, repository });
    known.repositories.add(repository);
    this.places.set(number, known);
  }

  /** The repository of the nearest place with this number; null: none, or too far away for a small number. */
  find(number: number, line: number): RepositoryName | null {
    const known = this.places.get(number);
    if (known === undefined) return null;
    const { list, repositories } = known;
    if (repositories.size === 1 && number >= UNMISTAKABLE) return list[0]?.repository ?? null;
    const index = firstAt(list, line, (place) => place.line);
    const [before, behind] = [list[index - 1], list[index]];
    const distance = (place: Place | undefined) =>
      place === undefined ? Number.POSITIVE_INFINITY : Math.abs(place.line - line);
    const nearest = distance(before) <= distance(behind) ? before : behind;
    return distance(nearest) <= CLOSE_LINES ? (nearest?.repository ?? null) : null;
  }
}
