import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../cli/folder.ts";

/** A checkout, in a folder with a space in its name, that needs these packages and has none. */
function checkout(packages: object): string {
  const lock = {
    name: "x",
    lockfileVersion: 3,
    requires: true,
    packages: { "": { name: "x", ...packages } },
  };
  const folder = makeFolder({
    "a folder/package.json": '{"name": "x"}',
    "a folder/package-lock.json": JSON.stringify(lock),
  });
  mkdirSync(join(folder, "a folder/scripts"));
  writeFileSync(join(folder, "a folder/scripts/package.json"), '{"type": "module"}');
  copyFileSync("scripts/bootstrap.js", join(folder, "a folder/scripts/bootstrap.js"));
  return join(folder, "a folder");
}

/** Runs it as a Node of this version would, with an npm that does this. */
function bootstrap(folder: string, version: string, npm: string) {
  const fake = join(folder, "npm.js");
  writeFileSync(fake, npm);
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"${version}"})`;
  const args = ["--import", pretend, join(folder, "scripts/bootstrap.js")];
  const env = { ...process.env, npm_execpath: fake };
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  return { status, stderr };
}

const installs = `
  const { mkdirSync } = require("node:fs");
  mkdirSync("node_modules/node/bin", { recursive: true });
  console.error("npm was called: " + process.argv.slice(2).join(" "));
`;

test("packages are installed once", () => {
  const folder = checkout({});

  expect(bootstrap(folder, "18.20.8", installs)).toEqual({
    status: 0,
    stderr: expect.stringContaining("npm was called: ci"),
  });
  expect(bootstrap(folder, "18.20.8", installs)).toEqual({ status: 0, stderr: "" });
});

test("a Node that is too old for npm is reported", () => {
  const { status, stderr } = bootstrap(checkout({}), "14.21.3", installs);

  expect(status).toBe(1);
  expect(stderr).toContain("Node 14.21.3 is too old to install the packages with; any from 18 on will do.");
  expect(stderr).not.toContain("npm was called");
});

test("an npm that fails is followed by what to look at", () => {
  const { status, stderr } = bootstrap(
    checkout({}),
    "20.1.0",
    'console.error("no network"); process.exit(1);',
  );

  expect(status).toBe(1);
  expect(stderr).toMatch(/no network\nnpm ci failed; its message is above\. Check the network/);
});

test("scripts that npm ignored are reported, unless the current Node is new enough", () => {
  const ignores = "";

  expect(bootstrap(checkout({}), "20.1.0", ignores)).toEqual({
    status: 1,
    stderr: expect.stringContaining("npm install --no-save --ignore-scripts=false"),
  });
  expect(bootstrap(checkout({}), "24.1.0", ignores).status).toBe(0);
});
