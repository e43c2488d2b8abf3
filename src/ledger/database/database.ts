/** A row as the driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Statements on one connection or, in a transaction, all on the same. Placeholders are `$1`, `$2` … */
export interface Connection {
  query<T extends object = Row>(sql: string, values?: readonly unknown[]): Promise<readonly T[]>;
}

/**
 * Names that only one process at a time may hold. They are let go of by themselves when their holder dies or loses
 * the database.
 */
export interface Locks {
  /** Takes the name, if nobody has it. Within one process too. */
  tryLock(name: string): Promise<Lock | null>;
}

export interface Lock {
  /** Aborted when the lock is lost before its release: somebody else may have it by now. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** PGlite or PostgreSQL. */
export interface Database extends Connection {
  readonly kind: "pglite" | "postgres";
  readonly locks: Locks;
  /** Commits when the promise resolves, rolls back when it rejects. */
  transaction<T>(run: (connection: Connection) => Promise<T>): Promise<T>;
  /** Gives room of rows that are gone back to new ones, where no server does that by itself. For every hour or so. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}
