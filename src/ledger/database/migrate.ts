import { CodedError } from "../../messages/coded-error.ts";
import { storageError } from "../../messages/storage-errors.ts";
import type { Connection, Database } from "./database.ts";
import { MIGRATIONS, type Migration } from "./migrations.ts";

/**
 * Brings the schema to the newest version: forward only, in one transaction, one process at a time.
 *
 * @returns The version it had before; 0: none.
 * @throws CodedError when the database was written by a newer Minutebook.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<number> {
  return database.transaction(async (connection) => {
    await connection.query("select pg_advisory_xact_lock(hashtextextended('minutebook migrations', 5))");
    const version = await findVersion(connection);
    const newest = migrations.at(-1)?.version ?? 0;
    if (version > newest) {
      throw new CodedError(storageError("database-too-new", { version, newest }));
    }
    for (const migration of migrations.filter((candidate) => candidate.version > version)) {
      for (const statement of migration.statements) await connection.query(statement);
      await connection.query("update minutebook.schema set version = $1", [migration.version]);
    }
    return version;
  });
}

/** The version of the schema. null: nothing has ever been kept here. Changes nothing. */
export async function readVersion(connection: Connection): Promise<number | null> {
  const [table] = await connection.query<{ name: string | null }>(
    "select to_regclass('minutebook.schema')::text as name",
  );
  if (typeof table?.name !== "string") return null;
  const [row] = await connection.query<{ version: number }>("select version from minutebook.schema");
  return row?.version ?? null;
}

/** The version that this Minutebook works with. */
export function newestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.at(-1)?.version ?? 0;
}

async function findVersion(connection: Connection): Promise<number> {
  await connection.query("create schema if not exists minutebook");
  await connection.query("create table if not exists minutebook.schema (version integer not null)");
  const [row] = await connection.query<{ version: number }>("select version from minutebook.schema");
  if (row !== undefined) return row.version;
  await connection.query("insert into minutebook.schema values (0)");
  return 0;
}
