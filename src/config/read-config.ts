import { LineCounter, parseDocument, type Document } from "yaml";
import type { Config, ConfigProblem } from "./config.ts";
import { defaultConfig } from "./defaults.ts";
import { configSchema } from "./schema.ts";
import { schemaProblems } from "./schema-problems.ts";
import { toConfig } from "./to-config.ts";
import { findPlace } from "./yaml-positions.ts";

/** A configuration, or everything that is wrong with it. `config` is null exactly where there are problems. */
export interface ConfigReading {
  readonly config: Config | null;
  readonly problems: readonly ConfigProblem[];
}

/** A configuration longer than this is taken for a mistake. In UTF-16 units. */
const MAX_LENGTH = 256 * 1024;

const MAX_SYNTAX_PROBLEMS = 20;

/**
 * Reads and validates `.github/minutebook.yml`. Never throws: all problems come back at once, in the order of the file.
 *
 * @param text - The file's text. An empty file means every default.
 * @param path - The file's path, for messages about the file as a whole.
 */
export function readConfig(text: string, path: string): ConfigReading {
  if (text.length > MAX_LENGTH) return fail(whole(`${path} is longer than ${MAX_LENGTH / 1024} KiB.`));
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
    const syntax = syntaxProblems(text, document, lines);
    // With a key written twice the rest can still be judged; after other errors nobody knows what was meant.
    if (document.errors.some((error) => error.code !== "DUPLICATE_KEY")) return fail(...syntax);
    const reading = schemaProblemsAt(document, lines);
    return syntax.length === 0 ? reading : fail(...syntax, ...reading.problems);
  } catch (error) {
    // The YAML library throws where aliases would make a small file huge, and where lists nest too deep for its stack.
    const reason = error instanceof Error ? error.message : String(error);
    return fail(whole(`${path} cannot be read as YAML: ${reason}`));
  }
}

function syntaxProblems(text: string, document: Document, lines: LineCounter): readonly ConfigProblem[] {
  const problems = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    const rest = text.slice(error.pos[0], error.pos[0] + 100);
    const message = syntaxMessage(error.code, error.message, rest);
    return { line: Math.max(line, 1), column: Math.max(col, 1), key: "", message };
  });
  // One unclosed bracket is reported once for each bracket around it.
  return problems
    .filter(
      ({ line, column }, index) =>
        problems.findIndex((p) => p.line === line && p.column === column) === index,
    )
    .slice(0, MAX_SYNTAX_PROBLEMS);
}

function syntaxMessage(code: string, message: string, rest: string): string {
  if (code === "DUPLICATE_KEY") {
    const key = /^["']?([^"':\n]*)/.exec(rest)?.[1] ?? "";
    return `Unexpected key "${key}" a second time. Keep one of them.`;
  }
  if (code === "MULTIPLE_DOCS") return 'Unexpected second document after "---", expected one.';
  return `This is not YAML: ${message}.`;
}

function schemaProblemsAt(document: Document, lines: LineCounter): ConfigReading {
  const input = withoutNulls(document.toJS({ maxAliasCount: 50 }));
  if (input === undefined) return { config: defaultConfig, problems: [] };
  const result = configSchema.safeParse(input);
  if (result.success) return { config: toConfig(result.data), problems: [] };
  const problems = result.error.issues
    .flatMap((issue) => schemaProblems(issue, input))
    .map(({ path, at, message }) => ({
      ...findPlace(document, lines, path, at),
      key: path.join("."),
      message,
    }));
  return fail(...problems);
}

/** A key with nothing behind it, such as one whose list is commented out, is as good as none. */
function withoutNulls(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map((entry) => (entry === null ? null : withoutNulls(entry)));
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value as object)
      .filter(([, entry]) => entry !== null)
      .map(([key, entry]) => [key, withoutNulls(entry)]),
  );
}

function whole(message: string): ConfigProblem {
  return { line: 1, column: 1, key: "", message };
}

function fail(...problems: readonly ConfigProblem[]): ConfigReading {
  return {
    config: null,
    problems: problems.toSorted((one, other) => one.line - other.line || one.column - other.column),
  };
}
