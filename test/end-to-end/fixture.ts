import type { Sandbox } from "../../sandbox/sandbox.ts";

/** The team's repositories. */
export const MINUTES = "harbour/minutes";
export const APP = "harbour/ferry";

export const PATH = "meetings/2026-01-05.md";

/** Most tests say as little as they need; what is worth a comment has tests of its own. */
export const CONFIG = `minutes: ["meetings/*.md"]
repository: ${APP}
people: {Ada: ada}
comments: {when: mentioned, style: meeting, closed: always}
`;

export const TODO = "  - TODO: Ada to print the new timetable";

/** Minutes that discuss an issue and decide on a release, and what the test adds. */
export function minutes(lines: readonly string[] = []): string {
  return [
    "# Crew meeting 2026-01-05",
    "",
    "Present: Ada, Grace",
    "",
    "## Timetable",
    "",
    "- #11 the winter timetable is wrong on Sundays",
    "  - DECISION: #11 will go in 2.1",
    ...lines,
    "",
  ].join("\n");
}

/** A team with issues #11 and #12, a milestone, a member, and the configuration. */
export function buildHarbour({ world }: Sandbox, config: string = CONFIG): void {
  world.addRepository(MINUTES);
  world.addRepository(APP);
  world.addUser("ada");
  world.addUser("visitor");
  world.addCollaborator(APP, "ada");
  world.addCollaborator(MINUTES, "ada");
  for (const number of [11, 12]) world.addIssue(APP, { number, title: `Issue ${number}`, author: "ada" });
  world.addMilestone(APP, { title: "2.1", description: "Our words." });
  world.commit(MINUTES, { ".github/minutebook.yml": config });
  world.addInstallation("harbour");
}
