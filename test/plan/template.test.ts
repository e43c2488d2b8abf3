import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { findUnknownTokens, TEMPLATE_TOKENS } from "../../src/config/template-tokens.ts";
import { DEFAULT_TEMPLATES, renderTemplate } from "../../src/plan/template.ts";

test("tokens are replaced, and lines with nothing but empty parts left out", () => {
  const template = "{{intro}}\n\n{{ decisions }}\n\n{{actions}}\n\nBy {{footer}}.";

  expect(renderTemplate(template, { intro: "Hello", decisions: "", actions: "- a", footer: "us" })).toBe(
    "Hello\n\n- a\n\nBy us.",
  );
});

test("what is put in is not looked at for tokens", () => {
  expect(renderTemplate("{{excerpt}}", { excerpt: "> {{footer}}\n>\n>\n> $& $1", footer: "no" })).toBe(
    "> {{footer}}\n>\n>\n> $& $1",
  );
});

test("unknown tokens are found, each once", () => {
  expect(findUnknownTokens("{{intro}} {{foo}} {{ foo }} {{}} {single}", "comment")).toEqual(["foo", ""]);
  expect(findUnknownTokens(DEFAULT_TEMPLATES.comment, "comment")).toEqual([]);
  expect(findUnknownTokens(DEFAULT_TEMPLATES.issue, "issue")).toEqual([]);
});

test("the configuration's schema names every token", async () => {
  const file = await readFile(join(import.meta.dirname, "../../docs/config.schema.json"), "utf8");

  const { properties } = JSON.parse(file);
  const described = {
    comment: properties.comments.properties.template.description,
    issue: properties.actions.properties.template.description,
  };

  for (const kind of ["comment", "issue"] as const) {
    const names = [...described[kind].matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
    expect(names).toEqual(TEMPLATE_TOKENS[kind]);
  }
});
