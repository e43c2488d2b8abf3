import type { Sandbox } from "../../../sandbox/sandbox.ts";
import {
  CELLAR,
  CELLAR_ISSUES,
  NOTES,
  NOTES_ISSUES,
  ORCHARD,
  ORCHARD_DISCUSSION,
  ORCHARD_ISSUES,
  ORCHARD_PULL,
  PLACES,
} from "./places.ts";
import type { CommentStyle } from "./beat.ts";
import { firstSettings, printSettings } from "./settings.ts";

/** Where the numbers of issues and pull requests begin that come later: those of one repository are in no other. */
const FIRST_NUMBERS = {
  [ORCHARD]: 10_000,
  [CELLAR]: 20_000,
  [NOTES]: 30_000,
  "grove/minutes": 40_000,
  "grove/board": 50_000,
};

/** What is on GitHub when a story begins. There are no minutes yet, and the app is not installed. */
export function buildWorld({ world }: Sandbox, style: CommentStyle = "meeting"): void {
  for (const login of ["quince", "medlar"]) world.addUser(login);
  for (const [name, number] of Object.entries(FIRST_NUMBERS)) {
    world.addRepository(name);
    for (const login of ["quince", "medlar"]) world.addCollaborator(name, login);
    for (let issue = 1; issue <= issuesOf(name); issue += 1) {
      world.addIssue(name, { number: issue, title: `${name} ${issue}`, author: "medlar" });
    }
    world.addIssue(name, { number, title: `${name} ${number}`, author: "medlar" });
  }
  world.addDiscussion(ORCHARD, { number: ORCHARD_DISCUSSION, title: "What to plant", author: "medlar" });
  world.addPull(ORCHARD, { number: ORCHARD_PULL, title: "Plant pears", author: "medlar" });
  for (const place of PLACES) {
    const target = place.minutes === "grove/minutes" ? ORCHARD : CELLAR;
    // The last two are missing: a decision may have them created.
    for (const title of place.releases.slice(0, -2))
      world.addMilestone(target, { title, description: "Ours." });
    const configuration =
      place.configuration === null
        ? {}
        : { ".github/minutebook.yml": printSettings(place, firstSettings(place, style)) };
    world.commit(place.minutes, { "README.md": "Our minutes.\n", ...configuration });
  }
}

function issuesOf(name: string): number {
  return { [ORCHARD]: ORCHARD_ISSUES, [CELLAR]: CELLAR_ISSUES, [NOTES]: NOTES_ISSUES }[name] ?? 0;
}
