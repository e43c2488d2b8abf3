import { isNode, isScalar, LineCounter, parseDocument, type Document, visit } from "yaml";
import { errorText } from "../messages/coded-error.ts";
import { configProblem } from "../messages/config-problems.ts";
import type { Message } from "../messages/message.ts";
import type { Config, ConfigProblem } from "./config.ts";
import { defaultConfig } from "./defaults.ts";
import { configSchema } from "./schema.ts";
import { schemaProblems } from "./schema-problems.ts";
import { quoted } from "./quoted.ts";
import { makeProblem } from "./problem.ts";
import { toConfig } from "./to-config.ts";
import { placeFinder } from "./yaml-positions.ts";
import { findExcess } from "./yaml-limits.ts";

/** A configuration, or everything that is wrong with it. `config` is null exactly where there are problems. */
export interface ConfigReading {
  readonly config: Config | null;
  readonly problems: readonly ConfigProblem[];
}

/** More problems are counted, not shown. */
const MAX_PROBLEMS = 50;

const MAX_SYNTAX_PROBLEMS = 20;

/** Whatever is parsed has few enough aliases (see `yaml-limits.ts`); this bounds what they multiply to. */
const MAX_ALIASES = 50;

/**
 * Reads and validates `.github/minutebook.yml`. Never throws: all problems come back at once, in the order of the file.
 *
 * @param text - The file's text. An empty file means every default.
 * @param path - The file's path, for messages about the file as a whole.
 */
export function readConfig(text: string, path: string): ConfigReading {
  const excess = findExcess(text, path);
  if (excess !== undefined) return fail(excess);
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      logLevel: "error",
      // The library compares each key with each other.
      uniqueKeys: false,
    });
    const syntax = syntaxProblems(document, lines);
    if (syntax.length > 0) return fail(...syntax);
    const { strange, twice: keys } = keyProblems(document, lines);
    if (strange.length > 0) return fail(...strange);
    // With a key written twice the rest can still be judged.
    const reading = schemaProblemsAt(document, lines);
    return keys.length === 0 ? reading : fail(...keys, ...reading.problems);
  } catch (error) {
    // The YAML library throws where aliases would make a small file huge.
    return fail(makeProblem(configProblem("unreadable-yaml", { path, reason: errorText(error) })));
  }
}

function syntaxProblems(document: Document, lines: LineCounter): readonly ConfigProblem[] {
  const problems = document.errors.map((error) =>
    problemAt(lines, error.pos[0], syntaxProblem(error.code, error.message)),
  );
  // One unclosed bracket is reported once for each bracket around it.
  const places = new Map(
    problems.toReversed().map((problem) => [`${problem.line}:${problem.column}`, problem]),
  );
  return [...places.values()].toReversed().slice(0, MAX_SYNTAX_PROBLEMS);
}

function syntaxProblem(code: string, message: string): Message {
  if (code === "MULTIPLE_DOCS") return configProblem("second-document");
  return configProblem("invalid-yaml", { reason: message.slice(0, 200) });
}

/** Keys that are in a map twice, and those that aren't text. */
function keyProblems(
  document: Document,
  lines: LineCounter,
): { readonly strange: ConfigProblem[]; readonly twice: ConfigProblem[] } {
  const strange: ConfigProblem[] = [];
  const twice: ConfigProblem[] = [];
  visit(document, {
    Map: (_key, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const refuse = (message: Message) =>
          problemAt(lines, isNode(key) ? (key.range?.[0] ?? 0) : 0, message);
        const name = isScalar(key) || key === null ? String(isScalar(key) ? key.value : "") : null;
        if (name === null) strange.push(refuse(configProblem("key-not-text")));
        // zod leaves it out without a word.
        else if (name === "__proto__")
          strange.push(refuse(configProblem("reserved-key", { key: quoted(name) })));
        else if (seen.has(name)) {
          twice.push(refuse(configProblem("duplicate-key", { key: quoted(name) })));
        } else seen.add(name);
      }
    },
  });
  return { strange, twice };
}

function problemAt(lines: LineCounter, offset: number, message: Message): ConfigProblem {
  const { line, col } = lines.linePos(offset);
  return makeProblem(message, { line: Math.max(line, 1), column: Math.max(col, 1) });
}

function schemaProblemsAt(document: Document, lines: LineCounter): ConfigReading {
  const input = withoutNulls(document.toJS({ maxAliasCount: MAX_ALIASES }));
  if (input === undefined) return { config: defaultConfig, problems: [] };
  const result = configSchema.safeParse(input);
  if (result.success) return { config: toConfig(result.data), problems: [] };
  const findPlace = placeFinder(document, lines);
  const problems = result.error.issues
    .flatMap((issue) => schemaProblems(issue, input))
    .map(({ path, at, message }) => makeProblem(message, findPlace(path, at), path.join(".").slice(0, 200)));
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

function fail(...problems: readonly ConfigProblem[]): ConfigReading {
  const sorted = problems.toSorted((one, other) => one.line - other.line || one.column - other.column);
  const shown = sorted.slice(0, MAX_PROBLEMS);
  const next = sorted[MAX_PROBLEMS];
  if (next === undefined) return { config: null, problems: shown };
  const more = configProblem("more-problems", { count: sorted.length - MAX_PROBLEMS });
  return { config: null, problems: [...shown, makeProblem(more, next)] };
}
