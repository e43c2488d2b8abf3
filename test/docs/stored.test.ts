import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";

test("docs/permissions.md says of each table of the database what it contains", () => {
  const [, stored = ""] = readFileSync("docs/permissions.md", "utf8").split("## What is stored");
  const documented = [...stored.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, names = ""]) =>
    names.split(", ").map((name) => name.replaceAll("`", "")),
  );
  const migrations = readFileSync("src/ledger/database/migrations.ts", "utf8");
  const made = [...migrations.matchAll(/create table minutebook\.(\w+)/g)].map(([, name = ""]) => name);

  expect(made.length).toBeGreaterThan(5);
  expect(documented.toSorted()).toEqual(made.toSorted());
});
