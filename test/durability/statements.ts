/**
 * Loaded into the app's process before the app: counts the statements that the app sends to its database from a
 * delivery on, and kills the process before the chosen one.
 *
 * `KILL_BEFORE_STATEMENT`: which, from 1. `STATEMENTS_FILE`: where each is written down. `COUNT_FROM_FILE`: it begins
 * with the first delivery after there is such a file.
 */
import { appendFileSync, existsSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";

const killBefore = Number(process.env.KILL_BEFORE_STATEMENT ?? 0);
const file = process.env.STATEMENTS_FILE;
const begin = process.env.COUNT_FROM_FILE ?? "";

/** The app's own: what pg-boss does every now and then for its housekeeping is at no fixed place. */
const OURS =
  /^\s*(?:begin|commit|rollback)\b|minutebook\.(?:delivery|entry|head)|singleton_key = any|advisory_(?:lock|unlock)|retry_count = \$2|'completed'|json_to_recordset/i;
const HOUSEKEEPING =
  /migrations|version|maintain|queue_stats|warning|expired|cron|'failed'::|FOR UPDATE OF j SKIP LOCKED/i;

let count = 0;

/** Called before each statement. */
function pass(sql: string): void {
  if (count === 0 && !(/insert into minutebook\.delivery/i.test(sql) && existsSync(begin))) return;
  if (!OURS.test(sql) || HOUSEKEEPING.test(sql)) return;
  count += 1;
  if (file !== undefined) appendFileSync(file, `${sql.trim().replace(/\s+/g, " ").slice(0, 70)}\n`);
  if (count === killBefore) process.kill(process.pid, "SIGKILL");
}

if (killBefore > 0 || file !== undefined) {
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    const sql = typeof first === "string" ? first : (first as { text?: string } | undefined)?.text;
    if (sql !== undefined) pass(sql);
    return Reflect.apply(query, this, args);
  } as typeof query;

  const { execProtocolRaw } = PGlite.prototype;
  PGlite.prototype.execProtocolRaw = function (this: PGlite, message, options) {
    const sql = findStatement(message);
    if (sql !== null) pass(sql);
    return Reflect.apply(execProtocolRaw, this, [message, options]);
  };
}

/** The text of a Parse or Query message of PostgreSQL's protocol. */
function findStatement(message: Uint8Array): string | null {
  const kind = String.fromCharCode(message[0] ?? 0);
  if (kind !== "P" && kind !== "Q") return null;
  const start = kind === "P" ? message.indexOf(0, 5) + 1 : 5;
  return new TextDecoder().decode(message.subarray(start, message.indexOf(0, start)));
}
