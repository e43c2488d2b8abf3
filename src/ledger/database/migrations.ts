/** A step of the schema. Never changed once released: what comes after is a further step. */
export interface Migration {
  readonly version: number;
  /** Run one by one, in the transaction of the whole migration. */
  readonly statements: readonly string[];
}

/** All steps, oldest first. Forward only. */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    statements: [
      `create table minutebook.entry (
         key text primary key,
         minutes text not null,
         target text not null,
         kind text not null,
         state text not null check (state in ('intended', 'done', 'gone')),
         number integer,
         id text,
         url text,
         hash text,
         written_at timestamptz not null default now()
       )`,
      "create index entry_of_minutes on minutebook.entry (minutes, target, number)",
      `create table minutebook.head (
         minutes text primary key,
         commit text not null,
         written_at timestamptz not null default now()
       )`,
      `create table minutebook.delivery (
         id text primary key,
         seen_at timestamptz not null default now()
       )`,
      "create index delivery_seen on minutebook.delivery (seen_at)",
    ],
  },
  {
    version: 2,
    statements: [
      `create table minutebook.issue (
         target text not null,
         number integer not null,
         marker text not null,
         state text not null check (state in ('there', 'deleted', 'moved')),
         primary key (target, number)
       )`,
      `create table minutebook.listing (
         target text primary key,
         viewer text not null,
         read_at text not null
       )`,
    ],
  },
  {
    version: 3,
    statements: ["create table minutebook.look (target text primary key, looked_at text not null)"],
  },
  {
    version: 4,
    statements: [
      "alter table minutebook.entry drop constraint entry_state_check",
      `alter table minutebook.entry add constraint entry_state_check
         check (state in ('intended', 'done', 'removing', 'gone'))`,
    ],
  },
  {
    version: 5,
    statements: ["create table minutebook.repository (id text primary key, name text not null unique)"],
  },
  {
    version: 6,
    statements: ['create index entry_of_prefix on minutebook.entry (key collate "C")'],
  },
  {
    version: 7,
    statements: ["create index entry_of_number on minutebook.entry (minutes, number)"],
  },
  {
    version: 8,
    statements: [
      `create table minutebook.binding (
         list text not null,
         name text not null,
         id text not null,
         first_seen timestamptz not null default now(),
         primary key (list, name)
       )`,
    ],
  },
  {
    version: 9,
    // Of the words of actions no more is kept than tells them apart: what was here is learned again from GitHub.
    statements: [
      `do $migration$
       declare
         seen record;
         old jsonb;
         kept jsonb;
       begin
         for seen in select target, number, marker from minutebook.issue loop
           begin
             old := substring(seen.marker from '^<!-- minutebook:issue (\\{.*\\}) -->$')::jsonb;
             if old is not null then
               kept := old || jsonb_build_object(
                 'text', '', 'owners', '[]'::jsonb, 'topic', '[]'::jsonb, 'labels', '[]'::jsonb,
                 'assignees', '[]'::jsonb, 'milestone', null, 'titleHash', '0', 'hash', '0',
                 'also', (
                   select coalesce(jsonb_agg(jsonb_build_object(
                     'path', one -> 'path', 'date', one -> 'date', 'done', one -> 'done',
                     'text', '', 'owners', '[]'::jsonb, 'note', '')), '[]'::jsonb)
                   from jsonb_array_elements(old -> 'also') as one));
               update minutebook.issue set marker = '<!-- minutebook:issue '
                 || replace(replace(replace(kept::text, '-', '\\u002d'), '<', '\\u003c'), '>', '\\u003e') || ' -->'
               where target = seen.target and number = seen.number;
             end if;
           exception when others then
             delete from minutebook.issue where target = seen.target and number = seen.number;
             delete from minutebook.listing where target = seen.target;
           end;
         end loop;
       end $migration$`,
    ],
  },
  {
    version: 10,
    statements: [
      "create table minutebook.unfinished (minutes text primary key, commits text[] not null)",
      "create table minutebook.too_much (minutes text primary key, commit text not null)",
    ],
  },
  {
    version: 11,
    statements: ["create table minutebook.memo (name text primary key, text text not null)"],
  },
  {
    version: 12,
    statements: ["alter table minutebook.unfinished add column touched jsonb not null default '{}'"],
  },
];
