import { messagesOf } from "./message.ts";

/** The database and the queue in it. */
export const storageErrors = {
  "database-failed": "The database failed: {reason}",
  "database-silent": "The database hasn't answered for {seconds} s.",
  "database-lost":
    "The database in the data folder hasn't answered for a minute: {reason}. Minutebook stops so that it can be restarted; nothing that was acknowledged is lost. Check whether the disk is full.",
  "database-not-created": "The database can't be created in {folder}: {reason}",
  "database-thread-stopped": "PGlite's thread ended.",
  "database-thread-ended": "PGlite's thread ended: {reason}",
  "database-too-new":
    "The database has schema version {version}; this version of Minutebook supports up to {newest}. Start the newer Minutebook that wrote it, or restore a backup from before its upgrade.",
  "database-too-new-for-command":
    "The database has schema version {version}; this version of Minutebook supports up to {newest}. Run this command with the version that the app has.",
  "database-too-old-for-command":
    "The database has schema version {version}; this version of Minutebook needs {newest}. Start the app in this version to migrate it.",
  "database-never-used": "The app has never started with this database. Start it once.",
  "connection-lost": "The connection to PostgreSQL was lost.",
  "locks-not-held":
    "The database at DATABASE_URL doesn't hold session locks, so two jobs could post the same thing. If it is behind a connection pooler, use session pooling (pool_mode = session in PgBouncer). CockroachDB has no such locks: use PostgreSQL or Citus.",
  "folder-in-use":
    "The data folder {folder} is in use by process {process}. Stop that process, give this one another folder, or set DATABASE_URL to share a PostgreSQL.",
  "no-data-folder":
    "There is no data folder {folder}. Start the app once, or set DATA_FOLDER or DATABASE_URL to the app's.",
  "app-refused": "The running app reported: {reason}",
  "unknown-request": "Unknown request.",
  "job-not-stored": "The job can't be stored: {reason}",
  "job-not-readable": "This version of Minutebook can't read the job: {path}: {reason}",
  "process-ended": "The process ended.",
  "process-ended-while": "The process ended {times} while it was {risk}.",
  stopping: "Minutebook is stopping.",
} as const;

export const storageError = messagesOf(storageErrors);
