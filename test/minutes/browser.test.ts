import { createContext, runInContext } from "node:vm";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { build } from "esbuild";
import { readText, teaOptions } from "./read-text.ts";

test("reading runs in a browser as it is, with the same result", async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "../../src/minutes/read.ts")],
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "minutebook",
    write: false,
  });
  const source =
    "# Tea\n\n## Present\n\n* Ada Byron @ada\n\n## Lid #12\n\n- TODO: Ada to glue it by Friday, will go in 1.2";
  // What a browser has and the language alone has not; nothing of Node.
  const page = createContext({ document: { createElement: () => ({}) } });

  runInContext(outputFiles[0]?.text ?? "", page);
  const call = `JSON.stringify(minutebook.readMinutes("meetings/2021-03-02.md", ${JSON.stringify(source)}, ${JSON.stringify(teaOptions)}))`;

  expect(JSON.parse(runInContext(call, page))).toEqual(readText(source));
}, 60_000);
