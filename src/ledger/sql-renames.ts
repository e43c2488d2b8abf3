import type { Connection, Database } from "./database/database.ts";
import type { LedgerEntry, Recognized } from "./ledger.ts";
import { findRenames, type KnownName, type Rename, renameEntry } from "./renames.ts";

/** Makes what is known of a repository known under its present name. A question where nothing changed. */
export async function recognize(database: Database, repository: Recognized): Promise<void> {
  if (isSettled(await findKnown(database, repository), repository)) return;
  await database.transaction(async (connection) => {
    // Two that get the same rename at once: the second one finds it done.
    await connection.query("select pg_advisory_xact_lock(hashtextextended('minutebook renames', 5))");
    const known = await findKnown(connection, repository);
    for (const rename of findRenames(known, repository)) {
      await carryOut(connection, rename);
      await saveName(connection, rename.id, rename.to);
    }
    await saveName(connection, repository.id, repository.name.toLowerCase());
  });
}

function isSettled(known: readonly KnownName[], repository: Recognized): boolean {
  const isKnown = known.some(
    ({ id, name }) => id === repository.id && name === repository.name.toLowerCase(),
  );
  return isKnown && findRenames(known, repository).length === 0;
}

function findKnown(connection: Connection, { id, name, askedAs }: Recognized): Promise<readonly KnownName[]> {
  return connection.query(
    "select id, name from minutebook.repository where id = $1 or name = any($2::text[])",
    [id, [name.toLowerCase(), askedAs.toLowerCase()]],
  );
}

async function saveName(connection: Connection, id: string, name: string): Promise<void> {
  await connection.query(
    `insert into minutebook.repository (id, name) values ($1, $2)
     on conflict (id) do update set name = excluded.name`,
    [id, name],
  );
}

/** What is under the other name already is newer, and stays. */
async function carryOut(connection: Connection, rename: Rename): Promise<void> {
  const { from, to } = rename;
  const entries = await connection.query<LedgerEntry>(
    "select key, minutes as source, target from minutebook.entry where minutes = $1",
    [from],
  );
  const renamed = entries.map((entry) => renameEntry(entry, rename));
  await connection.query(
    `update minutebook.entry as entry set key = renamed.key, minutes = $4, target = renamed.target
     from (select * from unnest($1::text[], $2::text[], $3::text[])) as renamed (old, key, target)
     where entry.key = renamed.old
       and not exists (
         select 1 from minutebook.entry as other where other.key = renamed.key and other.key <> renamed.old
       )`,
    [entries.map(({ key }) => key), renamed.map(({ key }) => key), renamed.map(({ target }) => target), to],
  );
  await connection.query("delete from minutebook.entry where minutes = $1", [from]);
  for (const [table, column] of ROWS_BY_NAME) {
    const same = table === "issue" ? "and other.number = one.number" : "";
    await connection.query(
      `update minutebook.${table} as one set ${column} = $2 where ${column} = $1
       and not exists (select 1 from minutebook.${table} as other where other.${column} = $2 ${same})`,
      [from, to],
    );
    await connection.query(`delete from minutebook.${table} where ${column} = $1`, [from]);
  }
}

/** Tables besides that of the entries that know a repository by its name, and by which column. */
const ROWS_BY_NAME = [
  ["head", "minutes"],
  ["unfinished", "minutes"],
  ["too_much", "minutes"],
  ["issue", "target"],
  ["listing", "target"],
  ["look", "target"],
] as const;
