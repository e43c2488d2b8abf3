import { describe, expect, test } from "@jest/globals";
import {
  createTokens,
  type Narrowing,
  PERMISSIONS,
  type TokenIssuer,
  type TokenOptions,
} from "../../src/github/narrow.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";

const HOUR_MS = 3_600_000;

const READ: Narrowing = {
  installation: 7,
  repositories: ["minutes", "ferry"],
  optional: [".github"],
  permissions: PERMISSIONS.read,
};

/** An installation with these repositories and permissions, and what it was asked for. */
function issuer(has: readonly string[], granted = PERMISSIONS.read) {
  const asked: TokenOptions[] = [];
  const source: TokenIssuer = {
    readGranted: async () => granted,
    ask: async (_installation, options) => {
      asked.push(options);
      const missing = options.repositories?.some((name) => !has.includes(name));
      const refused = Object.keys(options.permissions ?? {}).some((name) => granted[name] === undefined);
      if (missing === true || refused) throw Object.assign(new Error("Validation"), { status: 422 });
      return { token: `token ${asked.length}`, expiresAt: HOUR_MS };
    },
  };
  return { asked, source };
}

describe("a token", () => {
  test("is good for the repositories and permissions that are needed, and kept for whoever needs the same", async () => {
    const { asked, source } = issuer(["minutes", "ferry", ".github"]);
    const { find } = createTokens(source, () => 0);

    expect(await find(READ)).toBe(await find({ ...READ }));
    await find({ ...READ, permissions: PERMISSIONS.post });

    expect(asked).toHaveLength(2);
    expect(asked[0]).toEqual({
      repositories: [".github", "ferry", "minutes"],
      permissions: PERMISSIONS.read,
    });
  });

  test("is asked for once by two that want it at once", async () => {
    const { asked, source } = issuer(["minutes", "ferry", ".github"]);
    const { find } = createTokens(source, () => 0);

    await Promise.all([find(READ), find(READ)]);

    expect(asked).toHaveLength(1);
  });

  test("does without a repository that is not there, and remembers that", async () => {
    const { asked, source } = issuer(["minutes", "ferry"]);
    const { find } = createTokens(source, () => 0);

    await find(READ);
    await find({ ...READ, repositories: ["minutes"] });

    expect(asked.map(({ repositories }) => repositories)).toEqual([
      [".github", "ferry", "minutes"],
      ["ferry", "minutes"],
      ["minutes"],
    ]);
  });

  test("does without it in the next process too, for an hour", async () => {
    const { asked, source } = issuer(["minutes", "ferry"]);
    const memo = createMemoryLedger();
    await createTokens(source, () => 0, memo).find(READ);
    expect(asked.splice(0)).toHaveLength(2);

    await createTokens(source, () => HOUR_MS - 1, memo).find(READ);
    expect(asked.splice(0)).toHaveLength(1);
    await createTokens(source, () => HOUR_MS, memo).find({ ...READ, installation: 8 });
    expect(asked.splice(0)).toHaveLength(2);
    await createTokens(source, () => HOUR_MS, memo).find(READ);

    expect(asked).toHaveLength(2);
  });

  test("does not wait for a memory that is away", async () => {
    const { asked, source } = issuer(["minutes", "ferry"]);
    const away = async () => Promise.reject(new Error("the database is away"));

    await createTokens(source, () => 0, { recallMemo: away, saveMemo: away }).find(READ);

    expect(asked).toHaveLength(2);
  });

  test("does without permissions that the account has not granted", async () => {
    const { asked, source } = issuer(["minutes", "ferry"], { contents: "read", issues: "read" });

    await createTokens(source, () => 0).find({ ...READ, permissions: PERMISSIONS.post });

    expect(asked.at(-1)).toEqual({ repositories: ["ferry", "minutes"], permissions: { issues: "read" } });
  });

  test("keeps its permissions where a name is not known any more", async () => {
    const { asked, source } = issuer(["minutes"]);

    await createTokens(source, () => 0).find(READ);

    expect(asked.at(-1)).toEqual({ permissions: PERMISSIONS.read });
  });

  test("is made again before it ends, and where GitHub does not take it any more", async () => {
    const { asked, source } = issuer(["minutes", "ferry", ".github"]);
    let now = 0;
    const { find } = createTokens(source, () => now);
    await find(READ);
    await find(READ, true);
    now = HOUR_MS - 60_000;

    await find(READ);

    expect(asked).toHaveLength(3);
  });

  test("that could not be had is asked for again", async () => {
    const { source } = issuer(["minutes", "ferry", ".github"]);
    let isDown = true;
    const { find } = createTokens(
      {
        ...source,
        ask: async (...given) => {
          if (isDown) throw new Error("down");
          return source.ask(...given);
        },
      },
      () => 0,
    );

    await expect(find(READ)).rejects.toThrow("down");
    isDown = false;

    expect(await find(READ)).toBe("token 1");
  });

  test("that is refused something is made again once in ten minutes", () => {
    let now = 0;
    const { mayRenew } = createTokens(issuer([]).source, () => now);

    expect([mayRenew(READ), mayRenew(READ), mayRenew({ ...READ, installation: 8 })]).toEqual([
      true,
      false,
      true,
    ]);
    now = 600_000;
    expect(mayRenew(READ)).toBe(true);
  });

  test("that ever new minutes of one account need is asked for a thousand times an hour", async () => {
    const { asked, source } = issuer(["minutes"]);
    let now = 0;
    const counted: number[] = [];
    const { find } = createTokens(
      source,
      () => now,
      null,
      (by) => void counted.push(by),
    );
    const need = (number: number, by: number) =>
      find({ ...READ, installation: number, by, repositories: ["minutes"], optional: [] });
    for (let number = 0; number < 1000; number++) await need(number, 7);

    await expect(need(1000, 7)).rejects.toMatchObject({ kind: "transient", retryAfterSeconds: 900 });
    expect(await need(999, 7)).toBe("token 1000");
    expect(await need(1000, 8)).toBe("token 1001");

    now = HOUR_MS;
    await need(1001, 7);
    expect(asked).toHaveLength(1002);
    expect(counted.filter((by) => by === 7)).toHaveLength(1001);
  });

  test("is shared by the minutes of two accounts", async () => {
    const { asked, source } = issuer(["minutes", "ferry", ".github"]);
    const { find } = createTokens(source, () => 0);

    await find({ ...READ, by: 1 });
    await find({ ...READ, by: 2 });

    expect(asked).toHaveLength(1);
  });
});
