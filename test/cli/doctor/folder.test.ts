import { describe, expect, test } from "@jest/globals";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder } from "../../../src/cli/doctor/checks/folder.ts";
import { makeFolder } from "../folder.ts";

type Tools = Parameters<typeof folder.look>[0];

/** What the doctor says of the data folder of this environment. */
const look = async (cwd: string, env: Record<string, string>) => folder.look({ cwd, env } as Tools);

/** A data folder with the rights that it should have. */
function makeClosed(): { readonly cwd: string; readonly data: string } {
  const cwd = makeFolder({});
  const data = join(cwd, "data");
  mkdirSync(join(data, "database"), { recursive: true });
  for (const path of [data, join(data, "database")]) chmodSync(path, 0o700);
  for (const name of ["credentials.json", "database/1"])
    writeFileSync(join(data, name), "secret", { mode: 0o600 });
  return { cwd, data };
}

describe("the doctor's word on the data folder", () => {
  test("is good where it is its owner's alone", async () => {
    const { cwd, data } = makeClosed();

    expect(await look(cwd, {})).toMatchObject([
      { check: "data folder", status: "ok", message: `Only its owner can read ${data}.` },
    ]);
  });

  test.each([
    ["the folder", ".", "data"],
    ["a file in it", "credentials.json", "data/credentials.json"],
    ["a file deep in it", "database/1", "data/database/1"],
  ])("names %s where others may read it, and says how to close it", async (_what, name, shown) => {
    const { cwd, data } = makeClosed();
    chmodSync(join(data, name), name === "." ? 0o755 : 0o640);

    expect(await look(cwd, {})).toMatchObject([
      {
        status: "problem",
        message: `Other users of this machine can read or change ${shown}.`,
        remedy: expect.stringContaining(`chmod -R go= ${data}`),
      },
    ]);
  });

  test("counts the others where there are several", async () => {
    const { cwd, data } = makeClosed();
    for (const name of ["credentials.json", "database/1"]) chmodSync(join(data, name), 0o622);

    expect(await look(cwd, {})).toMatchObject([
      { message: expect.stringMatching(/can read or change data\/\S+ and 1 more\.$/) },
    ]);
  });

  test("is none where there is no folder, or nothing of the app's in it", async () => {
    const cwd = makeFolder({ "other/notes.txt": "" });

    expect(await look(cwd, {})).toMatchObject([{ status: "skipped" }]);
    const elsewhere = { DATABASE_URL: "postgres://db/app", DATA_FOLDER: join(cwd, "other") };
    expect(await look(cwd, elsewhere)).toMatchObject([{ status: "skipped" }]);
  });
});
