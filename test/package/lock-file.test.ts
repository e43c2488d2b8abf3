import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";

interface Entry {
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const { packages }: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync("package-lock.json", "utf8"),
);
const entries = Object.entries(packages).filter(([path]) => path !== "");

test("the lock file knows each package by its hash, those of other platforms too", () => {
  const unknown = entries.filter(
    ([, { link, inBundle, integrity = "" }]) =>
      !link && !inBundle && !/^sha512-[\w+/]{86}==$/.test(integrity),
  );

  expect(entries.length).toBeGreaterThan(500);
  expect(unknown.map(([path]) => path)).toEqual([]);
});

test("whoever runs scripts at the installation is named in package.json", () => {
  const { allowScripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const withScripts = entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  const names = withScripts.map((path) => path.replace(/^.*node_modules\//, ""));

  expect([...new Set(names)].filter((name) => !(name in allowScripts) && name !== "fsevents")).toEqual([]);
});
