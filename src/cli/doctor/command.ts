import type { AddCommand } from "../add-command.ts";
import { repositoryOption } from "../options.ts";
import type { DoctorOptions } from "./run.ts";

const examples = `
Examples:
  minutebook doctor
  minutebook doctor --repository octo-org/team
  minutebook doctor --replay
  docker compose exec app node dist/cli/main.js doctor

With the app's environment (APP_ID, PRIVATE_KEY, …, or .env) it looks at the app, its webhooks and its database; with a
token (GH_TOKEN, GITHUB_TOKEN, or that of gh) at what the token can see.`;

/** `minutebook doctor` */
export const addDoctorCommand: AddCommand = (program, io, end) => {
  program
    .command("doctor")
    .summary("diagnose problems and suggest fixes")
    .description(
      "Looks at settings, clock, credentials, permissions, webhooks, database, jobs that were given up, and at the " +
        "repository's configuration: one line each, with what to do. Changes nothing but with --replay.",
    )
    .option("--replay [id...]", "give jobs that were given up another day (default: all of them)")
    .option("--json", "one JSON object for each line", false)
    .addOption(repositoryOption())
    .addHelpText("after", examples)
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import("./run.ts");
      end(await runDoctor(options, io));
    });
};
