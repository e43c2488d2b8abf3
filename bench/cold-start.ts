// How long `minutebook inspect` takes on one file, from nothing: as a multiple of a Node that does nothing.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Figure, timeInTurns } from "./figure.ts";

const ROUNDS = 15;

const minutes = `# Orchard call, 2026-03-02

Present: Ada, Grace

- orchard/apple#7 is ripe
  - TODO: Ada to pick it by Friday
`;

const config = "repository: orchard/apple\npeople: {Ada: ada-l}\n";

/** Time to start, as a ratio to `node -e 0`, without and with a configuration. */
export async function run(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "minutebook-bench-"));
  const file = join(folder, "2026-03-02.md");
  const configFile = join(folder, "minutebook.yml");
  writeFileSync(file, minutes);
  writeFileSync(configFile, config);
  const cli = join(import.meta.dirname, "..", "dist", "cli", "main.js");
  const node = (...args: string[]) =>
    execFileSync(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    execFileSync(process.execPath, [join(import.meta.dirname, "..", "scripts", "build.js")], {
      stdio: "inherit",
    });
    const times = await timeInTurns(
      {
        baseline: () => node("-e", "0"),
        inspect: () => node(cli, "inspect", file),
        "inspect-with-config": () => node(cli, "inspect", "--config", configFile, file),
      },
      ROUNDS,
    );
    const baseline = times.get("baseline") ?? Number.NaN;
    return [
      { name: "cold-start/node-baseline", value: baseline, unit: "ms" },
      ...["inspect", "inspect-with-config"].flatMap((name) => {
        const value = times.get(name) ?? Number.NaN;
        return [
          { name: `cold-start/${name}`, value, unit: "ms" },
          { name: `cold-start/${name}-ratio-to-node`, value: value / baseline, unit: "ratio" },
        ];
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
