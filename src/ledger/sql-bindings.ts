import type { Bindings } from "./bindings.ts";
import type { Connection } from "./database/database.ts";

/** Remembers in PGlite or PostgreSQL which repositories names mean. */
export function createSqlBindings(database: Connection): Bindings {
  return {
    async recallBindings(list) {
      const rows = await database.query<{ name: string; id: string }>(
        "select name, id from minutebook.binding where list = $1",
        [list],
      );
      return new Map(rows.map(({ name, id }) => [name, id]));
    },
    async saveBindings(list, { bind = {}, forget = [] }) {
      if (forget.length > 0) {
        await database.query("delete from minutebook.binding where list = $1 and name = any($2::text[])", [
          list,
          forget,
        ]);
      }
      const names = Object.keys(bind);
      if (names.length === 0) return;
      await database.query(
        `insert into minutebook.binding (list, name, id)
         select $1, name, id from unnest($2::text[], $3::text[]) as bound (name, id)
         on conflict (list, name) do update set id = excluded.id, first_seen = now()`,
        [list, names, Object.values(bind)],
      );
    },
  };
}
