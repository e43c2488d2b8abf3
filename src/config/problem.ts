import type { Message } from "../messages/message.ts";
import type { ConfigProblem } from "./config.ts";
import type { Place } from "./yaml-positions.ts";

/** A problem at its place; without one, it is about the file as a whole. */
export function makeProblem(
  { code, values, text }: Message,
  { line, column }: Place = { line: 1, column: 1 },
  key = "",
): ConfigProblem {
  return { line, column, key, code, values, message: text };
}

/** A problem in one line, after the path and line of its file. */
export function describeProblem({ key, message }: ConfigProblem): string {
  return key === "" ? message : `${key}: ${message}`;
}
