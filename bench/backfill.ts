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
import { createSandbox, type Sandbox } from "../sandbox/sandbox.ts";
import type { Figure } from "./figure.ts";
import { loadMinutes } from "./generated/load.ts";
import { generateMinutes } from "./generated/minutes.ts";

const REPOSITORY = "octo/tea";
const ROOT = join(import.meta.dirname, "..");
const MOST = Number(process.env.BENCH_FILES ?? 700);

/** Prints what the process took, when it ends. */
const PRELOAD = `process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS * 1024));`;

interface Done {
  readonly path: string;
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

/**
 * In both orders: the files of the oldest tenth come first in the one and last in the other, those of the newest the other
 * way round. So the same files are compared, however long they are.
 */
async function measure(name: string, minutes: Minutes): Promise<readonly Figure[]> {
  const oldest = await runOnce(minutes, "oldest");
  const newest = await runOnce(minutes, "newest");
  const tenth = Math.max(1, Math.floor(oldest.files.length / 10));
  const paths = (files: readonly Done[]) => new Set(files.map(({ path }) => path));
  const [old, young] = [paths(oldest.files.slice(0, tenth)), paths(newest.files.slice(0, tenth))];
  const of = ({ files }: Backfill, which: ReadonlySet<string>) => files.filter(({ path }) => which.has(path));
  const early = [...of(oldest, old), ...of(newest, young)];
  const late = [...of(newest, old), ...of(oldest, young)];
  const each = (files: readonly Done[]) => sum(files, "milliseconds") / files.length;
  return [
    { name: `backfill/${name}-files`, value: oldest.files.length, unit: "files" },
    { name: `backfill/${name}-changes`, value: sum(oldest.files, "changes"), unit: "changes" },
    { name: `backfill/${name}-ms-per-file-at-start`, value: each(early), unit: "ms" },
    { name: `backfill/${name}-ms-per-file-at-end`, value: each(late), unit: "ms" },
    { name: `backfill/${name}-ratio-end-to-start`, value: each(late) / each(early), unit: "ratio" },
    {
      name: `backfill/${name}-cpu-ratio-end-to-start`,
      value: sum(late, "cpuMilliseconds") / sum(early, "cpuMilliseconds"),
      unit: "ratio",
    },
    { name: `backfill/${name}-peak-memory`, value: Math.max(oldest.peak, newest.peak), unit: "bytes" },
  ];
}

interface Backfill {
  readonly files: readonly Done[];
  /** Of the command, in bytes. */
  readonly peak: number;
}

async function runOnce(minutes: Minutes, order: "oldest" | "newest"): Promise<Backfill> {
  const sandbox = await startSandbox(minutes);
  const state = mkdtempSync(join(tmpdir(), "minutebook-bench-"));
  try {
    return await backfill(sandbox, state, order);
  } finally {
    await sandbox.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

function sum(files: readonly Done[], field: "changes" | "milliseconds" | "cpuMilliseconds"): number {
  return files.reduce((total, file) => total + file[field], 0);
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

async function backfill(sandbox: Sandbox, state: string, order: string): Promise<Backfill> {
  const child = spawn(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(PRELOAD)}`,
      pathToFileURL(join(ROOT, "src", "cli", "main.ts")).pathname,
      ...["backfill", "--yes", "--json", "--order", order, "--repository", REPOSITORY],
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
    const { type, path, changes } = JSON.parse(line);
    const now = performance.now();
    const cpu = readCpu(child.pid) + process.cpuUsage().user / 1000;
    if (type === "file" && last !== null) {
      files.push({ path, changes, milliseconds: now - last, cpuMilliseconds: cpu - lastCpu });
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
  let now = () => new Date("2010-01-04T09:00:00Z");
  const sandbox = createSandbox({ now: () => now() });
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
  // A second for each request: without limits, but with a clock that separates old changes from new ones.
  const start = Date.UTC(2026, 2, 2, 9);
  now = () => new Date(start + sandbox.requests.length * 1000);
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
