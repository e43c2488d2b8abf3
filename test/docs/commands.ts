import type { Option } from "commander";
import { existsSync, readFileSync } from "node:fs";
import { processIo } from "../../src/cli/io.ts";
import { makeProgram } from "../../src/cli/program.ts";
import { optionTypes as demoOptions } from "../../scripts/demo/options.ts";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));

/** The command line as it is defined, with nothing that runs. */
export const program = makeProgram(processIo(), () => undefined);

/** Programs of others that the documents may name. */
const OTHERS = new Set([
  "alias",
  "cd",
  "curl",
  "cp",
  "docker",
  "echo",
  "export",
  "gh",
  "git",
  "jq",
  "kubectl",
  "mkdir",
  "npm",
  "openssl",
  "psql",
  "pg_dump",
  "pg_restore",
  "source",
  "ssh",
  "sudo",
  "systemctl",
  "tar",
]);

/** What is wrong with the shell commands of a text: names that do not exist; empty where nothing is. */
export function problemsOfShell(shell: string): readonly string[] {
  return (
    shell
      .replaceAll(/\\\n\s*/g, " ")
      // Text in quotes is not a command.
      .replaceAll(/'[^'\n]*'|"[^"\n]*"/g, "quoted")
      .split("\n")
      .map((line) => line.replace(/(?:^|\s)#.*$/, "").trim())
      .flatMap((line) => line.split(/\s*(?:&&|\|\||\||;)\s*/))
      .filter((command) => command !== "")
      .flatMap(problemsOfCommand)
  );
}

function problemsOfCommand(command: string): readonly string[] {
  const words = (command.match(/<\([^)]*\)|\S+/g) ?? []).filter((word) => !/^[A-Z_]+=/.test(word));
  const substituted = words
    .filter((word) => word.startsWith("<("))
    .flatMap((word) => problemsOfCommand(word.slice(2, -1)));
  return [...substituted, ...problemsOf(words)].map((problem) => `${problem} (${command})`);
}

function problemsOf([name = "", ...rest]: readonly string[]): readonly string[] {
  switch (name) {
    case "":
      return [];
    case "minutebook":
      return problemsOfMinutebook(rest);
    case "npx":
      return problemsOfNpx(rest);
    case "npm":
      return problemsOfNpm(rest);
    case "node":
      return [...problemsOfFile(rest.find((word) => !word.startsWith("-")) ?? "")];
    default:
      if (OTHERS.has(name)) return [];
      return /^[./]/.test(name) ? problemsOfFile(name) : [`${name} is not known`];
  }
}

function problemsOfFile(file: string): readonly string[] {
  return existsSync(file) ? [] : [`There is no ${file}`];
}

function problemsOfNpx(words: readonly string[]): readonly string[] {
  const start = words.indexOf(
    "minutebook",
    words.includes("--package") ? words.lastIndexOf("--package") + 2 : 0,
  );
  return start < 0 ? ["npx runs something else"] : problemsOfMinutebook(words.slice(start + 1));
}

function problemsOfNpm([verb = "", ...rest]: readonly string[]): readonly string[] {
  // The checkout, as it is called from elsewhere.
  if (verb === "--prefix") return problemsOfNpm(rest.slice(1));
  if (["ci", "install", "link", "pack", "version", "audit"].includes(verb)) return [];
  const words = rest.filter((word) => word !== "--silent");
  const script = verb === "run" ? (words.shift() ?? "") : verb;
  if (!Object.hasOwn(scripts, script)) return [`npm has no script ${script}`];
  const args = words[0] === "--" ? words.slice(1) : words;
  if (words.length > 0 && words[0] !== "--") return [`npm would take ${words[0]} for itself`];
  const command = /src\/cli\/main\.ts (\w+)$/.exec(scripts[script])?.[1];
  if (command !== undefined) return problemsOfMinutebook([command, ...args]);
  if (script === "minutebook") return problemsOfMinutebook(args);
  if (script === "demo")
    return problemsOfOptions(
      args,
      Object.keys(demoOptions).map((name) => `--${name}`),
    );
  return script === "test" ? args.filter((word) => !word.startsWith("-")).flatMap(problemsOfFile) : [];
}

function problemsOfMinutebook([name = "", ...args]: readonly string[]): readonly string[] {
  if (/^-/.test(name))
    return problemsOfOptions([name], flagsOf(program.createHelp().visibleOptions(program)));
  const command = program.commands.find((one) => one.name() === name);
  if (command === undefined) return [`minutebook has no command ${name}`];
  const options = command.createHelp().visibleOptions(command);
  const choices = options.flatMap((option) => problemsOfChoice(option, args));
  return [...problemsOfOptions(args, flagsOf(options)), ...choices];
}

function problemsOfOptions(args: readonly string[], known: readonly string[]): readonly string[] {
  const used = args.filter((word) => /^--?\w/.test(word)).map((word) => word.replace(/=.*/, ""));
  return used.filter((flag) => !known.includes(flag)).map((flag) => `There is no option ${flag}`);
}

function problemsOfChoice(option: Option, args: readonly string[]): readonly string[] {
  const index = args.indexOf(option.long ?? "");
  const value = args[index + 1] ?? "";
  if (index < 0 || option.argChoices === undefined || option.argChoices.includes(value)) return [];
  return [`${option.long} knows no ${value}`];
}

function flagsOf(options: readonly Option[]): readonly string[] {
  return options.flatMap(({ long, short }) => [long, short]).filter((flag) => flag != null);
}
