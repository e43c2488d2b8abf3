import { openPGlite } from "../../src/ledger/database/open-pglite.ts";
import { openPostgres } from "../../src/ledger/database/open-postgres.ts";
import { BOSS_SCHEMA, JOBS } from "../../src/queue/boss.ts";
import { openStore, type StorePlace } from "../../src/queue/open-store.ts";
import { sqlNameOf } from "./repositories.ts";

/** How many pushes were done before. */
export const PAST = 100_000;

const REPOSITORIES = 500;

/** Fills a store with what as many pushes leave behind: posts, heads, deliveries and finished jobs. */
export async function age(place: StorePlace): Promise<void> {
  const onError = (error: unknown): void => console.error(error);
  await (await openStore(place, { onError })).close();
  const database =
    "databaseUrl" in place
      ? openPostgres({ databaseUrl: place.databaseUrl, onError, isPatient: true })
      : await openPGlite(place.dataFolder);
  const series = `generate_series(1, ${PAST}) as n`;
  const minutes = sqlNameOf(`n % ${REPOSITORIES}`);
  try {
    await database.query(
      `insert into minutebook.entry (key, minutes, target, kind, state, number, id, url, hash)
       select 'past comment ' || n, ${minutes}, 'grove/orchard', 'comment', 'done', n, n::text,
              'https://github.test/grove/orchard/issues/' || n, '0123456789abcdef' from ${series}`,
    );
    await database.query(`insert into minutebook.delivery (id) select gen_random_uuid() from ${series}`);
    await database.query(
      `insert into ${BOSS_SCHEMA}.job (name, state, policy, singleton_key, data, started_on, completed_on)
       select '${JOBS}', 'completed', 'singleton', ${minutes}, jsonb_build_object('index', n), now(), now() from ${series}`,
    );
  } finally {
    await database.close();
  }
}
