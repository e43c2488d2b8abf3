import pg from "pg";
import { CodedError } from "../../messages/coded-error.ts";
import { storageError } from "../../messages/storage-errors.ts";
import type { Lock, Locks } from "./database.ts";

/** A session of its own: PostgreSQL's advisory locks belong to the session that took them. */
interface Session {
  /** One statement after the other. */
  readonly query: (sql: string, name: string) => Promise<boolean>;
  readonly client: pg.Client;
  /** Aborted when the session ends. */
  readonly ended: AbortController;
}

/** After half a minute of silence the server asks whether this session's machine is still there. */
const KEEP_ALIVE =
  "set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3; set tcp_user_timeout = 30000";

/**
 * Locks across all processes on one PostgreSQL. One session holds all locks of this process: when the process dies, or
 * loses the server, the server lets go of them at once. A server that falls silent is lost after the configuration's
 * `query_timeout`.
 */
export class PostgresLocks implements Locks {
  readonly #config: pg.ClientConfig;
  readonly #held = new Set<string>();
  #session: Promise<Session> | null = null;

  constructor(config: pg.ClientConfig) {
    this.#config = config;
  }

  async tryLock(name: string): Promise<Lock | null> {
    if (this.#held.has(name)) return null;
    this.#held.add(name);
    try {
      const session = await this.#open();
      if (await this.#try(session, name)) return this.#lock(name, session);
      this.#held.delete(name);
      return null;
    } catch (error) {
      this.#held.delete(name);
      throw error;
    }
  }

  /** A session that does not answer may have the lock anyway: only its end lets go of that. */
  async #try(session: Session, name: string): Promise<boolean> {
    try {
      return await session.query("select pg_try_advisory_lock(hashtextextended($1, 5)) as done", name);
    } catch (error) {
      this.#end(session);
      throw error;
    }
  }

  async close(): Promise<void> {
    const session = await this.#session?.catch(() => null);
    this.#session = null;
    await session?.client.end();
  }

  #lock(name: string, session: Session): Lock {
    return {
      lost: session.ended.signal,
      release: async () => {
        this.#held.delete(name);
        if (session.ended.signal.aborted) return;
        // A session that cannot be asked to let go has ended, and with it the lock.
        await session
          .query("select pg_advisory_unlock(hashtextextended($1, 5)) as done", name)
          .catch(() => this.#end(session));
      },
    };
  }

  #open(): Promise<Session> {
    this.#session ??= this.#connect().catch((error: unknown) => {
      this.#session = null;
      throw error;
    });
    return this.#session;
  }

  async #connect(): Promise<Session> {
    const client = new pg.Client({ ...this.#config, keepAlive: true, application_name: "minutebook locks" });
    const session = { client, query: inTurn(client), ended: new AbortController() };
    client.on("error", () => this.#end(session));
    client.on("end", () => this.#end(session));
    await client.connect();
    // Or else a machine that vanished would keep its locks for as long as the server's system believes in it: hours.
    await client.query(KEEP_ALIVE).catch(() => undefined);
    return session;
  }

  #end(session: Session): void {
    if (session.ended.signal.aborted) return;
    this.#session = null;
    session.ended.abort(new CodedError(storageError("connection-lost")));
    session.client.end().catch(() => undefined);
  }
}

function inTurn(client: pg.Client): Session["query"] {
  let last: Promise<unknown> = Promise.resolve();
  return (sql, name) => {
    const answer = last.then(async () => {
      const { rows } = await client.query<{ done: boolean }>(sql, [name]);
      return rows[0]?.done === true;
    });
    last = answer.catch(() => undefined);
    return answer;
  };
}
