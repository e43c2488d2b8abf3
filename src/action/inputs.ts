import { trimEnd } from "../language/text/trim.ts";
import { getBooleanInput, getInput, getMultilineInput } from "@actions/core";

/** When something is posted: `auto` posts what stands on the default branch, `plan` never posts. */
export type Mode = "auto" | "plan" | "apply";

/** What the workflow asks for; `action.yml` describes each. */
export interface Inputs {
  readonly token: string;
  readonly mode: Mode;
  /** The repository with the minutes. */
  readonly repository: string;
  /** Minutes and folders to bring about as they stand. Empty: what the event changed. */
  readonly paths: readonly string[];
  /** The commit to start from. null: where the push started. */
  readonly from: string | null;
  /** Posts a plan that waits for a person, too: one of this hash, or (true) whatever it is by now. */
  readonly approve: boolean | string;
  /** How long one file may take to be read, and a plan to be made. */
  readonly readSeconds: number;
}

/** No runner works longer on a job. */
const MAX_SECONDS = 6 * 60 * 60;

const MODES: readonly string[] = ["auto", "plan", "apply"] satisfies readonly Mode[];

/** Reads them from the environment. Throws an `InputError` where one is wrong. */
export function readInputs(): Inputs {
  const mode = getInput("mode") || "auto";
  if (!isMode(mode)) throw new InputError(`Unexpected mode "${mode}", expected auto, plan or apply.`);
  const repository = getInput("repository") || process.env.GITHUB_REPOSITORY || "";
  if (!/^[\w-]+\/[\w.-]+$/.test(repository))
    throw new InputError(`Unexpected repository "${repository}", expected "owner/name".`);
  const from = getInput("from");
  if (!/^(?:[0-9a-f]{40}(?:[0-9a-f]{24})?)?$/.test(from))
    throw new InputError(`Unexpected from "${from}", expected the 40 digits of a commit.`);
  const readSeconds = Number(getInput("read-seconds") || 10);
  if (!(readSeconds > 0 && readSeconds <= MAX_SECONDS))
    throw new InputError(
      `Unexpected read-seconds "${getInput("read-seconds")}", expected seconds, at most ${MAX_SECONDS}.`,
    );
  const token = getInput("token");
  if (token === "") throw new InputError("There is no token. Leave it out for the workflow's own.");
  return {
    token,
    mode,
    repository,
    paths: getMultilineInput("paths").map((path) => trimEnd(path.replace(/^(?:\.?\/)+/, ""), /\//)),
    from: from === "" ? null : from,
    readSeconds,
    approve: readApprove(getInput("approve")),
  };
}

function readApprove(text: string): boolean | string {
  return /^[0-9a-f]{40}$/.test(text) ? text : text !== "" && getBooleanInput("approve");
}

/** Something in the workflow that its author can fix. */
export class InputError extends Error {
  override readonly name = "InputError";
}

function isMode(text: string): text is Mode {
  return MODES.includes(text);
}
