#!/usr/bin/env node
import module from "node:module";
import { findOldNode } from "./old-node.ts";

const oldNode = findOldNode(process.versions.node);
if (oldNode === null) {
  // Compiled code is kept between runs; what follows is imported after this so that it profits.
  module.enableCompileCache();

  const { run } = await import("./run.ts");
  const { processIo } = await import("./io.ts");
  process.exitCode = await run(process.argv.slice(2), processIo());
} else {
  process.stderr.write(`${oldNode}\n`);
  process.exitCode = 1;
}
