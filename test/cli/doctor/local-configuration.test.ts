import { expect, test } from "@jest/globals";
import { makeFolder } from "../folder.ts";
import { runCli } from "../run-cli.ts";

// Nobody answers there: what is looked at needs no GitHub.
const env = { PATH: "", GHE_HOST: "localhost:9", GHE_PROTOCOL: "http" };

async function lookAt(files: Readonly<Record<string, string>>) {
  const { out } = await runCli(["doctor", "--json"], makeFolder(files), env);
  const findings: { check: string; status: string; message: string }[] = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return findings.filter(({ check }) => check === "local configuration");
}

test("doctor looks at the configuration on disk, pushed or not", async () => {
  expect(await lookAt({ ".github/minutebook.yml": "mode: review\n" })).toMatchObject([{ status: "ok" }]);
  expect(await lookAt({ ".github/minutebook.yml": "mod: review\nmode: of\n" })).toMatchObject([
    { status: "problem", message: expect.stringMatching(/^\.github\/minutebook\.yml:1:1: mod: /) },
    { status: "problem", message: expect.stringMatching(/^\.github\/minutebook\.yml:2:7: mode: /) },
  ]);
});

test("and says nothing where there is none", async () => {
  expect(await lookAt({ "README.md": "x" })).toEqual([]);
});
