import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { makeFolder } from "../cli/folder.ts";

/** What `action.yml` says. */
export const manifest: Manifest = parse(readFileSync("action.yml", "utf8"));

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

/** A workflow run that uses the Action. */
export interface WorkflowRun {
  readonly event: string;
  readonly payload?: object;
  readonly repository: string;
  /** `github.token`. */
  readonly token: string;
  /** `with:` */
  readonly with?: Readonly<Record<string, string>>;
  readonly apiUrl: string;
  /** Called with what was printed so far, each time there is more; may stop the run. */
  readonly onOutput?: (log: string, cancel: () => void) => void;
}

/** How a run of the Action ended. */
export interface ActionResult {
  readonly exitCode: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** `::error file=…,line=…::message`, taken apart. */
  readonly annotations: readonly Annotation[];
}

export interface Annotation {
  readonly level: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly message: string;
}

/** Runs the committed bundle as a runner does: in an empty folder, with the runner's variables and files alone. */
export async function runAction(run: WorkflowRun): Promise<ActionResult> {
  const folder = makeFolder({
    "event.json": JSON.stringify(run.payload ?? {}),
    output: "",
    summary: "",
    "temp/.keep": "",
  });
  const child = spawn(process.execPath, [resolve(manifest.runs.main)], {
    cwd: folder,
    env: {
      GITHUB_ACTIONS: "true",
      CI: "true",
      GITHUB_EVENT_NAME: run.event,
      GITHUB_EVENT_PATH: join(folder, "event.json"),
      GITHUB_REPOSITORY: run.repository,
      GITHUB_API_URL: run.apiUrl,
      GITHUB_OUTPUT: join(folder, "output"),
      GITHUB_STEP_SUMMARY: join(folder, "summary"),
      RUNNER_TEMP: join(folder, "temp"),
      ...inputsOf(run),
    },
  });
  let log = "";
  let cancelled = false;
  const cancel = (): void => {
    if (!cancelled) child.kill("SIGINT");
    cancelled = true;
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: unknown) => {
      log += String(text);
      run.onOutput?.(log, cancel);
    });
  }
  const [exitCode]: (number | null)[] = await once(child, "close");
  return {
    exitCode: exitCode ?? null,
    log,
    outputs: parseOutputs(readFileSync(join(folder, "output"), "utf8")),
    summary: readFileSync(join(folder, "summary"), "utf8"),
    annotations: parseAnnotations(log),
  };
}

/** Every input is in the environment, with its default where the workflow does not name it. */
function inputsOf(run: WorkflowRun): Record<string, string> {
  const expressions: Readonly<Record<string, string>> = {
    "${{ github.token }}": run.token,
    "${{ github.repository }}": run.repository,
  };
  const given = Object.entries(manifest.inputs).map(([name, { default: value = "" }]) => [
    `INPUT_${name.toUpperCase()}`,
    run.with?.[name] ?? expressions[value] ?? value,
  ]);
  return Object.fromEntries(given);
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-output-parameter */
function parseOutputs(text: string): Record<string, string> {
  const parts = [...text.matchAll(/^([^<\n]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)];
  return Object.fromEntries(parts.map(([, name = "", , value = ""]) => [name, value]));
}

function parseAnnotations(log: string): Annotation[] {
  return [...log.matchAll(/^::(error|warning|notice)(?: ([^:]*))?::(.*)$/gm)].map(
    ([, level = "", properties = "", message = ""]) => {
      const fields = new Map(properties.split(",").map((one) => one.split("=") as [string, string]));
      const line = fields.get("line");
      return {
        level,
        file: fields.get("file"),
        line: line === undefined ? undefined : Number(line),
        message: decodeURIComponent(message),
      };
    },
  );
}
