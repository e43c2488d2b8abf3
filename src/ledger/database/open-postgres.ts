import pg from "pg";
import type { Connection, Database } from "./database.ts";
import { PostgresLocks } from "./postgres-locks.ts";

export interface PostgresOptions {
  /** `postgres://user:password@host/database`. */
  readonly databaseUrl: string;
  /** Called for connections that broke while nobody used them. */
  readonly onError: (error: Error) => void;
  /** For statements that take long, as those of a migration may. (Default: false) */
  readonly isPatient?: boolean;
}

const CONNECTIONS = 5;

/** Longer nobody waits for a connection, in milliseconds. */
export const CONNECT_TIMEOUT_MS = 5000;

/**
 * A server that is gone without a farewell says nothing; without this its connections would be waited for for
 * minutes.
 */
const QUERY_TIMEOUT_MS = 20_000;

/** Opens a PostgreSQL, which many processes may share. Connects when first used. */
export function openPostgres(options: PostgresOptions): Database {
  const config = { connectionString: options.databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
  const pool = new pg.Pool({
    ...config,
    max: CONNECTIONS,
    application_name: "minutebook",
    keepAlive: true,
    // Statements that do not wait for each other's rows go to the server together.
    pipeline: true,
    ...(options.isPatient === true ? {} : { query_timeout: QUERY_TIMEOUT_MS }),
  });
  pool.on("error", options.onError);
  const locks = new PostgresLocks({ ...config, query_timeout: QUERY_TIMEOUT_MS });
  return {
    kind: "postgres",
    locks,
    query: toConnection(pool).query,
    async transaction(run) {
      const client = await pool.connect();
      let broken: Error | undefined;
      // A client that is checked out has no one else to tell that its connection broke.
      const onBreak = (error: Error) => {
        broken ??= error;
      };
      client.on("error", onBreak);
      try {
        const [, result] = await Promise.all([client.query("begin"), run(toConnection(client))]);
        await client.query("commit");
        return result;
      } catch (error) {
        await client.query("rollback").catch(onBreak);
        throw error;
      } finally {
        client.off("error", onBreak);
        client.release(broken);
      }
    },
    tidy: async () => undefined,
    async close() {
      await locks.close();
      await pool.end();
    },
  };
}

function toConnection(source: pg.Pool | pg.PoolClient): Connection {
  return {
    async query<T extends object>(sql: string, values: readonly unknown[] = []) {
      const { rows } = await source.query(sql, [...values]);
      return rows as readonly T[];
    },
  };
}
