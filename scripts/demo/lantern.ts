import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Push, Scenario } from "./scenario.ts";

const gitHubFile = z.strictObject({
  minutes: z.string(),
  people: z.array(z.string()),
  repositories: z.record(
    z.string(),
    z.strictObject({
      milestones: z.array(z.strictObject({ title: z.string(), description: z.string() })),
      threads: z.array(
        z.strictObject({
          number: z.int(),
          kind: z.enum(["issue", "pull", "discussion"]),
          title: z.string(),
          author: z.string(),
          labels: z.array(z.string()),
        }),
      ),
    }),
  ),
});

/** The example in `fixtures/lantern`: every meeting is a push, then later versions of some are. */
export function loadLantern(folder: string): Scenario {
  const gitHub = gitHubFile.parse(JSON.parse(readFileSync(join(folder, "github.json"), "utf8")));
  const files = readFiles(join(folder, "minutes"));
  const isMeeting = ([path]: [string, string]): boolean => path.startsWith("meetings/");
  const edited = Object.entries(readFiles(join(folder, "edited")));
  return {
    minutes: gitHub.minutes,
    files: Object.fromEntries(Object.entries(files).filter((file) => !isMeeting(file))),
    pushes: [...Object.entries(files).filter(isMeeting).map(toPush("Add")), ...edited.map(toPush("Edit"))],
    repositories: Object.entries(gitHub.repositories).map(([name, known]) => ({
      name,
      ...known,
      accept: [],
    })),
    people: gitHub.people,
    begins: new Date("2025-10-01T09:00:00Z"),
  };
}

function toPush(verb: string): (file: [string, string]) => Push {
  return ([path, text]) => ({ title: `${verb} ${path}`, files: { [path]: text } });
}

/** All files of a folder by path, in the order of their names. */
function readFiles(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    entries.map((file) => [file.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(file, "utf8")]),
  );
}
