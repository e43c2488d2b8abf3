import type { Connection } from "./database/database.ts";
import { type IssueMemory, type Listing, RECENT_SECONDS, type RecentPost, type SeenIssue } from "./ledger.ts";

/** Remembers our issues in PGlite or PostgreSQL. */
export function createSqlIssueMemory(database: Connection): IssueMemory {
  return {
    async recallIssues(target) {
      const key = target.toLowerCase();
      const [listing] = await database.query<Listing>(
        'select target, viewer, read_at as "readAt" from minutebook.listing where target = $1',
        [key],
      );
      const issues = await database.query<SeenIssue>(
        "select target, number, marker, state from minutebook.issue where target = $1 order by number",
        [key],
      );
      return { listing: listing ?? null, issues };
    },
    async rememberIssues(issues) {
      if (issues.length === 0) return;
      await database.query(
        `insert into minutebook.issue (target, number, marker, state)
         select * from unnest($1::text[], $2::integer[], $3::text[], $4::text[])
         on conflict (target, number) do update set marker = excluded.marker, state = excluded.state`,
        [
          issues.map(({ target }) => target),
          issues.map(({ number }) => number),
          issues.map(({ marker }) => marker),
          issues.map(({ state }) => state),
        ],
      );
    },
    recallRecent: (query) => {
      const isRecent = `written_at > now() - ${RECENT_SECONDS} * interval '1 second'`;
      return "keys" in query
        ? database.query<RecentPost>(
            `select key, number from minutebook.entry where key = any($1::text[]) and ${isRecent}`,
            [query.keys],
          )
        : database.query<RecentPost>(
            `select key, number from minutebook.entry where target = $1 and kind = 'issue' and ${isRecent}`,
            [query.issuesIn.toLowerCase()],
          );
    },
    async rememberListing({ target, viewer, readAt }) {
      await database.query(
        `insert into minutebook.listing (target, viewer, read_at) values ($1, $2, $3)
         on conflict (target) do update set viewer = excluded.viewer, read_at = excluded.read_at`,
        [target, viewer, readAt],
      );
    },
  };
}
