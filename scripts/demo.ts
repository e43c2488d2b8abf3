// Minutebook on a GitHub in this process: `npm run demo -- --help` says more.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Io, processIo } from "../src/cli/io.ts";
import { loadLantern } from "./demo/lantern.ts";
import { loadOwnMinutes } from "./demo/own-minutes.ts";
import { optionTypes } from "./demo/options.ts";
import { play, setStage } from "./demo/play.ts";
import { describeWorld } from "./demo/print.ts";
import type { Scenario } from "./demo/scenario.ts";

const usage = `Usage: npm run demo -- [options]

Pushes meeting minutes to a GitHub that lives in this process, with the real app in front of it, and shows what came of
it. Nothing leaves this machine.

  --once               end after printing, do not keep the pages open
  --port PORT          where the pages are (default: 3000; with --once any port that is free)
  --minutes DIR        your own minutes instead of the example
  --config FILE        their configuration (default: .github/minutebook.yml of their repository)
  --repository NAME    owner/name of the repository that they are pushed to (default: git's remote origin)
  --help`;

type Options = ReturnType<typeof readOptions>;

function readOptions() {
  return parseArgs({ options: optionTypes }).values;
}

function loadScenario(options: Options, io: Io): Scenario {
  if (options.minutes === undefined)
    return loadLantern(join(import.meta.dirname, "..", "fixtures", "lantern"));
  const { minutes, config = null, repository = null } = options;
  return loadOwnMinutes({ minutes, config, repository }, (message) =>
    io.out(`${io.colors.yellow("note")} ${message}\n`),
  );
}

async function main(options: Options, io: Io): Promise<number> {
  const interrupted = new Promise<"interrupted">((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve("interrupted"));
  });
  const scenario = loadScenario(options, io);
  const stage = await setStage(scenario, Number(options.port ?? (options.once ? 0 : 3000)));
  try {
    io.out(`GitHub is at ${stage.sandbox.url}, the app at ${stage.app.url}\n\n`);
    const playing = play(stage, scenario, io.colors, (line) => io.out(`${line}\n`));
    const failures = await Promise.race([playing, interrupted]);
    if (failures === "interrupted") return 130;
    io.out(`\n${describeWorld(stage.sandbox, io.colors)}\n`);
    for (const failure of failures) io.err(`${io.errColors.red("failed")} ${failure}\n`);
    if (!options.once) {
      io.out(
        `Look around at ${io.colors.cyan(stage.sandbox.url)}, and push an edit there. Ctrl-C ends it.\n`,
      );
      await interrupted;
    }
    return failures.length === 0 ? 0 : 1;
  } finally {
    await stage.stop();
  }
}

const io = processIo();
try {
  const options = readOptions();
  if (options.help) io.out(`${usage}\n`);
  else process.exitCode = await main(options, io);
} catch (error) {
  const isTaken = Reflect.get(Object(error), "code") === "EADDRINUSE";
  const message = error instanceof Error ? error.message : String(error);
  const advice = isTaken ? ". Give another port: npm run demo -- --port 3100" : "";
  io.err(`${io.errColors.red("error")} ${message}${advice}\n`);
  process.exitCode = 1;
}
