import { expect, test } from "@jest/globals";
import type { Database } from "../../src/ledger/database/database.ts";
import { migrate } from "../../src/ledger/database/migrate.ts";
import { MIGRATIONS } from "../../src/ledger/database/migrations.ts";
import { createSqlLedger } from "../../src/ledger/sql-ledger.ts";
import { findMarker, renderMarker } from "../../src/plan/marker.ts";
import { issueMarker } from "../plan/issue-marker.ts";
import { buildEntry } from "./build-entry.ts";

const NEWEST = MIGRATIONS.at(-1)?.version ?? 0;

const ENTRIES = [
  buildEntry({ key: "comment:1" }),
  buildEntry({ key: "comment:2", state: "intended", id: null, url: null }),
  buildEntry({ key: "issue:3", state: "gone", kind: "issue", hash: null }),
  buildEntry({ key: "label:4", kind: "label", target: "acme/lib", number: null }),
];
const SEEN = { target: "acme/app", number: 7, marker: '<!-- "7" \\ é\n-->', state: "there" } as const;
const LISTING = { target: "acme/app", viewer: "minutebook[bot]", readAt: "2026-01-05T09:00:00Z" };

/** What is in each table before a migration; of these columns the ones that it has in that version. */
const ROWS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  entry: ENTRIES.map(({ source, ...entry }) => ({
    ...entry,
    minutes: source,
    written_at: "2026-01-05T09:00:00.25+00:00",
  })),
  head: [{ minutes: "acme/minutes", commit: "c1", written_at: "2026-01-05T09:00:00+00:00" }],
  delivery: [{ id: "d1", seen_at: "2026-01-05T09:00:00+00:00" }],
  issue: [SEEN, { ...SEEN, number: 8, state: "moved" }],
  listing: [{ target: LISTING.target, viewer: LISTING.viewer, read_at: LISTING.readAt }],
  repository: [{ id: "17", name: "acme/minutes" }],
  binding: [{ list: "accept 5", name: "acme/minutes", id: "17", first_seen: "2026-01-05T09:00:00+00:00" }],
  look: [{ target: LISTING.target, looked_at: LISTING.readAt }],
  memo: [{ name: "looked", text: "2026-01-05T09:00:00.000Z" }],
  too_much: [{ minutes: "acme/minutes", commit: "c4" }],
  unfinished: [{ minutes: "acme/minutes", commits: ["c2", "c3"] }],
};

/**
 * What the schema keeps to in every database.
 *
 * @param open - Gives the database, without Minutebook's schema.
 */
