import { test } from "@jest/globals";
import { checkHostileMinutes } from "./hostile-minutes.ts";
import { hasCmark, render, renderByCmark } from "./quote/rendered.ts";

test("whatever minutes contain, every body keeps to itself and is recognized", () => {
  checkHostileMinutes(render, { numRuns: 100 });
});

(hasCmark ? test : test.skip)(
  "and by GitHub's own cmark-gfm",
  () => {
    checkHostileMinutes(renderByCmark, { numRuns: 60 });
  },
  60_000,
);
