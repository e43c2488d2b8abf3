import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import pg from "pg";

const PROGRAM = join(import.meta.dirname, "store-process.ts");

/**
 * Starts a process for each name, and lets all open the store at the same moment. Each keeps the head of the
 * repository `acme/NAME`, adds a job for it, and ends.
 *
 * @throws Error with what it said, where one of them fails
 */
export async function startTogether(databaseUrl: string, names: readonly string[]): Promise<void> {
  const processes = names.map((name) =>
    spawn(process.execPath, [PROGRAM, databaseUrl, name], { stdio: ["pipe", "pipe", "pipe"] }),
  );
  try {
    const ends = processes.map(untilEnded);
    await Promise.all(
      processes.map(({ stdout }, index) => Promise.race([once(stdout, "data"), ends[index]])),
    );
    for (const { stdin } of processes) stdin.end("open\n");
    await Promise.all(ends);
  } finally {
    for (const each of processes) each.kill("SIGKILL");
  }
}

async function untilEnded(child: ChildProcess): Promise<void> {
  let said = "";
  child.stderr?.on("data", (text: Buffer) => {
    said += text.toString();
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`A process ended with ${code}: ${said}`);
}

/** Has the database write down from now on which tables are made in it. Returns what tells their names, in order. */
export async function watchTables(databaseUrl: string): Promise<() => Promise<readonly string[]>> {
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  await run(`
    create table public.made (name text not null);
    create function public.note_made() returns event_trigger language plpgsql as $$
    begin
      insert into public.made select object_identity from pg_event_trigger_ddl_commands()
        where command_tag = 'CREATE TABLE' and object_type = 'table';
    end $$;
    create event trigger note_made on ddl_command_end when tag in ('CREATE TABLE') execute function public.note_made();`);
  return async () => (await run("select name from public.made order by name")).map(({ name }) => name);
}