export function testSchema(open: () => Promise<Database>): void {
  test.each(MIGRATIONS.map(({ version }) => version - 1))(
    "comes from version %i to the newest, and stays there",
    async (from) => {
      const database = await open();
      await migrate(database);
      const expected = await describeSchema(database);

      await open();
      await migrate(database, upTo(from));

      expect(await migrate(database)).toBe(from);
      expect(await describeSchema(database)).toEqual(expected);
      expect(await migrate(database)).toBe(NEWEST);
    },
  );

  test("forgets the words of actions that an earlier version kept, and knows whose they are", async () => {
    const database = await open();
    await migrate(database, upTo(8));
    const report = { path: "b.md", date: "2026-01-12", owners: ["Ada"], done: true };
    const marker = {
      ...issueMarker("1", "order <marzipan> -- soon"),
      owners: ["Periwinkle"],
      topic: ["Zeppelins"],
      also: [{ ...report, text: "order marzipan", note: "- marzipan" }],
    };
    const rows = [renderMarker(marker), "<!-- minutebook:issue {marzipan} -->"];
    for (const [index, text] of rows.entries()) {
      await database.query(
        "insert into minutebook.issue (target, number, marker, state) values ('acme/app', $1, $2, 'deleted')",
        [index + 1, text],
      );
    }

    await migrate(database);

    const { issues } = await createSqlLedger(database).recallIssues("acme/app");
    expect(JSON.stringify(issues)).not.toMatch(/marzipan|periwinkle|zeppelin|ada/i);
    expect(issues).toMatchObject([{ number: 1, state: "deleted" }]);
    expect(findMarker(issues[0]?.marker ?? "")).toMatchObject({
      kind: "issue",
      key: marker.key,
      path: marker.path,
      text: "",
      also: [{ path: "b.md", date: "2026-01-12", done: true, text: "", note: "" }],
    });
  });

  test.each(MIGRATIONS.map(({ version }) => version))(
    "keeps every row that was there in version %i",
    async (from) => {
      const database = await open();
      await migrate(database, upTo(from));
      await fill(database);
      const before = await readAll(database);

      await migrate(database);

      const after = await readAll(database);
      for (const [table, rows] of before) {
        expect(after.get(table)).toHaveLength(rows.length);
        expect(after.get(table)).toEqual(
          expect.arrayContaining(rows.map((row) => expect.objectContaining(row))),
        );
      }
      const ledger = createSqlLedger(database);
      expect(await ledger.find({ source: "acme/minutes" })).toEqual(expect.arrayContaining(ENTRIES));
      expect(await ledger.findHead("acme/minutes")).toBe("c1");
      if (before.has("listing")) {
        const { listing, issues } = await ledger.recallIssues("acme/app");
        expect(listing).toMatchObject(LISTING);
        expect(issues).toMatchObject([SEEN, { ...SEEN, number: 8, state: "moved" }]);
      }
    },
  );

  test("is made once when many start together", async () => {
    const database = await open();
    const before = await Promise.all([migrate(database), migrate(database), migrate(database)]);
    expect(before.toSorted((a, b) => a - b)).toEqual([0, NEWEST, NEWEST]);
  });

  test("stays as it was when a step fails", async () => {
    const database = await open();
    await migrate(database);
    const before = await describeSchema(database);
    const broken = { version: 1000, statements: ["create table minutebook.half (a integer)", "no sql"] };
    await expect(migrate(database, [...MIGRATIONS, broken])).rejects.toThrow(/syntax error/);
    expect(await describeSchema(database)).toEqual(before);
    expect(await migrate(database)).toBe(NEWEST);
  });

  test("of a newer Minutebook is left alone", async () => {
    const database = await open();
    await migrate(database, [...MIGRATIONS, { version: 1000, statements: [] }]);
    await expect(migrate(database)).rejects.toThrow(
      /schema version 1000; this version of Minutebook supports up to/,
    );
  });
}

function upTo(last: number): typeof MIGRATIONS {
  return MIGRATIONS.filter(({ version }) => version <= last);
}

function describeSchema(database: Database) {
  return database.query(
    `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
     where table_schema = 'minutebook' order by table_name, ordinal_position`,
  );
}

/** The columns of each of Minutebook's tables, but for the version's. */
async function readTables(database: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = await database.query<{ name: string; columns: string[] }>(
    `select table_name::text as name, array_agg(column_name::text) as columns from information_schema.columns
     where table_schema = 'minutebook' and table_name <> 'schema' group by table_name`,
  );
  return new Map(tables.map(({ name, columns }) => [name, columns]));
}

async function fill(database: Database): Promise<void> {
  for (const [table, known] of await readTables(database)) {
    const rows = ROWS[table];
    if (rows === undefined) throw new Error(`No rows are given for the table ${table}: add some to ROWS.`);
    for (const row of rows) {
      const columns = Object.keys(row).filter((column) => known.includes(column));
      await database.query(
        `insert into minutebook.${table} (${columns.join()})
         select ${columns.join()} from jsonb_populate_record(null::minutebook.${table}, $1::jsonb)`,
        [JSON.stringify(row)],
      );
    }
  }
}

async function readAll(database: Database): Promise<ReadonlyMap<string, readonly object[]>> {
  const all = new Map<string, readonly object[]>();
  for (const table of (await readTables(database)).keys()) {
    const rows = await database.query<{ row: object }>(
      `select to_jsonb(one) as row from minutebook.${table} as one`,
    );
    all.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  return all;
}
