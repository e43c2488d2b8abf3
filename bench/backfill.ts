// How long `minutebook backfill` takes for each file, at its beginning and at its end, and how much memory it needs.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { defaultReadingOptions } from "../src/minutes/options.ts";
import { readMinutes } from "../src/minutes/read.ts";
import { createSandbox, type Sandbox } from "../src/sandbox/sandbox.ts";
import type { Figure } from "./figure.ts";
import { loadMinutes } from "./generated/load.ts";
import { generateMinutes } from "./generated/minutes.ts";

const REPOSITORY = "octo/tea";
const ROOT = join(import.meta.dirname, "..");
const MOST = Number(process.env.BENCH_FILES ?? 700);

/** Prints what the process took, when it ends. */
const PRELOAD = `process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS * 1024));`;

interface Done {
  readonly changes: number;
  readonly milliseconds: number;
  /** Of the command and the sandbox: what else the machine does hardly tells on it. */
  readonly cpuMilliseconds: number;
}

type Minutes = readonly { readonly path: string; readonly source: string }[];

/** Against the sandbox, which has no limits: generated minutes of one shape, and real ones where they are. */
export async function run(): Promise<readonly Figure[]> {
  const real = loadMinutes().slice(0, MOST);
  const isReal = real[0]?.path !== generateMinutes(1)[0]?.path;
  const first = isReal ? await measure("real", real) : [];
  return [...first, ...(await measure("generated", generateMinutes(MOST)))];
}

async function measure(name: string, minutes: Minutes): Promise<readonly Figure[]> {
  const sandbox = await startSandbox(minutes);
  const state = mkdtempSync(join(tmpdir(), "minutebook-bench-"));
  try {
    const { files, peak } = await backfill(sandbox, state);
    const tenth = Math.max(1, Math.floor(files.length / 10));
    const [first, last] = [files.slice(0, tenth), files.slice(-tenth)];
    return [
      { name: `backfill/${name}-files`, value: files.length, unit: "files" },
      { name: `backfill/${name}-changes`, value: sum(files, "changes"), unit: "changes" },
      {
        name: `backfill/${name}-ms-per-file-at-start`,
        value: sum(first, "milliseconds") / tenth,
        unit: "ms",
      },
      { name: `backfill/${name}-ms-per-file-at-end`, value: sum(last, "milliseconds") / tenth, unit: "ms" },
      {
        name: `backfill/${name}-ratio-end-to-start`,
        value: perChange(last) / perChange(first),
        unit: "ratio",
      },
      { name: `backfill/${name}-peak-memory`, value: peak, unit: "bytes" },
    ];
  } finally {
    await sandbox.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

function sum(files: readonly Done[], field: keyof Done): number {
  return files.reduce((total, file) => total + file[field], 0);
}

/** Files are not equally long: planning one counts as a change. */
function perChange(files: readonly Done[]): number {
  return sum(files, "cpuMilliseconds") / (sum(files, "changes") + files.length);
}

/** What a process has worked for itself, in milliseconds; 0 where the system does not say. */
function readCpu(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return Number(fields[11]) * 10;
}

async function backfill(sandbox: Sandbox, state: string): Promise<{ files: Done[]; peak: number }> {
  const child = spawn(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(PRELOAD)}`,
      pathToFileURL(join(ROOT, "src", "cli", "main.ts")).pathname,
      ...["backfill", "--yes", "--json", "--repository", REPOSITORY],
    ],
    {
      env: {
        PATH: process.env.PATH,
        GH_TOKEN: sandbox.world.addUserToken("ada"),
        GHE_HOST: sandbox.host,
        GHE_PROTOCOL: "http",
        XDG_STATE_HOME: state,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let err = "";
  child.stderr.on("data", (text: Buffer) => {
    err += text.toString();
  });
  const ended = once(child, "exit");
  const files: Done[] = [];
  // The first file's time has the search for all files in it.
  let last: number | null = null;
  let lastCpu = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { type, changes } = JSON.parse(line);
    const now = performance.now();
    const cpu = readCpu(child.pid) + process.cpuUsage().user / 1000;
    if (type === "file" && last !== null) {
      files.push({ changes, milliseconds: now - last, cpuMilliseconds: cpu - lastCpu });
    }
    last = now;
    lastCpu = cpu;
  }
  const [code] = await ended;
  const peak = Number(/peak (\d+)$/.exec(err)?.[1]);
  if (code !== 0 || !(peak > 0)) throw new Error(`The backfill ended with ${code}:\n${err.slice(0, 2000)}`);
  return { files, peak };
}

async function startSandbox(minutes: Minutes): Promise<Sandbox> {
  // What was there before is older than the first meeting.
  let now = new Date("2010-01-04T09:00:00Z");
  const sandbox = createSandbox({ now: () => now });
  const { world } = sandbox;
  for (const login of ["ada", "grace", "linus", "mary"]) world.addUser(login);
  world.addRepository(REPOSITORY);
  world.addCollaborator(REPOSITORY, "ada", "admin");
  const options = { ...defaultReadingOptions, repository: REPOSITORY, hosts: ["github.com"] };
  const numbers = minutes.flatMap(({ path, source }) =>
    readMinutes(path, source, options).references.flatMap(({ repository, number }) =>
      repository === REPOSITORY ? number : [],
    ),
  );
  for (const number of [...new Set(numbers)].sort((one, other) => one - other)) {
    world.addIssue(REPOSITORY, { number });
  }
  world.commit(REPOSITORY, {
    ".github/minutebook.yml": 'minutes: ["meetings/**/*.md"]\n',
    ...Object.fromEntries(minutes.map(({ path, source }) => [place(path), local(source)])),
  });
  now = new Date("2026-03-02T09:00:00Z");
  await sandbox.start();
  return sandbox;
}

function place(path: string): string {
  return path.startsWith("meetings/") ? path : `meetings/${path}`;
}

/** Bare numbers are enough: links lead to a host that the sandbox is not. */
function local(source: string): string {
  return source.replaceAll(/\[#(\d+)\]\(https:\/\/github\.com\/octo\/tea\/(?:pull|issues)\/\d+\)/g, "#$1");
}
