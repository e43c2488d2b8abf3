import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readFragment, writeFragment } from "../../src/web/share.ts";

const draft = fc.record({
  path: fc.string(),
  minutes: fc.string({ unit: "binary" }),
  config: fc.string(),
  repository: fc.string(),
});

test("a draft in a link is the same when it is read again", async () => {
  await fc.assert(
    fc.asyncProperty(draft, async (written) => {
      expect(await readFragment(await writeFragment(written))).toEqual(written);
    }),
    { numRuns: 50 },
  );
});

test("a link that was cut off, or holds something else, is none", async () => {
  const whole = await writeFragment({
    path: "a.md",
    minutes: "# Call\n".repeat(50),
    config: "",
    repository: "a/b",
  });

  expect(await readFragment(whole.slice(0, -20))).toBeNull();
  expect(await readFragment("#draft=")).toBeNull();
  expect(await readFragment("#L7")).toBeNull();
  expect(await readFragment("#draft=!!!")).toBeNull();
});
