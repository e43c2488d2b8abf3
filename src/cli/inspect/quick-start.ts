import { setFlagsFromString } from "node:v8";

/** Up to this many characters, compiling the rules well takes longer than running them. */
const SHORT = 60_000;

/**
 * Reading one short file takes mostly as long as V8 takes to compile the rules, which are regular expressions: for that
 * they need not run fast. Measured by `npm run bench -- cold-start`.
 *
 * @param length - Of all that will be read, in characters.
 */
export function preferQuickStart(length: number): void {
  if (length <= SHORT) setFlagsFromString("--no-regexp-optimization");
}
