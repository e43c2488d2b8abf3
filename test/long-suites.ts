/**
 * Suites that take longer than eight seconds, and all that start a PostgreSQL or processes that die. `npm test` leaves them
 * out, `npm run test:long` runs them alone.
 */
export const LONG_SUITES: readonly string[] = [
  "test/action/push.test.ts",
  "test/cli/backfill/backfill.test.ts",
  "test/cli/doctor/doctor.test.ts",
  "test/durability/",
  "test/end-to-end/approval.test.ts",
  "test/end-to-end/backfill.test.ts",
  "test/end-to-end/broken-answers.test.ts",
  "test/end-to-end/broken-off.test.ts",
  "test/end-to-end/buttons.test.ts",
  "test/end-to-end/edited-meanwhile.test.ts",
  "test/end-to-end/failures.test.ts",
  "test/end-to-end/missed-issues.test.ts",
  "test/end-to-end/moving-heads.test.ts",
  "test/end-to-end/poison.test.ts",
  "test/end-to-end/renamed-unread.test.ts",
  "test/end-to-end/requests-under-faults.test.ts",
  "test/end-to-end/stale-reads.test.ts",
  "test/end-to-end/taking-back.test.ts",
  "test/end-to-end/write-back.test.ts",
  "test/github/foreign-asks.test.ts",
  "test/ledger/sql-ledger.test.ts",
  "test/minutes/pathological.test.ts",
  "test/minutes/shapes.test.ts",
  "test/minutes/work.test.ts",
  "test/pipeline/threads/thread-style.test.ts",
  "test/pipeline/workers/pool.test.ts",
  "test/queue/pglite-queue.test.ts",
  "test/queue/postgres-queue.test.ts",
];
