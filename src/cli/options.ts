import { Option } from "commander";
import { commandLineError } from "../messages/command-line-errors.ts";
import { invalidArgument } from "./errors.ts";
import { isRepositoryName } from "../minutes/repository-name.ts";

/** `--config FILE` */
export function configOption(): Option {
  return new Option(
    "--config <file>",
    "configuration to use instead of the repository's .github/minutebook.yml",
  );
}

/** `--repository OWNER/NAME` */
export function repositoryOption(): Option {
  return new Option(
    "--repository <owner/name>",
    "repository with the minutes (default: git's remote)",
  ).argParser((value) => {
    if (isRepositoryName(value)) return value;
    throw invalidArgument(commandLineError("not-owner-and-name"));
  });
}

/** `--json`, where `--format` is there too. */
export function jsonOption(): Option {
  return new Option("--json", "the same as --format json").implies({ format: "json" });
}

/** `--format FORMAT` */
export function formatOption(formats: readonly string[]): Option {
  return new Option("--format <format>", "how to print it").choices([...formats]).default("text");
}
