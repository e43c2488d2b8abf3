import { describe, expect, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readConfig } from "../src/config/read-config.ts";

const documents = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].concat(
  readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
);
const textOf = new Map(documents.map((file) => [file, readFileSync(file, "utf8")]));

/** The ids that GitHub gives to the headings of a document. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe.each(documents)("%s", (file) => {
  const text = textOf.get(file) ?? "";

  test("links to files and headings that exist", () => {
    const links = [
      ...text.matchAll(
        /\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)|(?:src|srcset)="(?!https?:)([^"]+)"/g,
      ),
    ];
    for (const [, path = "", anchor, image] of links) {
      const target = path === "" && image === undefined ? file : join(dirname(file), image ?? path);
      expect([target, existsSync(target)]).toEqual([target, true]);
      if (anchor !== undefined) expect(anchorsOf(readFileSync(target, "utf8"))).toContain(anchor);
    }
  });

  test("has configurations that are valid", () => {
    const examples = [...text.matchAll(/^ *```yaml\n([\s\S]*?)^ *```$/gm)].map(([, yaml = ""]) => yaml);
    for (const yaml of examples.filter((one) => !/^on:|uses:/m.test(one))) {
      expect(readConfig(yaml, file).problems).toEqual([]);
    }
  });

  test("names only scripts that package.json has", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    for (const [, name = ""] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      expect(Object.keys(scripts)).toContain(name);
  });
});

test("every warning about minutes is explained", () => {
  const sources = ["src/minutes", "src/plan/policy"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
  const codes = sources.flatMap((text) =>
    [...text.matchAll(/\bcode: "([a-z]+(?:-[a-z]+)*)",? /g)].map(([, code = ""]) => code),
  );

  expect(codes.length).toBeGreaterThan(3);
  for (const code of codes.filter((one) => !["code", "unknown-token"].includes(one))) {
    expect(textOf.get("docs/errors.md")).toContain(`\`${code}\``);
  }
});
