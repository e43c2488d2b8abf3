import { readConfig } from "../src/config/read-config.ts";
import { readingOptions } from "../src/config/reading-options.ts";
import { noColors } from "../src/cli/io.ts";
import { formatText } from "../src/cli/inspect/formats/text.ts";
import { readMinutes } from "../src/minutes/read.ts";

/**
 * The guide with what is read in each of its examples below it. An example is a block of `markdown`, its reading the
 * block of `text` after it; the first block of `yaml` is the configuration.
 */
export function fillGuide(guide: string): string {
  const yaml = /^```yaml\n(.*?)^```$/ms.exec(guide)?.[1] ?? "";
  const { config, problems } = readConfig(yaml, "the guide's configuration");
  if (config === null) throw new Error(`The guide's configuration is wrong: ${JSON.stringify(problems)}`);
  const options = readingOptions(config, "minutes.md", { repository: null, milestones: null });
  return guide.replaceAll(
    /^(```markdown\n(.*?)^```\n)(?:\n```text\n.*?^```\n)?/gms,
    (_all, example, source) => {
      const [, ...lines] = formatText(readMinutes("minutes.md", source, options), noColors).split("\n");
      const reading = lines.map((line) => line.replace(/^ {2}/, "")).join("\n");
      return `${example}\n\`\`\`text\n${reading.trimEnd()}\n\`\`\`\n`;
    },
  );
}
