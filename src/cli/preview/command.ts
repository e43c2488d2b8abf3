import { Option } from "commander";
import { commandLineError } from "../../messages/command-line-errors.ts";
import type { AddCommand } from "../add-command.ts";
import { invalidArgument } from "../errors.ts";
import { configOption, repositoryOption } from "../options.ts";
import type { PreviewOptions } from "./run.ts";

const examples = `
Examples:
  minutebook preview meetings/2026-01-12.md
  minutebook preview --no-open --port 4000 ../team`;

/** `minutebook preview FILE|DIR` */
export const addPreviewCommand: AddCommand = (program, io, end) => {
  program
    .command("preview")
    .summary("show minutes in the browser while you write them")
    .description(
      "Opens a page with the minutes on the left and what would be posted on the right. The page updates whenever you save " +
        "the minutes or their configuration, in any editor. For a folder it lets you choose among the minutes in it. Only " +
        "this machine can see the page; it posts nothing and needs no network. Ctrl-C ends it.",
    )
    .argument("[path]", "minutes, or a folder with minutes", ".")
    .addOption(
      new Option("--port <port>", "port to serve the page at")
        .argParser(readPort)
        .default(0, "any free port"),
    )
    .option("--no-open", "do not open the browser")
    .addOption(configOption())
    .addOption(repositoryOption())
    .addHelpText("after", examples)
    .action(async (path: string, options: PreviewOptions) => {
      const { runPreview } = await import("./run.ts");
      end(await runPreview(path, options, io));
    });
};

function readPort(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port < 65_536) return port;
  throw invalidArgument(commandLineError("not-a-port"));
}
