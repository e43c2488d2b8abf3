import { formatJson } from "../src/cli/inspect/formats/json.ts";
import { defaultConfig } from "../src/config/defaults.ts";
import { readingOptions } from "../src/config/reading-options.ts";
import { readMinutes } from "../src/minutes/read.ts";

const MINUTES = `# Weekly, 12 January 2026

Present: Mona (@octocat)

- #12 will go in 1.4
- TODO: Mona to tell the users by Friday
`;

/** Minutes, and what \`minutebook inspect --format json\` gives for them, as blocks of Markdown. */
export function readingExample(): string {
  const config = { ...defaultConfig, repository: "octo-org/app", milestones: ["1.4"] };
  const path = "meetings/2026-01-12.md";
  const meeting = readMinutes(
    path,
    MINUTES,
    readingOptions(config, path, { repository: null, milestones: null }),
  );
  const json = JSON.stringify(JSON.parse(formatJson(meeting)), null, 2);
  return `\`\`\`markdown\n${MINUTES}\`\`\`\n\n\`\`\`json\n${json}\n\`\`\``;
}
