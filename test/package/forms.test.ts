import { expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const folder = ".github/ISSUE_TEMPLATE";
const forms = readdirSync(folder).filter((name) => name !== "config.yml");

/**
 * What GitHub asks of an issue form:
 * https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  markdown: ["value"],
  input: ["label"],
  textarea: ["label"],
  dropdown: ["label", "options"],
  checkboxes: ["label", "options"],
};

test.each(forms)("%s is a form that GitHub shows", (name) => {
  const form = parse(readFileSync(join(folder, name), "utf8"));

  expect([form.name, form.description]).toEqual([expect.any(String), expect.any(String)]);
  expect(new Set(form.body.flatMap(({ id }: { id?: string }) => id ?? [])).size).toBe(
    form.body.filter(({ type }: { type: string }) => type !== "markdown").length,
  );
  expect(form.body.some(({ type }: { type: string }) => type !== "markdown")).toBe(true);
  for (const { type, attributes } of form.body) {
    expect(Object.keys(FIELDS)).toContain(type);
    for (const field of FIELDS[type] ?? []) expect(attributes).toHaveProperty(field);
  }
});
