import { formatAnnotations, formatAnnotationsProblem } from "./annotations.ts";
import { type CreateFormat, eachOnItsOwn } from "./format.ts";
import { formatJson, formatJsonProblem } from "./json.ts";
import { formatMarkdown } from "./markdown.ts";
import { createSarif } from "./sarif.ts";
import { formatText } from "./text.ts";

const nothing = (): string => "";

/** All formats of `minutebook inspect`. */
export const formats = {
  text: eachOnItsOwn(formatText, nothing),
  json: eachOnItsOwn(formatJson, formatJsonProblem),
  markdown: eachOnItsOwn(formatMarkdown, nothing),
  annotations: eachOnItsOwn(formatAnnotations, formatAnnotationsProblem),
  sarif: createSarif,
} as const satisfies Record<string, CreateFormat>;
