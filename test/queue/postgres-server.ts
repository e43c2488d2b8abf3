import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";
import { findFreePort } from "../../sandbox/free-port.ts";

/** A PostgreSQL of the test's own, in a temporary folder, gone with it. */
export interface PostgresServer {
  /** The URL of a database of this name, made when missing: empty, or a copy of the template. */
  database(name: string, template?: string): Promise<string>;
  /** Ends as a crash would: no checkpoint, no farewell. */
  kill(): Promise<void>;
  /** Starts again on the same folder and port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Where PostgreSQL's programs are; null: it is not installed here. */
export function findPostgres(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    ...versions.map((version) => join(debian, version, "bin")),
  ];
  return (
    folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ??
    null
  );
}

export const NO_POSTGRES =
  "PostgreSQL is not installed: install Debian's package postgresql, or put its programs on the PATH";

/** Makes and starts a PostgreSQL. It refuses to run as root, and then runs as nobody. */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === null) throw new Error(NO_POSTGRES);
  const folder = mkdtempSync(join(tmpdir(), "minutebook-postgres-"));
  const user = userInfo().uid === 0 ? { uid: 65534, gid: 65534 } : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
    { ...user, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await findFreePort();
  const url = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  const run = async () => {
    const server = spawn(
      join(programs, "postgres"),
      [
        "-D",
        data,
        "-p",
        String(port),
        "-k",
        "",
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "max_connections=200",
      ],
      { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
    );
    await untilReady(server, url("postgres"));
    return server;
  };
  let server = await run();
  return {
    database: (name, template = "template1") => makeDatabase(url, name, template),
    async kill() {
      await end(server, "SIGQUIT");
    },
    async restart() {
      await end(server, "SIGQUIT");
      server = await run();
    },
    async stop() {
      await end(server, "SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeDatabase(url: (name: string) => string, name: string, template: string): Promise<string> {
  const client = new pg.Client({ connectionString: url("postgres") });
  await client.connect();
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (rowCount === 0) await client.query(`create database "${name}" template "${template}"`);
  await client.end();
  return url(name);
}

/** PostgreSQL says on its standard error when it accepts connections. */
async function untilReady(server: ChildProcess, url: string): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    server.once("exit", () => reject(new Error(`PostgreSQL ended at once: ${said}`)));
    server.stderr?.on("data", (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString();
      if (said.includes("ready to accept connections")) resolve();
    });
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.end();
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill(signal);
  await ended;
}
