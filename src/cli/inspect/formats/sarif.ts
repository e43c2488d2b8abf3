import type { Format } from "./format.ts";
import { version } from "../../../pipeline/version.ts";
import { printableJson } from "../../../plan/media/json.ts";

const HOME = "https://github.com/minutebook/minutebook";

interface Result {
  readonly ruleId: string;
  readonly level: "warning" | "error";
  readonly message: { readonly text: string };
  readonly locations: readonly object[];
}

/**
 * The warnings as one SARIF document, which GitHub's code scanning and editors read.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function createSarif(): Format {
  const results: Result[] = [];
  return {
    meeting: ({ path, warnings }) => {
      for (const { line, code, text } of warnings) results.push(result("warning", code, text, path, line));
      return "";
    },
    problem: (path, { code, text }) => {
      results.push(result("error", code, text, path, 1));
      return "";
    },
    end: () => `${printableJson(sarifLog(results), 2)}\n`,
  };
}

function sarifLog(results: readonly Result[]): object {
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort().map(toRule);
  const driver = { name: "Minutebook", semanticVersion: version, informationUri: HOME, rules };
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, results }],
  };
}

/** What code scanning shows of a kind of warning. */
function toRule(id: string): object {
  return {
    id,
    shortDescription: { text: id.replaceAll("-", " ") },
    helpUri: `${HOME}/blob/main/docs/errors.md#in-minutes`,
  };
}

function result(level: Result["level"], ruleId: string, text: string, path: string, line: number): Result {
  const uri = path.split(/[\\/]/).map(encodeURIComponent).join("/");
  const physicalLocation = { artifactLocation: { uri }, region: { startLine: line } };
  return { ruleId, level, message: { text }, locations: [{ physicalLocation }] };
}
