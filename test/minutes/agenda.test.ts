import { expect, test } from "@jest/globals";
import { defaultReadingOptions } from "../../src/minutes/options.ts";
import { readMinutes } from "../../src/minutes/read.ts";

const isAgenda = (path: string, text: string): boolean =>
  readMinutes(path, text, defaultReadingOptions).isAgenda === true;

const TOPICS = "## Lamps\n\n- #12 the lamp flickers, Ada would like to show why\n- #13 oil\n";

test.each([
  ["its title", "meetings/2026-01-12.md", `# Agenda for 12 January\n\n${TOPICS}`],
  ["its title, with the team", "meetings/2026-01-12.md", `# Lamp team: agenda, 2026-01-12\n\n${TOPICS}`],
  ["its front matter", "meetings/2026-01-12.md", `---\ntitle: Agenda 2026-01-12\n---\n\n${TOPICS}`],
  ["its file's name", "meetings/2026-01-12-agenda.md", `# Lamp team\n\n${TOPICS}`],
  ["its folder", "agendas/2026-01-12.md", `# Lamp team\n\n${TOPICS}`],
  ["its title in German", "treffen/2026-01-12.md", `# Tagesordnung\n\n${TOPICS}`],
  ["its title in French", "reunions/2026-01-12.md", `# Ordre du jour du 12 janvier\n\n${TOPICS}`],
  ["its title in Japanese", "meetings/2026-01-12.md", `# 定例会議の議題\n\n${TOPICS}`],
  [
    "its title, the minutes still empty",
    "meetings/2026-01-12.md",
    `# Agenda\n\n${TOPICS}\n## Notes\n\n- TBD\n`,
  ],
])("a file is an agenda by %s", (_by, path, text) => {
  expect(isAgenda(path, text)).toBe(true);
});

test.each([
  ["it calls itself nothing", "meetings/2026-01-12.md", `# Lamp team\n\n${TOPICS}`],
  ["its first part is the agenda", "meetings/2026-01-12.md", `## Agenda\n\n- lamps\n\n${TOPICS}`],
  ["its name says both", "meetings/agenda-minutes-2026-01-12.md", `# Lamp team\n\n${TOPICS}`],
  ["its title says both", "meetings/2026-01-12.md", `# Agenda and notes\n\n${TOPICS}`],
  ["its folder holds both", "agendas/minutes-2026-01-12.md", `# Lamp team\n\n${TOPICS}`],
  ["somebody attended", "meetings/2026-01-12.md", `# Agenda\n\nPresent: Ada, Bo\n\n${TOPICS}`],
  ["something was decided", "meetings/2026-01-12.md", `# Agenda\n\n${TOPICS}\nRESOLVED: buy oil\n`],
  [
    "notes were filled in",
    "meetings/2026-01-12.md",
    `# Agenda\n\n${TOPICS}\n## Notes\n\n- we lit the lamp\n`,
  ],
  ["its word is in another", "meetings/2026-01-12.md", `# The agendaless meeting\n\n${TOPICS}`],
])("a file is minutes where %s", (_why, path, text) => {
  expect(isAgenda(path, text)).toBe(false);
});
