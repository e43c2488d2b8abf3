import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { readSecretFiles } from "../../src/app/secrets.ts";
import { makeFolder } from "../cli/folder.ts";

const file = (text: string): string => join(makeFolder({ secret: text }), "secret");

describe("secrets in files", () => {
  test.each(["PRIVATE_KEY", "WEBHOOK_SECRET", "WEBHOOK_SECRET_PREVIOUS", "DATABASE_URL"])(
    "%s may be in a file, whose last line's end is no part of it",
    (name) => {
      const env = { [`${name}_FILE`]: file("first\nsecond\n"), PORT: "80" };

      expect(readSecretFiles(env)).toMatchObject({ [name]: "first\nsecond", PORT: "80" });
    },
  );

  test("what is in the environment stays", () => {
    expect(readSecretFiles({ WEBHOOK_SECRET: "here", WEBHOOK_SECRET_FILE: "" })).toMatchObject({
      WEBHOOK_SECRET: "here",
    });
  });

  test.each([
    ["a file that is not there", { WEBHOOK_SECRET_FILE: "/nowhere/secret" }, /WEBHOOK_SECRET_FILE.*ENOENT/],
    ["an empty file", { WEBHOOK_SECRET_FILE: file("\n") }, /WEBHOOK_SECRET_FILE.*empty/],
    ["both", { DATABASE_URL: "postgres://a:hush@b/c", DATABASE_URL_FILE: file("x") }, /both set/],
  ])("%s is reported, without the secret", (_what, env, message) => {
    expect(() => readSecretFiles(env)).toThrow(message);
    expect(() => readSecretFiles(env)).not.toThrow(/hush/);
  });
});
