import type { AddCommand } from "../add-command.ts";
import { repositoryOption } from "../options.ts";
import type { DoctorOptions } from "./run.ts";

const examples = `
Examples:
  minutebook doctor
  minutebook doctor --repository octo-org/team
  minutebook doctor --replay
  docker compose exec app node dist/cli/main.js doctor

With the app's environment (APP_ID, PRIVATE_KEY, …, or .env) it checks the app, its webhooks and its database; with a
token (GH_TOKEN, GITHUB_TOKEN, or that of gh), what the token can see.`;

/** `minutebook doctor` */
export const addDoctorCommand: AddCommand = (program, io, end) => {
  program
    .command("doctor")
    .summary("diagnose problems and suggest fixes")
    .description(
      "Checks the settings, the network, the clock, credentials, permissions, webhooks, the database, failed jobs and the " +
        "configuration: one line each, with a fix. Changes nothing, except with --replay.",
    )
    .option("--replay [id...]", "retry failed jobs for another day (default: all of them)")
    .option("--json", "one JSON object for each line", false)
    .addOption(repositoryOption())
    .addHelpText("after", examples)
    .action(async (options: DoctorOptions) => {
      const { runDoctor } = await import("./run.ts");
      end(await runDoctor(options, io));
    });
};
