#!/usr/bin/env node
import module from "node:module";

// Compiled code is kept between runs; what follows is imported after this so that it profits.
module.enableCompileCache();

const { run } = await import("./run.ts");
const { processIo } = await import("./io.ts");
process.exitCode = await run(process.argv.slice(2), processIo());
