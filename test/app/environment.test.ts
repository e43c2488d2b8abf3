import { describe, expect, test } from "@jest/globals";
import { readSettings } from "../../src/app/environment.ts";

describe("readSettings", () => {
  test("keeps GitHub's pace on GitHub, and none on your own server", () => {
    expect(readSettings({}).pace).toEqual({ perMinute: 80, perHour: 500 });
    expect(readSettings({ GHE_HOST: "git.example" }).pace).toEqual({ perMinute: 0, perHour: 0 });
  });

  test("lets the operator choose the pace", () => {
    const env = { GHE_HOST: "git.example", CONTENT_PER_MINUTE: "20", CONTENT_PER_HOUR: "" };

    expect(readSettings(env).pace).toEqual({ perMinute: 20, perHour: 0 });
  });

  test.each(["many", "-1", "1.5"])("refuses %j, and says what it expected", (value) => {
    expect(() => readSettings({ CONTENT_PER_HOUR: value })).toThrow(/CONTENT_PER_HOUR.*whole number/);
  });

  test("reads other names of the host", () => {
    expect(readSettings({ GITHUB_HOST_ALIASES: "old.example, github.com" }).hostAliases).toEqual([
      "old.example",
      "github.com",
    ]);
  });
});
