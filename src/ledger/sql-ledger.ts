import type { Connection, Database } from "./database/database.ts";
import { LedgerError } from "./ledger-error.ts";
import type { IssueLook, Ledger, LedgerEntry, LedgerQuery, Touched } from "./ledger.ts";
import { isName } from "./renames.ts";
import { createSqlBindings } from "./sql-bindings.ts";
import { createSqlIssueMemory } from "./sql-issue-memory.ts";
import { recognize } from "./sql-renames.ts";

const COLUMNS = "key, minutes, target, kind, state, number, id, url, hash";

/** The same as an entry names them: `minutes` is the name of the repository with the minutes, the source. */
const FIELDS = COLUMNS.replace("minutes", "minutes as source");

/**
 * The ledger in PGlite or PostgreSQL. The database is migrated before, and closed by whoever opened it.
 * Its methods reject with a `LedgerError`.
 */
export function createSqlLedger(whole: Database): Ledger {
  const fail = (error: unknown) => {
    throw new LedgerError(error);
  };
  const database: Connection = {
    query: (sql, values) => whole.query<never>(sql, values).catch(fail),
  };
  return {
    ...createSqlIssueMemory(database),
    ...createSqlBindings(database),
    recognize: (repository) => recognize(whole, repository).catch(fail),
    find: (query) => find(database, query),
    intend: (entry, state = "intended") => save(database, { ...entry, state }),
    settle: (entry) => save(database, entry),
    async forget(keys) {
      if (keys.length === 0) return;
      await database.query("delete from minutebook.entry where key = any($1::text[])", [keys]);
    },
    async findHead(source) {
      const [row] = await database.query<{ commit: string }>(
        "select commit from minutebook.head where minutes = $1",
        [source.toLowerCase()],
      );
      return row?.commit ?? null;
    },
    async saveHead(source, commit) {
      await database.query(
        `insert into minutebook.head (minutes, commit) values ($1, $2)
         on conflict (minutes) do update set commit = excluded.commit, written_at = now()`,
        [source.toLowerCase(), commit],
      );
    },
    async findUnfinished(source) {
      const [row] = await database.query<{ commits: readonly string[] }>(
        "select commits from minutebook.unfinished where minutes = $1",
        [source.toLowerCase()],
      );
      return row?.commits ?? [];
    },
    async findTouched(source) {
      const [row] = await database.query<{ touched: Touched }>(
        "select touched from minutebook.unfinished where minutes = $1",
        [source.toLowerCase()],
      );
      return row?.touched ?? {};
    },
    async saveUnfinished(source, commits, touched = {}) {
      await database.query(
        `insert into minutebook.unfinished (minutes, commits, touched) values ($1, $2::text[], $3::text::jsonb)
         on conflict (minutes) do update set commits = excluded.commits, touched = excluded.touched`,
        [source.toLowerCase(), commits, JSON.stringify(touched)],
      );
    },
    async findTooMuch(source) {
      const [row] = await database.query<{ commit: string }>(
        "select commit from minutebook.too_much where minutes = $1",
        [source.toLowerCase()],
      );
      return row?.commit ?? null;
    },
    async saveTooMuch(source, commit) {
      await database.query(
        `insert into minutebook.too_much (minutes, commit) values ($1, $2)
         on conflict (minutes) do update set commit = excluded.commit`,
        [source.toLowerCase(), commit],
      );
    },
    listHeads: async () => {
      const heads = await database.query<{ source: string; commit: string; id: string | null }>(
        `select minutes as source, commit, id from minutebook.head
         left join minutebook.repository on name = minutes order by minutes`,
      );
      return heads
        .filter(({ source }) => isName(source))
        .map(({ source, commit, id }) => (id === null ? { source, commit } : { source, commit, id }));
    },
    listLooks: async () => {
      const looks = await database.query<IssueLook>(
        `select target, looked_at as "lookedAt" from (
           select target from minutebook.entry where kind = 'issue' union select target from minutebook.listing
         ) as known left join minutebook.look using (target) order by target`,
      );
      return looks.filter(({ target }) => isName(target));
    },
    async saveLook(target, lookedAt) {
      await database.query(
        `insert into minutebook.look (target, looked_at) values ($1, $2)
         on conflict (target) do update set looked_at = excluded.looked_at`,
        [target.toLowerCase(), lookedAt],
      );
    },
    async recallMemo(name) {
      const [row] = await database.query<{ text: string }>(
        "select text from minutebook.memo where name = $1",
        [name],
      );
      return row?.text ?? null;
    },
    async saveMemo(name, text) {
      await database.query(
        `insert into minutebook.memo (name, text) values ($1, $2)
         on conflict (name) do update set text = excluded.text`,
        [name, text],
      );
    },
    close: async () => undefined,
  };
}

async function find(database: Connection, query: LedgerQuery): Promise<readonly LedgerEntry[]> {
  if ("keys" in query) {
    if (query.keys.length === 0) return [];
    return database.query(`select ${FIELDS} from minutebook.entry where key = any($1::text[])`, [query.keys]);
  }
  if ("prefixes" in query) {
    // Between the prefix and what begins with it and ends with the last of all characters: the index gives just these.
    return database.query(
      `select distinct ${FIELDS} from unnest($1::text[]) as prefix
       join minutebook.entry on key collate "C" >= prefix and key collate "C" < prefix || chr(1114111)`,
      [query.prefixes],
    );
  }
  const source = query.source.toLowerCase();
  if ("kind" in query || "state" in query) {
    const [column, value] = "kind" in query ? ["kind", query.kind] : ["state", query.state];
    return database.query(`select ${FIELDS} from minutebook.entry where minutes = $1 and ${column} = $2`, [
      source,
      value,
    ]);
  }
  if (!("numbers" in query)) {
    return database.query(`select ${FIELDS} from minutebook.entry where minutes = $1`, [source]);
  }
  return database.query(
    `select ${FIELDS} from minutebook.entry
     where minutes = $1 and kind = 'comment' and number = any($2::integer[])`,
    [source, query.numbers],
  );
}

async function save(database: Connection, entry: LedgerEntry): Promise<void> {
  await database.query(
    `insert into minutebook.entry (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (key) do update set minutes = excluded.minutes, target = excluded.target, kind = excluded.kind,
       state = excluded.state, number = excluded.number, id = excluded.id, url = excluded.url,
       hash = excluded.hash, written_at = now()`,
    [
      entry.key,
      entry.source,
      entry.target,
      entry.kind,
      entry.state,
      entry.number,
      entry.id,
      entry.url,
      entry.hash,
    ],
  );
}
