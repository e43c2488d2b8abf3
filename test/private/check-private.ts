import { expect } from "@jest/globals";
import fc from "fast-check";
import { minutesPair, SECRET } from "./make-minutes.ts";
import { shownFor } from "./shown.ts";

/**
 * Nothing in a private part reaches anything that is found, posted, shown or counted: no word of it is there,
 * and all of it is the same whatever the private parts say.
 *
 * @param count - How many minutes are made.
 */
export function checkPrivate(count: number, seed?: number): void {
  fc.assert(
    fc.property(minutesPair, ({ path, one, other, isEdit }) => {
      const previous = isEdit ? one : null;
      const { found, shown } = shownFor(one, path, previous);
      expect(SECRET.exec(found)?.[0] ?? null).toBeNull();
      expect(SECRET.exec(shown)?.[0] ?? null).toBeNull();
      expect(shownFor(other, path, previous)).toEqual({ found, shown });
    }),
    { numRuns: count, ...(seed === undefined ? {} : { seed }) },
  );
}
