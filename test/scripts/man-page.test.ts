import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { makeManPage } from "../../scripts/man-page.ts";
import { exitMeanings } from "../../src/cli/exit-codes.ts";
import { processIo } from "../../src/cli/io.ts";
import { makeProgram } from "../../src/cli/program.ts";

/** The page as it reads, without what tells troff how to set it. */
const page = makeManPage()
  .replaceAll("\\-", "-")
  .replaceAll(/\\f[BRI]/g, "")
  .replaceAll("\\&", "");
const { commands } = makeProgram(processIo(), () => undefined);

test.each(commands.map((command) => [command.name(), command] as const))(
  "the manual page tells %s with all its options and examples",
  (name, command) => {
    const section = page.split(`.SS ${name}\n`)[1]?.split(/^\.S[SH] /m)[0] ?? "";

    expect(section).toContain(command.description());
    for (const { flags } of command.options) expect(section).toContain(`.TP\n${flags}\n`);
    expect(section).toMatch(/^(?:Examples|Set up):$/m);
  },
);

test("nothing in it is read as a troff request by mistake", () => {
  const requests = new Set([...makeManPage().matchAll(/^[.'](\S*)/gm)].map(([, name]) => name));

  expect([...requests].sort()).toEqual(
    ["B", "BR", "PP", "SH", "SS", "TH", "TP", '\\"', "br", "fi", "nf"].sort(),
  );
});

test("docs/cli.md lists the exit codes as they are", () => {
  const table = /^## Exit codes$([\s\S]*?)^## /m.exec(readFileSync("docs/cli.md", "utf8"))?.[1] ?? "";
  const rows = [...table.matchAll(/^\| (\d+) \| (.*) \|$/gm)].map(([, code, meaning]) => [
    Number(code),
    meaning,
  ]);

  expect(rows).toEqual(Object.entries(exitMeanings).map(([code, meaning]) => [Number(code), meaning]));
});
