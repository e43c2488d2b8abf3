import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "./figure.ts";

const ROOT = join(import.meta.dirname, "..");
/** Minutes of projects with their configurations, and the script that judges posts. None of it is in the repository. */
const AUDIT = process.env.AUDIT_FOLDER ?? join(ROOT, "..", "shared", "audit");

/** What a replay of each project's minutes posts, and how much of that is worth having. Empty without the minutes. */
export async function run(): Promise<readonly Figure[]> {
  const projects = join(AUDIT, "projects");
  if (!existsSync(projects)) return [];
  const names = readdirSync(projects).filter((name) => existsSync(join(projects, `${name}.yml`)));
  const each = names.map((name) => judge(replay(join(projects, name), join(projects, `${name}.yml`)), name));
  return each.flat();
}

function replay(folder: string, config: string): string {
  const command = [join(ROOT, "src/cli/main.ts"), "replay", folder, "--config", config, "--json"];
  return execFileSync(process.execPath, command, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
}

function judge(posts: string, project: string): readonly Figure[] {
  const script = join(AUDIT, "worth.mjs");
  const figures: Record<string, number> = JSON.parse(
    execFileSync(process.execPath, [script, "--json"], { input: posts, encoding: "utf8" }),
  );
  return Object.entries(figures).map(([name, value]) => ({
    name: `worth/${project}/${name.replaceAll(" ", "-")}`,
    value,
    unit: "posts",
  }));
}
