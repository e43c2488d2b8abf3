import type { Command, Option } from "commander";
import { exitMeanings } from "../src/cli/exit-codes.ts";
import { processIo } from "../src/cli/io.ts";
import { describeOption, makeProgram } from "../src/cli/program.ts";

/** Variables that the command line reads. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  "GH_TOKEN, GITHUB_TOKEN":
    "Token for GitHub. Without either, that of GitHub's own command line is used (gh auth login).",
  "GHE_HOST, GHE_PROTOCOL": "Host of a GitHub Enterprise Server, and how to reach it (default: https).",
  "NO_COLOR, FORCE_COLOR": "No colors or links; colors even in a pipe.",
};

/** The manual page, man(7), from the same definitions as `--help`. */
export function makeManPage(): string {
  const program = makeProgram(processIo(), () => undefined);
  const entries = Object.entries(exitMeanings).map(([code, meaning]) => tagged(bold(code), meaning));
  const variables = Object.entries(ENVIRONMENT).map(([names, use]) => tagged(bold(names), use));
  return `${[
    '.\\" Made by "npm run docs" from the command line\'s own definitions.',
    '.TH MINUTEBOOK 1 "" Minutebook "User Commands"',
    ".SH NAME",
    "minutebook \\- meeting minutes become comments, issues and milestone notes on GitHub",
    ".SH SYNOPSIS",
    ...program.commands.flatMap((command) => [".B minutebook", usageOf(command), ".br"]),
    ".SH DESCRIPTION",
    troff(program.description()),
    ".SH COMMANDS",
    ...program.commands.flatMap(describeCommand),
    ".SH EXIT STATUS",
    ...entries,
    ".SH ENVIRONMENT",
    ...variables,
    ".SH FILES",
    tagged(
      bold(".github/minutebook.yml"),
      "Configuration, in the repository of the minutes or in its owner's .github repository.",
    ),
    ".SH SEE ALSO",
    ".BR gh (1),",
    ".BR git (1)",
  ].join("\n")}\n`;
}

function describeCommand(command: Command): string[] {
  const help = command.createHelp();
  const options = help.visibleOptions(command).filter(({ long }) => long !== "--help");
  const args = command.registeredArguments.map((argument) =>
    tagged(italic(argument.name()), help.argumentDescription(argument)),
  );
  return [
    `.SS ${troff(command.name())}`,
    troff(command.description()),
    ...args,
    ...options.map((option) => tagged(flagsOf(option), describeOption(option))),
    ...afterHelp(command),
  ];
}

/** The examples and remarks below a command's help. */
function afterHelp(command: Command): string[] {
  let text = "";
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  const [, after = ""] = text.split(/\n(?=(?:Examples|Set up):\n)/);
  return after === "" ? [] : [".PP", ".nf", ...after.trimEnd().split("\n").map(troff), ".fi"];
}

/** The command's name and what follows it. */
function usageOf(command: Command): string {
  return troff(
    `${command.name()} ${command.createHelp().commandUsage(command).split(` ${command.name()} `)[1] ?? ""}`.trim(),
  );
}

function flagsOf({ flags }: Option): string {
  const [, names = flags, value = ""] = /^([^<[]*?)(\s*[<[].*)?$/.exec(flags) ?? [];
  return `${bold(names)}${value === "" ? "" : troff(value)}`;
}

function tagged(tag: string, text: string): string {
  return `.TP\n${tag}\n${troff(text)}`;
}

function bold(text: string): string {
  return `\\fB${troff(text)}\\fR`;
}

function italic(text: string): string {
  return `\\fI${troff(text)}\\fR`;
}

/** A text that troff takes as it is. */
function troff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("’", "'")
    .replace(/^(?=[.'])/gm, "\\&");
}
